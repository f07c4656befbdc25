import { Module } from '@nestjs/common';
import { CommentsModule } from '../comments/index.js';
import { ConsultationsModule } from '../consultations/index.js';
import { IdentityModule } from '../platform/identity/index.js';
import { AssignmentsController } from './assignments.controller.js';
import { AssignmentsRepository } from './assignments.repository.js';
import { AssignmentsService } from './assignments.service.js';
import { WorkListsQueries } from './work-lists.queries.js';

/** Who of a body's officers answers which comments. */
@Module({
  imports: [CommentsModule, ConsultationsModule, IdentityModule],
  controllers: [AssignmentsController],
  providers: [AssignmentsRepository, AssignmentsService, WorkListsQueries],
  exports: [AssignmentsService, WorkListsQueries],
})
export class AssignmentsModule {}
