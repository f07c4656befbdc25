import { StreamableFile } from '@nestjs/common';
import type { ApiResponseOptions } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Problem } from '../platform/kernel/index.js';
import type { ExportFormat } from './export-format.js';
import type { ExportTable } from './export-table.js';
import type { StreamedExport } from './exports.service.js';

/** What a file is called: `kenes-<what>-<consultation>.<ending>`. */
interface Named {
  readonly what: string;
  readonly id: string;
}

/**
 * The file as it is sent. Not kept and not repacked by anyone on the way: the next reader gets another moment, the digest
 * is of these bytes. Throws `malformed` for `?lang=`, which everything else takes: a file holds all languages side by side.
 */
export async function exportAnswer(
  { what, id }: Named,
  format: ExportFormat,
  open: () => Promise<StreamedExport>,
  reply: FastifyReply,
): Promise<StreamableFile> {
  refuseOneLanguage(reply.request.query);
  const { stream, tally } = await open();
  void reply
    .header('cache-control', 'no-store, no-transform')
    .trailer('x-rows', () => Promise.resolve(String(tally.rows)))
    .trailer('content-digest', () => Promise.resolve(tally.contentDigest));
  const disposition = `attachment; filename="kenes-${what}-${id.toLowerCase()}.${format.extension}"`;
  return new StreamableFile(stream, { type: format.type, disposition });
}

const TRAILERS = 'The trailers are x-rows, the number of rows, and content-digest (RFC 9530).';

/** What the description of the interface says of a CSV; `more` of its cells. */
export function csvResponse({ names }: ExportTable, more = ''): ApiResponseOptions {
  return {
    description: `UTF-8 with a byte order mark, RFC 4180, a line of names first: ${names.join(', ')}. What is hidden
or absent is an empty cell.${more} A text that a spreadsheet could take for a formula, or that begins with an apostrophe, has an
apostrophe before it: leave the first one out to have the text. ${TRAILERS}`,
    content: { 'text/csv': { schema: { type: 'string' } } },
  };
}

/** The same of JSON Lines; `row` says what a line is. */
export function linesResponse(row: string): ApiResponseOptions {
  return {
    description: `UTF-8, a JSON object a line: ${row}. The last line is an object with rows, the number of them, and sha256,
in hexadecimal, of all bytes before that line. ${TRAILERS}`,
    content: { 'application/x-ndjson': { schema: { type: 'string' } } },
  };
}

function refuseOneLanguage(query: unknown): void {
  if (!Object.hasOwn(query as object, 'lang')) return;
  throw new Problem('malformed', { errors: [{ pointer: '/lang', code: 'unknown-parameter' }] });
}
