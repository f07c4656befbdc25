import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ConsultationsModule } from '../consultations/index.js';
import { CouncilsModule } from '../councils/index.js';
import { MeetingsModule } from '../meetings/index.js';
import { NoticesQueries } from './notices.queries.js';
import { OpinionAnswers } from './opinion-answers.service.js';
import { OpinionDueDates } from './opinion-due-dates.js';
import { Opinion } from './opinion.entity.js';
import { OpinionLinesQueries } from './opinion-lines.queries.js';
import { OpinionsController } from './opinions.controller.js';
import { OpinionsQueries } from './opinions.queries.js';
import { OpinionsRepository } from './opinions.repository.js';
import { OpinionsService } from './opinions.service.js';

/** Opinions on drafts, their terms, and the answers of the bodies (K1–K6). */
@Module({
  imports: [TypeOrmModule.forFeature([Opinion]), ConsultationsModule, CouncilsModule, MeetingsModule],
  controllers: [OpinionsController],
  providers: [
    NoticesQueries,
    OpinionAnswers,
    OpinionDueDates,
    OpinionLinesQueries,
    OpinionsQueries,
    OpinionsRepository,
    OpinionsService,
  ],
  exports: [NoticesQueries, OpinionAnswers, OpinionLinesQueries, OpinionsQueries, OpinionsService],
})
export class OpinionsModule {}
