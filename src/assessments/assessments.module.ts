import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CouncilsModule } from '../councils/index.js';
import { MembersModule } from '../members/index.js';
import { MethodologiesModule } from '../methodologies/index.js';
import { AssessmentParts } from './assessment-parts.queries.js';
import { AssessmentWork } from './assessment-work.service.js';
import { AssessmentRecords } from './assessment-records.service.js';
import { AssessmentWorkings } from './assessment-workings.service.js';
import { Assessment } from './assessment.entity.js';
import { AssessmentsController } from './assessments.controller.js';
import { AssessmentsQueries } from './assessments.queries.js';
import { AssessmentsRepository } from './assessments.repository.js';
import { AssessmentsService } from './assessments.service.js';
import { AssessmentsTasks } from './assessments.tasks.js';
import { EditionsRepository } from './editions.repository.js';
import { PublicationsService } from './publications.service.js';
import { RankingsQueries } from './rankings.queries.js';
import { ReplyTerms } from './reply-terms.repository.js';
import { UnderWayQueries } from './under-way.queries.js';
import { ValuesController } from './values.controller.js';
import { ValuesService } from './values.service.js';

/** The scoring of government bodies. */
@Module({
  imports: [TypeOrmModule.forFeature([Assessment]), CouncilsModule, MembersModule, MethodologiesModule],
  controllers: [AssessmentsController, ValuesController],
  providers: [
    AssessmentParts,
    AssessmentRecords,
    AssessmentWork,
    AssessmentWorkings,
    AssessmentsQueries,
    AssessmentsRepository,
    AssessmentsService,
    AssessmentsTasks,
    EditionsRepository,
    PublicationsService,
    RankingsQueries,
    ReplyTerms,
    UnderWayQueries,
    ValuesService,
  ],
  exports: [
    AssessmentWork,
    AssessmentsQueries,
    AssessmentsService,
    EditionsRepository,
    PublicationsService,
    RankingsQueries,
    UnderWayQueries,
    ValuesService,
  ],
})
export class AssessmentsModule {}
