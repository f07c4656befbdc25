import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AssessmentsModule } from '../assessments/index.js';
import { CouncilsModule } from '../councils/index.js';
import { MethodologiesModule } from '../methodologies/index.js';
import { RecommendationsModule } from '../recommendations/index.js';
import { FollowUp } from './follow-up.entity.js';
import { FollowUpsController } from './follow-ups.controller.js';
import { FollowUpsQueries } from './follow-ups.queries.js';
import { FollowUpsRepository } from './follow-ups.repository.js';
import { FollowUpsService } from './follow-ups.service.js';
import { GapTerms } from './gap-terms.repository.js';

/** What came of assessments and recommendations. */
@Module({
  imports: [
    TypeOrmModule.forFeature([FollowUp]),
    AssessmentsModule,
    CouncilsModule,
    MethodologiesModule,
    RecommendationsModule,
  ],
  controllers: [FollowUpsController],
  providers: [FollowUpsQueries, FollowUpsRepository, FollowUpsService, GapTerms],
  exports: [FollowUpsQueries, FollowUpsService],
})
export class FollowUpsModule {}
