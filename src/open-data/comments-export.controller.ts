import { Controller, Get, Query, Res, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { CommentsQueries } from '../comments/index.js';
import { Id, Public } from '../platform/http/index.js';
import { COMMENT_TABLE } from './comment-columns.js';
import { csvResponse, exportAnswer, linesResponse } from './export-answer.js';
import { csvFormat, JSON_LINES, type ExportFormat } from './export-format.js';
import { CsvQuery } from './exports.requests.js';
import { Exports } from './exports.service.js';

const FILES = ' In files, each line is a file: SHA-256 in hexadecimal, bytes, name.';
const LINE = `a comment as in /consultations/{id}/comments, with
provisionNumber, answerProvisionNumber and files (id, name, size in bytes, sha256) besides`;

/** What participants said in a consultation and what was answered, as files. */
@Controller('consultations/:id/export')
export class CommentsExportController {
  constructor(
    private readonly exports: Exports,
    private readonly comments: CommentsQueries,
  ) {}

  /** All comments with their answers as CSV, at one moment, in the order of acceptance. */
  @Get('comments.csv')
  @Public()
  @ApiOkResponse(csvResponse(COMMENT_TABLE, FILES))
  csv(
    @Id() id: string,
    @Query() { separator }: CsvQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return this.#send(id, csvFormat(COMMENT_TABLE, separator), reply);
  }

  /** All comments with their answers as JSON Lines, at one moment, in the order of acceptance. */
  @Get('comments.jsonl')
  @Public()
  @ApiOkResponse(linesResponse(LINE))
  jsonLines(@Id() id: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<StreamableFile> {
    return this.#send(id, JSON_LINES, reply);
  }

  #send(id: string, format: ExportFormat, reply: FastifyReply): Promise<StreamableFile> {
    const open = async () => {
      const cursor = await this.comments.lines(id);
      return this.exports.open({ cursor, line: ({ line }) => line }, format);
    };
    return exportAnswer({ what: 'comments', id }, format, open, reply);
  }
}
