import { Body, Controller, Get, Put, Query } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { annexOf, NoticesQueries, OpinionsQueries } from '../opinions/index.js';
import { By, Id, IfMatch, JsonText, May, PageQuery, Public } from '../platform/http/index.js';
import type { Actor } from '../platform/kernel/index.js';
import { ReportTextsQueries } from './report-texts.queries.js';
import { ReportTextPageResponse } from './report-texts.responses.js';
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
    private readonly texts: ReportTextsQueries,
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

  /** Every text with its answer once, the ones sent most often first, as everyone may read them today. */
  @Get('texts')
  @Public()
  @ApiOkResponse({ type: ReportTextPageResponse })
  async list(@Id() id: string, @Query() query: PageQuery): Promise<JsonText> {
    const { items, next } = await this.texts.page(id, query);
    return new JsonText(`{"items":[${items.join(',')}],"next":${JSON.stringify(next)}}`);
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
