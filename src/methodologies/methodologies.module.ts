import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { MethodologiesController } from './methodologies.controller.js';
import { MethodologiesQueries } from './methodologies.queries.js';
import { MethodologiesRepository } from './methodologies.repository.js';
import { MethodologiesService } from './methodologies.service.js';
import { Methodology } from './methodology.entity.js';

/** How government bodies are scored. */
@Module({
  imports: [TypeOrmModule.forFeature([Methodology])],
  controllers: [MethodologiesController],
  providers: [MethodologiesService, MethodologiesQueries, MethodologiesRepository],
  exports: [MethodologiesService, MethodologiesQueries],
})
export class MethodologiesModule {}
