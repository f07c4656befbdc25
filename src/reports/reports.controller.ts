import { Body, Controller, Get, Put } from '@nestjs/common';
import { annexOf, NoticesQueries, OpinionsQueries } from '../opinions/index.js';
import { By, Id, IfMatch, May, Public } from '../platform/http/index.js';
import type { Actor } from '../platform/kernel/index.js';
import { ReportsQueries } from './reports.queries.js';
import { ReportRequest } from './reports.requests.js';
import { reportResponse, ReportResponse } from './reports.responses.js';
import { ReportsService } from './reports.service.js';

/** Completion reports of consultations. */
@Controller('consultations/:id/report')
export class ReportsController {
  constructor(
    private readonly reports: ReportsService,
    private readonly queries: ReportsQueries,
    private readonly opinions: OpinionsQueries,
    private readonly notices: NoticesQueries,
  ) {}

  /** The report; what it counts is as it was when it was published, its annex as it is today. */
  @Get()
  @Public()
  async one(@Id() id: string): Promise<ReportResponse> {
    const [report, opinions, notices] = await Promise.all([
      this.queries.of(id),
      this.opinions.ofConsultation(id),
      this.notices.of(id),
    ]);
    return reportResponse(report, annexOf(opinions, notices));
  }

  /** Publishes the report after the closing, once no comment is unanswered. `If-Match` names the consultation. */
  @Put()
  @May('report.publish')
  async publish(
    @Id() id: string,
    @Body() { summary }: ReportRequest,
    @By() by: Actor,
    @IfMatch() expected?: number,
  ): Promise<ReportResponse> {
    await this.reports.publish(id, summary ?? null, by, expected);
    return this.one(id);
  }
}
