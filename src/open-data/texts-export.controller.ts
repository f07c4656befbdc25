import { Controller, Get, Query, Res, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { DraftLinesQueries } from '../consultations/index.js';
import { Id, Public } from '../platform/http/index.js';
import { DRAFT_TABLE } from './draft-columns.js';
import { csvResponse, exportAnswer, linesResponse } from './export-answer.js';
import { csvFormat, JSON_LINES, type ExportFormat } from './export-format.js';
import { CsvQuery } from './exports.requests.js';
import { Exports } from './exports.service.js';

const TABLE = ' In table, the shape of a table whose words are the text, as JSON.';

/** The text of a consultation in all its published versions, as files. */
@Controller('consultations/:id/export')
export class TextsExportController {
  constructor(
    private readonly exports: Exports,
    private readonly drafts: DraftLinesQueries,
  ) {}

  /** The text in every published version as CSV: a row is a provision in one version, the first version first. */
  @Get('texts.csv')
  @Public()
  @ApiOkResponse(csvResponse(DRAFT_TABLE, TABLE))
  csv(
    @Id() id: string,
    @Query() { separator }: CsvQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return this.#send(id, csvFormat(DRAFT_TABLE, separator), reply);
  }

  /** The text in every published version as JSON Lines: a line is a provision in one version, the first version first. */
  @Get('texts.jsonl')
  @Public()
  @ApiOkResponse(linesResponse('a provision as in /consultations/{id}/draft, with version, madeAt and note'))
  jsonLines(@Id() id: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<StreamableFile> {
    return this.#send(id, JSON_LINES, reply);
  }

  #send(id: string, format: ExportFormat, reply: FastifyReply): Promise<StreamableFile> {
    const open = async () => {
      const cursor = await this.drafts.lines(id);
      return this.exports.open({ cursor, line: ({ line }) => line }, format);
    };
    return exportAnswer({ what: 'texts', id }, format, open, reply);
  }
}
