import type { Readable } from 'node:stream';
import { Injectable, Logger } from '@nestjs/common';
import { CommentsQueries } from '../comments/index.js';
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

type Lines = Cursor<{ readonly line: string }>;

/** The public comments of a consultation as one file, whatever their number: nothing but a batch is in memory. */
@Injectable()
export class CommentsExport {
  readonly #logger = new Logger('Export');

  constructor(private readonly comments: CommentsQueries) {}

  /**
   * Begins to read; nothing more is read than the reader takes. Its end, whichever, frees the connection. Throws
   * `not-found`, and `unavailable` when too many exports are under way.
   */
  async open(consultationId: string, format: ExportFormat): Promise<StreamedExport> {
    const lines = await this.comments.lines(consultationId);
    const tally = new DownloadTally();
    const stream = streamOf({
      pieces: (asked) => bytesOf(lines, format, tally, asked),
      close: () => lines.close(),
      broke: (error) => {
        this.#logger.warn(`An export broke off: ${sqlStateOf(error) ?? error.message}`);
      },
    });
    return { stream, tally };
  }
}

/** The file, piece by piece; `asked` hears that the reader wants the next one. */
async function* bytesOf(
  lines: Lines,
  format: ExportFormat,
  tally: DownloadTally,
  asked: () => void,
): AsyncGenerator<Buffer, void> {
  if (format.head !== '') yield tally.take(format.head);
  for await (const batch of lines.batches(BATCH)) {
    for (let from = 0; from < batch.length; from += PIECE) {
      const piece = batch.slice(from, from + PIECE);
      yield tally.take(piece.map(({ line }) => format.row(line)).join(''), piece.length);
    }
    asked();
  }
  const end = format.end(tally);
  if (end !== '') yield tally.take(end);
}
