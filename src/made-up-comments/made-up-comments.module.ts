import { Module } from '@nestjs/common';
import { CommentsModule } from '../comments/index.js';
import { MadeUpCommentsRepository } from './made-up-comments.repository.js';
import { MadeUpComments } from './made-up-comments.service.js';

/** Many comments of nobody, to see how the platform bears them. */
@Module({
  imports: [CommentsModule],
  providers: [MadeUpComments, MadeUpCommentsRepository],
  exports: [MadeUpComments],
})
export class MadeUpCommentsModule {}
