import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { BodiesModule } from '../bodies/index.js';
import { CouncilsModule } from '../councils/index.js';
import { MeetingsModule } from '../meetings/index.js';
import { Recommendation } from './recommendation.entity.js';
import { RecommendationsController } from './recommendations.controller.js';
import { RecommendationsQueries } from './recommendations.queries.js';
import { RecommendationsRepository } from './recommendations.repository.js';
import { RecommendationsService } from './recommendations.service.js';

/** Recommendations to government bodies, their terms and replies. */
@Module({
  imports: [TypeOrmModule.forFeature([Recommendation]), BodiesModule, CouncilsModule, MeetingsModule],
  controllers: [RecommendationsController],
  providers: [RecommendationsQueries, RecommendationsRepository, RecommendationsService],
  exports: [RecommendationsQueries, RecommendationsService],
})
export class RecommendationsModule {}
