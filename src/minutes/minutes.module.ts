import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CouncilsModule } from '../councils/index.js';
import { MeetingsModule } from '../meetings/index.js';
import { RecommendationsModule } from '../recommendations/index.js';
import { FactsQueries } from './facts.queries.js';
import { MinutesController } from './minutes.controller.js';
import { Minutes } from './minutes.entity.js';
import { MinutesQueries } from './minutes.queries.js';
import { MinutesRepository } from './minutes.repository.js';
import { MinutesService } from './minutes.service.js';

/** Minutes of meetings: built from the records, signed, published, corrected. */
@Module({
  imports: [TypeOrmModule.forFeature([Minutes]), CouncilsModule, MeetingsModule, RecommendationsModule],
  controllers: [MinutesController],
  providers: [FactsQueries, MinutesQueries, MinutesRepository, MinutesService],
  exports: [MinutesQueries, MinutesService],
})
export class MinutesModule {}
