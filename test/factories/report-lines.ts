import { createHash } from 'node:crypto';

/** A line of a report as it is read. */
export interface Line extends Record<string, unknown> {
  readonly kind: string;
  readonly text?: string | null;
  readonly salt?: string;
  readonly publishedLineSha256?: string;
}

/** A report as the API gives it. */
export interface Report {
  readonly id: string;
  readonly hashes: { readonly lines: number; readonly content: string; readonly byLine: string };
  readonly counts: Readonly<Record<string, unknown>>;
}

/** SHA-256 in hexadecimal. */
export function sha256(content: string | Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}

/** The hash by lines, as the API tells readers to compute it. */
export function byLine(lines: readonly string[]): string {
  const of = (line: string): string => (JSON.parse(line) as Line).publishedLineSha256 ?? sha256(line);
  return sha256(lines.map((line) => `${of(line)}\n`).join(''));
}
