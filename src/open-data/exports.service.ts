import type { Readable } from 'node:stream';
import { Injectable, Logger } from '@nestjs/common';
import { sqlStateOf, type Cursor } from '../platform/database/index.js';
import { DownloadTally, streamOf } from '../platform/http/index.js';
import type { ExportFormat } from './export-format.js';

/** Rows fetched at once: the longest comments with the longest answers fill some megabytes. */
const BATCH = 100;
/** Rows made bytes of at once: longer strings are collected late, and there would be tens of megabytes of them. */
const PIECE = 20;

/** A file under way, and what has passed of it until now. */
export interface StreamedExport {
  readonly stream: Readable;
  readonly tally: DownloadTally;
}

/** Rows under way, and how each becomes a line of JSON. */
export interface ExportRows<R extends Record<string, unknown>> {
  readonly cursor: Cursor<R>;
  line(row: R): string;
}

/** What is public about a consultation as one file, however long: nothing but a batch is in memory. */
@Injectable()
export class Exports {
  readonly #logger = new Logger('Export');

  /** Begins to read; nothing more is read than the reader takes. Its end, whichever, frees the connection. */
  open<R extends Record<string, unknown>>(rows: ExportRows<R>, format: ExportFormat): StreamedExport {
    const tally = new DownloadTally();
    const stream = streamOf({
      pieces: (asked) => bytesOf(rows, format, tally, asked),
      close: () => rows.cursor.close(),
      broke: (error) => {
        this.#logger.warn(`An export broke off: ${sqlStateOf(error) ?? error.message}`);
      },
    });
    return { stream, tally };
  }
}

/** The file, piece by piece; `asked` hears that the reader wants the next one. */
async function* bytesOf<R extends Record<string, unknown>>(
  rows: ExportRows<R>,
  format: ExportFormat,
  tally: DownloadTally,
  asked: () => void,
): AsyncGenerator<Buffer, void> {
  if (format.head !== '') yield tally.take(format.head);
  for await (const batch of rows.cursor.batches(BATCH)) {
    for (let from = 0; from < batch.length; from += PIECE) {
      const piece = batch.slice(from, from + PIECE);
      yield tally.take(piece.map((row) => format.row(rows.line(row))).join(''), piece.length);
    }
    asked();
  }
  const end = format.end(tally);
  if (end !== '') yield tally.take(end);
}
