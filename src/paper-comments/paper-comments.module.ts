import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CommentsModule } from '../comments/index.js';
import { ConsultationsModule } from '../consultations/index.js';
import { FilesModule } from '../platform/files/index.js';
import { PaperComment } from './paper-comment.entity.js';
import { PaperCommentsController } from './paper-comments.controller.js';
import { PaperCommentsQueries } from './paper-comments.queries.js';
import { PaperCommentsRepository } from './paper-comments.repository.js';
import { PaperComments } from './paper-comments.service.js';

/** Comments that come to a body on paper or by e-mail. */
@Module({
  imports: [CommentsModule, ConsultationsModule, FilesModule, TypeOrmModule.forFeature([PaperComment])],
  controllers: [PaperCommentsController],
  providers: [PaperComments, PaperCommentsQueries, PaperCommentsRepository],
  exports: [PaperComments, PaperCommentsQueries],
})
export class PaperCommentsModule {}
