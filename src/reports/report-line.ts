import { createHash } from 'node:crypto';
import type { ConcealmentNotice } from '../comments/index.js';
import type { ReportHashes } from './completion-report.entity.js';

/** A comment's line as it was published, as far as it may have to be hidden later. Lines of form 1 have less of it. */
interface CommentLine extends Record<string, unknown> {
  readonly number?: number;
  readonly text?: string | null;
  readonly onBehalfOf?: object | null;
}

/** What became of a comment since: why it is hidden, and when the account's holder said that he did not write it. */
export interface Since {
  readonly concealment: ConcealmentNotice | null;
  readonly disownedAt: string | null;
}

/** Comments of which something has to be hidden now, by their number. */
export type Hidden = ReadonlyMap<number, Since>;

/** What stands in the place of a comment's line of which something was hidden after the publication. */
export interface HiddenLine {
  readonly line: string;
  /** False for the line as it was published. */
  readonly changed: boolean;
}

/** What a hidden comment has instead of its words and of the names in them; fields that its form does not have stay absent. */
const WORDS = ['text', 'quote', 'quoteBefore', 'quoteAfter', 'onBehalfOf'] as const;

/**
 * A published line as everyone may read it today: one whose comment was hidden since has the notice instead of the words
 * and the salt, one that was disowned since lacks the organisation it was said to speak for; both have the hash of the
 * line as it was. Without the salt nothing that is hidden can be guessed from the hash.
 */
export function readableLine(line: string, hidden: Hidden): HiddenLine {
  if (hidden.size === 0) return { line, changed: false };
  const parsed = JSON.parse(line) as CommentLine;
  const since = parsed['kind'] === 'comment' ? hidden.get(parsed.number ?? 0) : undefined;
  const instead = since && insteadOf(parsed, since);
  if (!instead) return { line, changed: false };
  const shown = { ...parsed, salt: undefined, ...instead, publishedLineSha256: sha256(line) };
  return { line: JSON.stringify(shown), changed: true };
}

/** What a line says instead; undefined where nothing of it has to be hidden. */
function insteadOf(line: CommentLine, { concealment, disownedAt }: Since): object | undefined {
  if (concealment && line.text !== null) {
    const said = WORDS.filter((name) => Object.hasOwn(line, name)).map((name) => [name, null]);
    return Object.assign(Object.fromEntries(said) as object, { concealment });
  }
  return disownedAt !== null && line.onBehalfOf ? { onBehalfOf: null, disownedAt } : undefined;
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
