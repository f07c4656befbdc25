import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ConsultationsModule } from '../consultations/index.js';
import { OpinionsModule } from '../opinions/index.js';
import { CompletionReport } from './completion-report.entity.js';
import { ReportsController } from './reports.controller.js';
import { ReportsQueries } from './reports.queries.js';
import { ReportsService } from './reports.service.js';

/** Completion reports of consultations. */
@Module({
  imports: [TypeOrmModule.forFeature([CompletionReport]), ConsultationsModule, OpinionsModule],
  controllers: [ReportsController],
  providers: [ReportsQueries, ReportsService],
  exports: [ReportsQueries, ReportsService],
})
export class ReportsModule {}
