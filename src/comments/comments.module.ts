import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ConsultationsModule } from '../consultations/index.js';
import { IdentityModule } from '../platform/identity/index.js';
import { AdmissionRepository } from './admission.repository.js';
import { CommentLimits } from './comment-limits.service.js';
import { Comment } from './comment.entity.js';
import { CommentsController } from './comments.controller.js';
import { CommentsIntake } from './comments.intake.js';
import { CommentsQueries } from './comments.queries.js';
import { CommentsRepository } from './comments.repository.js';
import { CommentsService } from './comments.service.js';
import { EarlierAnswer } from './earlier-answer.entity.js';
import { LimitsRepository } from './limits.repository.js';
import { LimitsTasks } from './limits.tasks.js';
import { QuotesQueries } from './quotes.queries.js';

/** What participants say in a consultation, and what the body answers. */
@Module({
  imports: [ConsultationsModule, IdentityModule, TypeOrmModule.forFeature([Comment, EarlierAnswer])],
  controllers: [CommentsController],
  providers: [
    AdmissionRepository,
    CommentLimits,
    CommentsIntake,
    CommentsQueries,
    CommentsRepository,
    CommentsService,
    LimitsRepository,
    LimitsTasks,
    QuotesQueries,
  ],
  exports: [CommentsIntake, CommentsQueries, CommentsRepository, CommentsService],
})
export class CommentsModule {}
