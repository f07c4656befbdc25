import { Injectable } from '@nestjs/common';
import { Statements } from '../database/index.js';
import { keysOf, pageOf, type Page } from '../kernel/index.js';
import type { JournalEntryResponse } from './journal.responses.js';

interface Row {
  readonly seq: number;
  readonly entry: string;
  readonly leafHash: string;
}

/** Reads of the public journal. */
@Injectable()
export class JournalQueries {
  constructor(private readonly statements: Statements) {}

  /** Public acts, oldest first; `subject` is `kind` or `kind:id`. */
  async list(limit: number, after?: string, subject?: string): Promise<Page<JournalEntryResponse>> {
    const [seq] = keysOf(after, ['number']) ?? [0];
    const [kind, id] = subject?.split(/:(.*)/s) ?? [];
    const rows = await this.statements.rows<Row & Record<string, unknown>>(
      'journal-list',
      `select seq, entry, encode(leaf_hash, 'hex') as "leafHash" from journal
        where public and seq > $1 and ($2::text is null or subject_kind = $2) and ($3::text is null or subject_id = $3)
        order by seq limit $4`,
      [seq, kind ?? null, id ?? null, limit + 1],
    );
    return shown(rows, limit);
  }

  /** The same, latest first. */
  async latest(limit: number, after?: string, subject?: string): Promise<Page<JournalEntryResponse>> {
    const [seq] = keysOf(after, ['number']) ?? [null];
    const [kind, id] = subject?.split(/:(.*)/s) ?? [];
    const rows = await this.statements.rows<Row & Record<string, unknown>>(
      'journal-latest',
      `select seq, entry, encode(leaf_hash, 'hex') as "leafHash" from journal
        where public and ($1::bigint is null or seq < $1) and ($2::text is null or subject_kind = $2)
          and ($3::text is null or subject_id = $3)
        order by seq desc limit $4`,
      [seq, kind ?? null, id ?? null, limit + 1],
    );
    return shown(rows, limit);
  }

  /** Number of the last act on any of these things, as `kind:id`; 0 when there is none. A version, where rows have none. */
  async lastOn(...subjects: readonly `${string}:${string}`[]): Promise<number> {
    const parts = subjects.map((subject) => subject.split(/:(.*)/s));
    const row = await this.statements.row<{ seq: number }>(
      'journal-last-on',
      `select coalesce(max(j.seq), 0)::float8 as seq from unnest($1::text[], $2::text[]) as s (kind, id)
         join journal j on j.subject_kind = s.kind and j.subject_id = s.id`,
      [parts.map(([kind]) => kind), parts.map(([, id]) => id)],
    );
    return row?.seq ?? 0;
  }

  /** Number and instant of the last entry, public or not; undefined on an empty journal. */
  async last(): Promise<{ seq: number; at: Date } | undefined> {
    const row = await this.statements.row<{ seq: number; at: Date }>(
      'journal-last',
      'select seq, at from journal_head where seq > 0',
    );
    return row;
  }
}

function shown(rows: readonly Row[], limit: number): Page<JournalEntryResponse> {
  return pageOf(
    rows,
    limit,
    (row) => [row.seq],
    ({ entry, leafHash }) => ({ ...(JSON.parse(entry) as Omit<JournalEntryResponse, 'leafHash'>), leafHash }),
  );
}
