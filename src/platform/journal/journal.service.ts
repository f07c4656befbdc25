import { Injectable } from '@nestjs/common';
import { Clock, type Actor, type AppliedRule } from '../kernel/index.js';
import { UnitOfWork } from '../database/index.js';

/** One act to be recorded. `data` holds ids and values before and after, never a name, address or text of a person. */
export interface Act {
  /** In the past tense: `consultation.published`. */
  readonly what: string;
  readonly subject: { readonly kind: string; readonly id: string };
  readonly by: Actor;
  readonly rules?: readonly AppliedRule[];
  readonly data?: Readonly<Record<string, unknown>>;
  /** False keeps the entry out of the public journal; it is numbered and hashed all the same. */
  readonly public?: boolean;
}

const QUEUE = 'journal';

/**
 * The CTEs that number, hash and write acts in one statement: the head's row lock is the journal's lock and is held from
 * here to COMMIT only. `acts` names a relation (rest, actor_kind, actor_id, what, subject_kind, subject_id, public, ord),
 * `ord` counting from 1 without gaps; `at` is the instant's parameter. `at` never runs backwards in the order of `seq`.
 * The entry's text is what readers get, byte for byte.
 */
export function recordingSql(acts: string, at: string): string {
  return `
  head as (
    update journal_head set seq = seq + acts.count, at = greatest(at, ${at}::timestamptz)
    from (select count(*) as count from ${acts}) acts where acts.count > 0
    returning seq - acts.count as base, at
  ), entries as (
    select head.base + act.ord as seq, head.at, act.*,
      '{"seq":' || (head.base + act.ord) || ',"at":"' ||
        to_char(head.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') || '",' || act.rest || '}' as entry
    from head, ${acts} act
  ), recorded as (
    insert into journal (seq, at, actor_kind, actor_id, what, subject_kind, subject_id, public, entry, leaf_hash)
    select seq, at, actor_kind, actor_id, what, subject_kind, subject_id, public, entry,
      sha256('\\x00'::bytea || convert_to(entry, 'UTF8'))
    from entries
  )`;
}

const APPEND = `
  with acts as (
    select * from unnest($1::text[], $3::text[], $4::uuid[], $5::text[], $6::text[], $7::text[], $8::boolean[])
      with ordinality as act (rest, actor_kind, actor_id, what, subject_kind, subject_id, public, ord)
  ), ${recordingSql('acts', '$2')} select`;

/** The append-only record of every act: audit log, public timeline, and source of notifications. */
@Injectable()
export class Journal {
  readonly #queues = new WeakMap<object, Act[]>();

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Queues an act; it is written as the transaction's last statement. Throws outside a transaction. */
  append(act: Act): void {
    const { manager } = this.unitOfWork;
    const queue = this.#queues.get(manager) ?? [];
    this.#queues.set(manager, queue);
    queue.push(act);
    this.unitOfWork.beforeCommit(QUEUE, async () => {
      this.#queues.delete(manager);
      await manager.query(APPEND, journalValues(queue, this.clock.now()));
    });
  }
}

/** The values of the appending statement, column by column. */
export function journalValues(acts: readonly Act[], at: Date): unknown[] {
  return [
    acts.map(restOfEntry),
    at,
    acts.map(({ by }) => by.kind),
    acts.map(({ by }) => by.accountId),
    acts.map(({ what }) => what),
    acts.map(({ subject }) => subject.kind),
    acts.map(({ subject }) => subject.id),
    acts.map((act) => act.public ?? true),
  ];
}

/** The entry's JSON after `seq` and `at`, without braces, keys in the documented order. */
export function restOfEntry({ what, subject, by, rules = [], data = {} }: Act): string {
  const rest = JSON.stringify({
    what,
    subject: { kind: subject.kind, id: subject.id },
    actor: { kind: by.kind },
    rules: rules.map(({ id, value }) => ({ id, value })),
    data,
  });
  return rest.slice(1, -1);
}
