import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ConsultationsModule } from '../consultations/index.js';
import { IdentityModule } from '../platform/identity/index.js';
import { CommentDraft } from './comment-draft.entity.js';
import { CommentDraftsController } from './comment-drafts.controller.js';
import { CommentDraftsQueries } from './comment-drafts.queries.js';
import { CommentDraftsRepository } from './comment-drafts.repository.js';
import { CommentDrafts } from './comment-drafts.service.js';
import { CommentDraftsTasks } from './comment-drafts.tasks.js';

/** Comments that people keep to go on with later. */
@Module({
  imports: [ConsultationsModule, IdentityModule, TypeOrmModule.forFeature([CommentDraft])],
  controllers: [CommentDraftsController],
  providers: [CommentDrafts, CommentDraftsQueries, CommentDraftsRepository, CommentDraftsTasks],
  exports: [CommentDrafts, CommentDraftsQueries, CommentDraftsTasks],
})
export class CommentDraftsModule {}
