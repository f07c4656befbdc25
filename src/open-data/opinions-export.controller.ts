import { Controller, Get, Query, Res, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { OpinionLinesQueries } from '../opinions/index.js';
import { Id, Public } from '../platform/http/index.js';
import { csvResponse, exportAnswer, linesResponse } from './export-answer.js';
import { csvFormat, JSON_LINES, type ExportFormat } from './export-format.js';
import { CsvQuery } from './exports.requests.js';
import { Exports } from './exports.service.js';
import { NOTICE_TABLE, OPINION_TABLE } from './opinion-columns.js';

const BREACHES = ' In breaches, the rules whose terms were missed.';
const NOTICE = 'a notified council as in the notices of /consultations/{id}/opinions';

/** What councils and organisations said of a draft, as files. */
@Controller('consultations/:id/export')
export class OpinionsExportController {
  constructor(
    private readonly exports: Exports,
    private readonly opinions: OpinionLinesQueries,
  ) {}

  /** All opinions on the draft with the answers of the body as CSV, in the order of their entry. */
  @Get('opinions.csv')
  @Public()
  @ApiOkResponse(csvResponse(OPINION_TABLE, BREACHES))
  opinionsCsv(
    @Id() id: string,
    @Query() { separator }: CsvQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return this.#sendOpinions(id, csvFormat(OPINION_TABLE, separator), reply);
  }

  /** All opinions on the draft with the answers of the body as JSON Lines, in the order of their entry. */
  @Get('opinions.jsonl')
  @Public()
  @ApiOkResponse(linesResponse('an opinion as in /consultations/{id}/opinions'))
  opinionLines(@Id() id: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<StreamableFile> {
    return this.#sendOpinions(id, JSON_LINES, reply);
  }

  /** The notified councils and where each stands today as CSV; silence is approval (K2). */
  @Get('notices.csv')
  @Public()
  @ApiOkResponse(csvResponse(NOTICE_TABLE))
  noticesCsv(
    @Id() id: string,
    @Query() { separator }: CsvQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return this.#sendNotices(id, csvFormat(NOTICE_TABLE, separator), reply);
  }

  /** The notified councils and where each stands today as JSON Lines; silence is approval (K2). */
  @Get('notices.jsonl')
  @Public()
  @ApiOkResponse(linesResponse(NOTICE))
  noticeLines(@Id() id: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<StreamableFile> {
    return this.#sendNotices(id, JSON_LINES, reply);
  }

  #sendOpinions(id: string, format: ExportFormat, reply: FastifyReply): Promise<StreamableFile> {
    const open = async () => this.exports.open(await this.opinions.opinions(id), format);
    return exportAnswer({ what: 'opinions', id }, format, open, reply);
  }

  #sendNotices(id: string, format: ExportFormat, reply: FastifyReply): Promise<StreamableFile> {
    const open = async () => this.exports.open(await this.opinions.notices(id), format);
    return exportAnswer({ what: 'notices', id }, format, open, reply);
  }
}
