import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { BodiesModule } from '../bodies/index.js';
import { CalendarModule } from '../calendar/index.js';
import { CommentsModule } from '../comments/index.js';
import { ConsultationsModule } from '../consultations/index.js';
import { RulebookModule } from '../rulebook/index.js';
import { Import } from './import.entity.js';
import { ImportedComment } from './imported-comment.entity.js';
import { ImportedComments } from './imported-comments.service.js';
import { ImportedTexts } from './imported-texts.service.js';
import { ImportsController } from './imports.controller.js';
import { ImportsQueries } from './imports.queries.js';
import { ImportsRepository } from './imports.repository.js';
import { ImportsService } from './imports.service.js';
import { PortalBodies } from './portal-bodies.service.js';

/** Discussions taken over from the national portal. */
@Module({
  imports: [
    TypeOrmModule.forFeature([Import, ImportedComment]),
    BodiesModule,
    CalendarModule,
    CommentsModule,
    ConsultationsModule,
    RulebookModule,
  ],
  controllers: [ImportsController],
  providers: [ImportedComments, ImportedTexts, ImportsQueries, ImportsRepository, ImportsService, PortalBodies],
  exports: [ImportsQueries, ImportsService],
})
export class ImportsModule {}
