import { createHash } from 'node:crypto';
import type { ConcealmentNotice } from '../comments/index.js';
import type { ReportHashes } from './completion-report.entity.js';

/** A comment's line as it was published, as far as it may have to be hidden later. */
interface CommentLine extends Record<string, unknown> {
  readonly text: string | null;
  readonly quote: string | null;
}

/** Why comments are hidden now, by their number. */
export type Hidden = ReadonlyMap<number, ConcealmentNotice>;

/** What stands in the place of a comment's line whose words were hidden after the publication. */
export interface HiddenLine {
  readonly line: string;
  /** False for the line as it was published. */
  readonly changed: boolean;
}

/**
 * A published line as everyone may read it today: one whose comment was hidden since has the notice instead of the words
 * and the salt, and the hash of the line as it was. Without the salt nothing of the words can be guessed from the hash.
 */
export function readableLine(line: string, hidden: Hidden): HiddenLine {
  if (hidden.size === 0) return { line, changed: false };
  const parsed = JSON.parse(line) as CommentLine & { readonly number?: number };
  const notice = parsed['kind'] === 'comment' ? hidden.get(parsed.number ?? 0) : undefined;
  if (!notice || parsed.text === null) return { line, changed: false };
  const shown = {
    ...parsed,
    salt: undefined,
    text: null,
    quote: null,
    concealment: notice,
    publishedLineSha256: sha256(line),
  };
  return { line: JSON.stringify(shown), changed: true };
}

/** Both hashes of a report, line by line. */
export class LineHashes {
  readonly #content = createHash('sha256');
  readonly #byLine = createHash('sha256');
  #lines = 0;

  add(line: string): void {
    this.#content.update(`${line}\n`);
    this.#byLine.update(`${sha256(line)}\n`);
    this.#lines += 1;
  }

  /** What was added; nothing can be added after. */
  end(): ReportHashes {
    return { lines: this.#lines, content: this.#content.digest('hex'), byLine: this.#byLine.digest('hex') };
  }
}

/** SHA-256 of a line without its line break, in hexadecimal. */
export function sha256(line: string): string {
  return createHash('sha256').update(line).digest('hex');
}
