import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Statements } from '../database/index.js';

/** What came of reading the whole journal again. */
export interface Verified {
  /** Entries read. */
  readonly entries: number;
  /** What is wrong, in sentences; empty for a sound journal. At most a hundred. */
  readonly faults: readonly string[];
}

interface Row {
  readonly seq: number;
  readonly entry: string;
  readonly leafHash: Buffer;
}

const BATCH = 1000;
const MOST_FAULTS = 100;
const LEAF = Buffer.from([0]);

/** Reads every entry again: numbers without a gap up to the head's, each hash over exactly the entry's text (RFC 9162). */
@Injectable()
export class JournalVerification {
  constructor(private readonly statements: Statements) {}

  async run(): Promise<Verified> {
    // Read first: what is appended meanwhile is of the next verification.
    const head = await this.statements.row<{ seq: number }>('journal-head', 'select seq from journal_head');
    const last = head?.seq ?? 0;
    const faults: string[] = head ? [] : ['The row that numbers the journal is missing.'];
    let [seq, entries] = [0, 0];
    for (let rows = await this.#after(seq, last); rows.length > 0; rows = await this.#after(seq, last)) {
      for (const row of rows) {
        if (row.seq !== seq + 1) faults.push(missing(seq + 1, row.seq - 1));
        faults.push(...faultsOf(row));
        seq = row.seq;
      }
      entries += rows.length;
    }
    if (seq < last) faults.push(missing(seq + 1, last));
    return { entries, faults: faults.slice(0, MOST_FAULTS) };
  }

  #after(seq: number, last: number): Promise<Row[]> {
    return this.statements.rows<Row & Record<string, unknown>>(
      'journal-verify',
      `select seq, entry, leaf_hash as "leafHash" from journal where seq > $1 and seq <= $2 order by seq limit ${BATCH}`,
      [seq, last],
    );
  }
}

function missing(from: number, to: number): string {
  return from === to ? `Entry ${from} is missing.` : `Entries ${from} to ${to} are missing.`;
}

function faultsOf({ seq, entry, leafHash }: Row): string[] {
  const hash = createHash('sha256').update(LEAF).update(entry, 'utf8').digest();
  if (!hash.equals(leafHash)) return [`Entry ${seq}: the hash is not that of its text.`];
  const own = (JSON.parse(entry) as { seq?: unknown }).seq;
  return own === seq ? [] : [`Entry ${seq}: its text says that it is entry ${String(own)}.`];
}
