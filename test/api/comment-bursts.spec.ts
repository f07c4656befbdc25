import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import {
  BATCH,
  CommentsIntake,
  MOST_WAITING,
  newReceiptNumber,
  WHOLE,
  type Candidate,
} from '../../src/comments/index.js';
import { newId, Statements } from '../../src/platform/database/index.js';
import { ANONYMOUS } from '../../src/platform/kernel/index.js';
import { publishedConsultation, type PreparedConsultation } from '../factories/consultations.js';
import { inOtherWords } from '../factories/other-words.js';
import { person, type Person } from '../support/people.js';
import { startTestApplication, type TestApplication } from '../support/test-application.js';

interface Comment {
  id: string;
  number: number;
  state: string;
  text: string | null;
  author: { name: string } | null;
  participant: number | null;
  acceptedAt: string;
  answer: { outcome: string } | null;
  receipt: { number: string; acceptedAt: string; textHash: string };
  moves?: string[];
}

const NOBODY = '0192f0c0-0000-7000-8000-000000000000';

describe('comments in a burst', () => {
  let test: TestApplication;
  let open: PreparedConsultation;
  let citizen: Person;
  beforeAll(async () => {
    test = await startTestApplication();
    open = await publishedConsultation(test);
    citizen = await person(test);
  });
  afterAll(() => test.close());

  const wanted = inOtherWords('Түнде шу болмасын.');
  const path = (id = open.consultationId): string => `/consultations/${id}/comments`;
  const post = (by: Person = citizen, body: object = wanted, id?: string) => by.post(path(id)).send(body);
  const posted = async (by?: Person, body?: object, id?: string): Promise<Comment> =>
    (await post(by, body, id).expect(201)).body as Comment;
  const listed = async (query = '', id?: string): Promise<{ items: Comment[]; next: string | null }> =>
    (await test.anyone.get(path(id) + query).expect(200)).body as { items: Comment[]; next: string | null };
  const count = async (table: string): Promise<number> =>
    (await test.database.query<{ count: number }>(`select count(*)::int as count from ${table}`))[0]?.count ?? -1;

  const candidate = (accountId: string, change: Partial<Candidate> = {}): Candidate => ({
    id: newId(),
    consultationId: open.consultationId,
    by: { ...ANONYMOUS, kind: 'account', accountId },
    accountId,
    acceptedAt: test.clock.now(),
    acceptedOn: test.clock.today(),
    language: 'kk',
    channel: 'public',
    text: 'x',
    textHash: 'a'.repeat(64),
    provisionId: null,
    quote: null,
    quoteContext: null,
    showName: false,
    onBehalfOf: null,
    receipt: newReceiptNumber(),
    repetition: undefined,
    repeatHash: newId(),
    ...change,
  });
  const crowd = async (size: number): Promise<string[]> => {
    const people = await test.database.query<{ id: string }>(
      `insert into accounts (id, version, email, display_name, language, created_at, confirmed_at)
       select id, 1, id || '@example.kz', 'Crowd', 'kk', $1, $1
       from (select gen_random_uuid() as id from generate_series(1, ${size})) people returning id`,
      [test.clock.now()],
    );
    return people.map(({ id }) => id);
  };

  it('makes one comment of twenty requests with the same key, and refuses the key for another body', async () => {
    const author = await person(test);
    const before = await count('comments');
    const send = (text: string) => post(author, { ...wanted, text }).set('Idempotency-Key', 'twenty');
    const answers = await Promise.all(Array.from({ length: 20 }, () => send('Бір рет.')));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
    expect(new Set(answers.map(({ body }) => (body as Comment).receipt.number)).size).toBe(1);
    expect(answers.filter(({ headers }) => headers['idempotency-replayed'] === 'true')).toHaveLength(19);
    expect(await count('comments')).toBe(before + 1);
    const other = await send('Басқа.').expect(409);
    expect(other.body).toMatchObject({ code: 'key-used-for-another-body' });
  });

  it('shows a comment in the list at once, although public answers are kept for a moment', async () => {
    for (let at = 0; at < 3; at += 1) {
      const before = await listed('?limit=100');
      await listed('?limit=100');
      const { id } = await posted();
      const after = await listed('?limit=100');
      expect(after.items.length).toBe(before.items.length + 1);
      expect(after.items.at(-1)?.id).toBe(id);
    }
  });

  it('answers a kept answer with the headers and tags of the first', async () => {
    const first = await test.anyone.get(path()).expect(200);
    const kept = await test.anyone.get(path()).expect(200);
    const lasting = (headers: Record<string, unknown>): object => ({ ...headers, 'x-request-id': '', date: '' });
    expect(lasting(kept.headers as Record<string, unknown>)).toEqual(lasting(first.headers));
    expect(kept.headers['x-request-id']).not.toBe(first.headers['x-request-id']);
    expect(kept.text).toBe(first.text);
    const tag = first.headers['etag'] ?? '';
    const unchanged = await test.anyone.get(path()).set('If-None-Match', tag).expect(304);
    expect([unchanged.text, unchanged.headers['etag'], unchanged.headers['content-type']]).toEqual([
      '',
      tag,
      undefined,
    ]);
    const mine = await citizen.get(path()).expect(200);
    expect(mine.headers['cache-control']).toBe('private, no-store');
  });

  it('stores exactly the good ones of a burst, with gapless numbers and a gapless journal', async () => {
    const halls = [
      open,
      await publishedConsultation(test, { body: open }),
      await publishedConsultation(test, { body: open }),
    ];
    const people = await Promise.all(Array.from({ length: 12 }, () => person(test)));
    const bodyOf = (at: number): object => {
      if (at % 10 === 3) return { ...wanted, text: ' ' };
      if (at % 10 === 7) return { ...wanted, provisionId: NOBODY };
      return { ...wanted, text: `Пікір ${at}` };
    };
    const before = await count('comments');
    const answers = await Promise.all(
      Array.from({ length: 300 }, (_, at) =>
        post(people[at % people.length], bodyOf(at), at % 30 === 11 ? NOBODY : halls[at % 3]?.consultationId),
      ),
    );
    const by = (status: number): number => answers.filter((answer) => answer.status === status).length;
    expect([by(201), by(422), by(404)]).toEqual([230, 60, 10]);
    expect(await count('comments')).toBe(before + 230);
    const gaps = await test.database.query(
      `select consultation_id from comments group by consultation_id
        having count(*) <> max(number) or min(number) <> 1
          or max(participant) <> count(distinct account_id) or count(distinct participant) <> max(participant)`,
    );
    expect(gaps).toEqual([]);
    const twice = await test.database.query(
      'select from comments group by consultation_id, account_id having count(distinct participant) > 1',
    );
    expect(twice).toEqual([]);
    const [journal] = await test.database.query<{ entries: number; last: number; accepted: number }>(
      `select count(*)::int as entries, max(seq)::int as last,
         count(*) filter (where what = 'comment.accepted')::int as accepted from journal`,
    );
    expect(journal?.entries).toBe(journal?.last);
    expect(journal?.accepted).toBe(await count('comments'));
    const texts = await test.database.query(
      `select from journal where what = 'comment.accepted' and (entry like '%Пікір%' or entry not like '%textHash%')`,
    );
    expect(texts).toEqual([]);
  });

  it('keeps a row that the database refuses from refusing the others', async () => {
    const intake = test.app.get(CommentsIntake);
    const good = (await Promise.all([person(test), person(test), person(test)])).map(({ accountId }) => accountId);
    const before = await count('comments');
    const settled = await Promise.allSettled([
      intake.admit(candidate(good[0] ?? '')),
      intake.admit(candidate(NOBODY)),
      intake.admit(candidate(good[1] ?? '', { channel: 'pigeon' })),
      intake.admit(candidate(good[2] ?? '')),
    ]);
    expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected', 'fulfilled']);
    expect(await count('comments')).toBe(before + 2);
  });

  it('asks to come again when too many wait, one batch being under way, and loses none of those that were taken', async () => {
    const { consultationId } = await publishedConsultation(test, { body: open });
    const client = new pg.Client({ connectionString: test.database.ownerUrl });
    await client.connect();
    await client.query('begin');
    await client.query('select from consultations where id = $1 for update', [consultationId]);
    const intake = test.app.get(CommentsIntake);
    const admit = (accountId: string) => intake.admit(candidate(accountId, { consultationId }));
    const people = await crowd(BATCH + MOST_WAITING);
    const early = people.slice(0, 2 * BATCH).map(admit);
    await new Promise((resolve) => setTimeout(resolve, 50));
    const late = people.slice(2 * BATCH).map(admit);
    const shed = await post(citizen, wanted, consultationId).expect(503);
    expect(shed.body).toMatchObject({ type: '/problems/unavailable' });
    expect(Number(shed.headers['retry-after'])).toBeGreaterThan(0);
    const held = `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
    expect((await test.app.get(Statements).pool.query(held)).rows).toHaveLength(1);
    await client.query('rollback');
    await client.end();
    const judged = await Promise.all([...early, ...late]);
    expect(new Set(judged.map(({ fate }) => fate))).toEqual(new Set(['accepted']));
    const numbers = judged.map(({ number }) => number ?? 0).sort((a, b) => a - b);
    expect(numbers).toEqual(Array.from({ length: BATCH + MOST_WAITING }, (_, at) => at + 1));
  });

  it('takes half of those who came together, and the other half while they are answered; a few at once', async () => {
    const intake = test.app.get(CommentsIntake);
    const { consultationId } = await publishedConsultation(test, { body: open });
    const admitted = (people: readonly string[]) =>
      Promise.all(people.map((accountId) => intake.admit(candidate(accountId, { consultationId }))));
    const people = await crowd(2 * WHOLE + 10);
    await admitted(people);
    await admitted(people.slice(0, WHOLE));
    const batches = await test.database.query<{ size: number }>(
      'select count(*)::int as size from comments where consultation_id = $1 group by xmin order by min(number)',
      [consultationId],
    );
    expect(batches.map(({ size }) => size)).toEqual([WHOLE + 5, WHOLE + 5, WHOLE]);
  });
});
