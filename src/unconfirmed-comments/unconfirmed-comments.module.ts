import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CommentsModule } from '../comments/index.js';
import { IdentityModule } from '../platform/identity/index.js';
import { UnconfirmedComment } from './unconfirmed-comment.entity.js';
import { UnconfirmedCommentsController } from './unconfirmed-comments.controller.js';
import { UnconfirmedCommentsQueries } from './unconfirmed-comments.queries.js';
import { UnconfirmedCommentsRepository } from './unconfirmed-comments.repository.js';
import { UnconfirmedComments } from './unconfirmed-comments.service.js';
import { UnconfirmedCommentsTasks } from './unconfirmed-comments.tasks.js';

/** Comments without an account, until they are confirmed by e-mail. */
@Module({
  imports: [CommentsModule, IdentityModule, TypeOrmModule.forFeature([UnconfirmedComment])],
  controllers: [UnconfirmedCommentsController],
  providers: [UnconfirmedComments, UnconfirmedCommentsQueries, UnconfirmedCommentsRepository, UnconfirmedCommentsTasks],
  exports: [UnconfirmedComments, UnconfirmedCommentsQueries, UnconfirmedCommentsTasks],
})
export class UnconfirmedCommentsModule {}
