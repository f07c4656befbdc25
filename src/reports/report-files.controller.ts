import { Controller, Get, Query, Req, Res, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiQuery, type ApiResponseOptions } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Id, languageOf, Public } from '../platform/http/index.js';
import { LANGUAGES, Problem } from '../platform/kernel/index.js';
import { REPORT_COLUMNS } from './report-csv.js';
import { ReportCsvQuery } from './report-files.requests.js';
import { ReportFiles, type ReportFile } from './report-files.service.js';
import { DOCUMENTS, type DocumentName } from './report-format.js';
import { DOCUMENT_CHARACTERS, DOCUMENT_TEXTS } from './report-texts.queries.js';

const CSV: ApiResponseOptions = {
  description: `Every text with its answer once, the ones sent most often first, as everyone may read them today. UTF-8 with
a byte order mark, RFC 4180, a line of names first: ${REPORT_COLUMNS.join(', ')}. What is hidden or absent is an empty cell. A
text that a spreadsheet could take for a formula, or that begins with an apostrophe, has an apostrophe before it.
The trailers are x-rows and content-digest (RFC 9530).`,
  content: { 'text/csv': { schema: { type: 'string' } } },
};

const LINES: ApiResponseOptions = {
  description: `UTF-8, a JSON object a line, by its kind: report, then each change of the text, each opinion, each comment.
As published, but for the words of comments that were hidden since and the organisations of those that were disowned since:
their lines have the notice or the day of that instead and, in
publishedLineSha256, the SHA-256 of the line as it was. While x-hidden is 0, the SHA-256 of the file is hashes.content of the
report; hashes.byLine can always be checked. Names are in no line; the salt makes that words cannot be guessed from a hash.
The trailers are x-rows, x-hidden and content-digest (RFC 9530).`,
  content: { 'application/x-ndjson': { schema: { type: 'string' } } },
};

const documented = (name: DocumentName, about: string): MethodDecorator & ClassDecorator =>
  ApiOkResponse({
    description: `${about} It prints at most ${DOCUMENT_TEXTS} texts and ${DOCUMENT_CHARACTERS} characters of them, and says so
where there are more.`,
    content: { [DOCUMENTS[name].type]: { schema: { type: 'string', format: 'binary' } } },
  });

const LANGUAGE = ApiQuery({ name: 'lang', required: false, enum: LANGUAGES, description: 'The language of the file.' });

/** A completion report as files. */
@Controller('consultations/:id/report')
export class ReportFilesController {
  constructor(private readonly files: ReportFiles) {}

  /** Every text with its answer, as CSV. */
  @Get('report.csv')
  @Public()
  @ApiOkResponse(CSV)
  async csv(
    @Id() id: string,
    @Query() { separator }: ReportCsvQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    refuseOneLanguage(reply.request.query);
    const type = 'text/csv; charset=utf-8; header=present';
    return send(await this.files.csv(id, separator), { id, extension: 'csv', type }, reply);
  }

  /** The report as it was published, as JSON Lines. */
  @Get('report.jsonl')
  @Public()
  @ApiOkResponse(LINES)
  async jsonLines(@Id() id: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<StreamableFile> {
    refuseOneLanguage(reply.request.query);
    const type = 'application/x-ndjson; charset=utf-8';
    return send(await this.files.jsonLines(id), { id, extension: 'jsonl', type }, reply);
  }

  /** The report as PDF, to be printed and read by people. */
  @Get('report.pdf')
  @Public()
  @LANGUAGE
  @documented('pdf', 'PDF 1.7, tagged, with bookmarks.')
  pdf(
    @Id() id: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return this.#document(id, 'pdf', request, reply);
  }

  /** The report as DOCX, to be read and worked with by people. */
  @Get('report.docx')
  @Public()
  @LANGUAGE
  @documented('docx', 'WordprocessingML (ISO/IEC 29500).')
  docx(
    @Id() id: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return this.#document(id, 'docx', request, reply);
  }

  async #document(id: string, name: DocumentName, request: FastifyRequest, reply: FastifyReply) {
    const lang = languageOf(request);
    const file = await this.files.document(id, name, lang);
    void reply.header('content-language', lang);
    return send(file, { id: `${id}-${lang}`, extension: name, type: DOCUMENTS[name].type }, reply);
  }
}

interface Named {
  readonly id: string;
  readonly extension: string;
  readonly type: string;
}

/** Not kept and not repacked by anyone on the way: words that are hidden must not live on, the digest is of these bytes. */
function send(
  { stream, tally, hidden }: ReportFile,
  { id, extension, type }: Named,
  reply: FastifyReply,
): StreamableFile {
  void reply
    .header('cache-control', 'no-store, no-transform')
    .trailer('content-digest', () => Promise.resolve(tally.contentDigest));
  if (!(extension in DOCUMENTS)) void reply.trailer('x-rows', () => Promise.resolve(String(tally.rows)));
  if (hidden) void reply.trailer('x-hidden', () => Promise.resolve(String(hidden())));
  const disposition = `attachment; filename="kenes-report-${id.toLowerCase()}.${extension}"`;
  return new StreamableFile(stream, { type, disposition });
}

/** Throws `malformed` for `?lang=`: these files hold all languages side by side. */
function refuseOneLanguage(query: unknown): void {
  if (!Object.hasOwn(query as object, 'lang')) return;
  throw new Problem('malformed', { errors: [{ pointer: '/lang', code: 'unknown-parameter' }] });
}
