import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ComparisonsModule } from '../comparisons/index.js';
import { ConsultationsModule } from '../consultations/index.js';
import { OpinionsModule } from '../opinions/index.js';
import { CompletionReport } from './completion-report.entity.js';
import { ReportFilesController } from './report-files.controller.js';
import { ReportFiles } from './report-files.service.js';
import { ReportFreezing } from './report-freezing.service.js';
import { ReportLinesRepository } from './report-lines.repository.js';
import { ReportTextsQueries } from './report-texts.queries.js';
import { ReportsController } from './reports.controller.js';
import { ReportsQueries } from './reports.queries.js';
import { ReportsService } from './reports.service.js';

/** Completion reports of consultations. */
@Module({
  imports: [TypeOrmModule.forFeature([CompletionReport]), ComparisonsModule, ConsultationsModule, OpinionsModule],
  controllers: [ReportsController, ReportFilesController],
  providers: [ReportFiles, ReportFreezing, ReportLinesRepository, ReportTextsQueries, ReportsQueries, ReportsService],
  exports: [ReportTextsQueries, ReportsQueries, ReportsService],
})
export class ReportsModule {}
