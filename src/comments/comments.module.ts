import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ConsultationsModule } from '../consultations/index.js';
import { FilesModule } from '../platform/files/index.js';
import { IdentityModule } from '../platform/identity/index.js';
import { AnswerProvisions } from './answer-provisions.queries.js';
import { AdmissionRepository } from './admission.repository.js';
import { CommentLimits } from './comment-limits.service.js';
import { Comment } from './comment.entity.js';
import { CommentFile } from './comment-file.entity.js';
import { CommentFilesQueries } from './comment-files.queries.js';
import { CommentFilesRepository } from './comment-files.repository.js';
import { CommentFiles } from './comment-files.service.js';
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
  imports: [
    ConsultationsModule,
    IdentityModule,
    FilesModule,
    TypeOrmModule.forFeature([Comment, CommentFile, EarlierAnswer]),
  ],
  controllers: [CommentsController],
  providers: [
    AdmissionRepository,
    AnswerProvisions,
    CommentLimits,
    CommentFiles,
    CommentFilesQueries,
    CommentFilesRepository,
    CommentsIntake,
    CommentsQueries,
    CommentsRepository,
    CommentsService,
    LimitsRepository,
    LimitsTasks,
    QuotesQueries,
  ],
  exports: [
    AnswerProvisions,
    CommentFilesQueries,
    CommentsIntake,
    CommentsQueries,
    CommentsRepository,
    CommentsService,
    QuotesQueries,
  ],
})
export class CommentsModule {}
