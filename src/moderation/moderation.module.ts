import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CommentsModule } from '../comments/index.js';
import { Appeals } from './appeals.service.js';
import { Concealment } from './concealment.entity.js';
import { ConcealmentsController } from './concealments.controller.js';
import { ConcealmentsQueries } from './concealments.queries.js';
import { ConcealmentsRepository } from './concealments.repository.js';
import { Concealments } from './concealments.service.js';
import { ModerationController } from './moderation.controller.js';
import { ModerationQueries } from './moderation.queries.js';

/** Comments that a body hides, and the appeals against that. */
@Module({
  imports: [CommentsModule, TypeOrmModule.forFeature([Concealment])],
  controllers: [ConcealmentsController, ModerationController],
  providers: [Appeals, Concealments, ConcealmentsQueries, ConcealmentsRepository, ModerationQueries],
  exports: [Appeals, Concealments, ConcealmentsQueries, ModerationQueries],
})
export class ModerationModule {}
