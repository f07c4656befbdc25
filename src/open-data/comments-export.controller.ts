import { Controller, Get, Query, Res, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, type ApiResponseOptions } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Id, Public } from '../platform/http/index.js';
import { Problem } from '../platform/kernel/index.js';
import { COLUMN_NAMES } from './comment-columns.js';
import { CommentsExport } from './comments-export.service.js';
import { CsvQuery } from './comments-export.requests.js';
import { csvFormat, JSON_LINES, type ExportFormat } from './export-format.js';

const TRAILERS = 'The trailers are x-rows, the number of comments, and content-digest (RFC 9530).';

const CSV: ApiResponseOptions = {
  description: `UTF-8 with a byte order mark, RFC 4180, a line of names first: ${COLUMN_NAMES.join(', ')}. What is hidden
or absent is an empty cell. In files, each line is a file: SHA-256 in hexadecimal, bytes, name. A text that a spreadsheet could take for a formula, or that begins with an apostrophe, has an
apostrophe before it: leave the first one out to have the text. ${TRAILERS}`,
  content: { 'text/csv': { schema: { type: 'string' } } },
};

const LINES: ApiResponseOptions = {
  description: `UTF-8, a JSON object a line: a comment as in /consultations/{id}/comments, with provisionNumber,
answerProvisionNumber and files (id, name, size in bytes, sha256) besides.
The last line is an object with rows, the number of comments, and sha256, in hexadecimal, of all bytes before that line.
${TRAILERS}`,
  content: { 'application/x-ndjson': { schema: { type: 'string' } } },
};

/** What is public about a consultation, as files. */
@Controller('consultations/:id/export')
export class CommentsExportController {
  constructor(private readonly exports: CommentsExport) {}

  /** All comments with their answers as CSV, at one moment, in the order of acceptance. */
  @Get('comments.csv')
  @Public()
  @ApiOkResponse(CSV)
  csv(
    @Id() id: string,
    @Query() { separator }: CsvQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return this.#send(id, csvFormat(separator), reply);
  }

  /** All comments with their answers as JSON Lines, at one moment, in the order of acceptance. */
  @Get('comments.jsonl')
  @Public()
  @ApiOkResponse(LINES)
  jsonLines(@Id() id: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<StreamableFile> {
    return this.#send(id, JSON_LINES, reply);
  }

  /** Not kept and not repacked by anyone on the way: the next reader gets another moment, the digest is of these bytes. */
  async #send(id: string, format: ExportFormat, reply: FastifyReply): Promise<StreamableFile> {
    refuseOneLanguage(reply.request.query);
    const { stream, tally } = await this.exports.open(id, format);
    void reply
      .header('cache-control', 'no-store, no-transform')
      .trailer('x-rows', () => Promise.resolve(String(tally.rows)))
      .trailer('content-digest', () => Promise.resolve(tally.contentDigest));
    const disposition = `attachment; filename="kenes-comments-${id.toLowerCase()}.${format.extension}"`;
    return new StreamableFile(stream, { type: format.type, disposition });
  }
}

/** Throws `malformed` for `?lang=`, which everything else takes: a file holds all languages side by side. */
function refuseOneLanguage(query: unknown): void {
  if (!Object.hasOwn(query as object, 'lang')) return;
  throw new Problem('malformed', { errors: [{ pointer: '/lang', code: 'unknown-parameter' }] });
}
