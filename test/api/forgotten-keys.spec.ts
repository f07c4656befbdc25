import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { Statements, UnitOfWork } from '../../src/platform/database/index.js';
import { LimitsTasks } from '../../src/platform/identity/index.js';
import { FORGET_KEYS, Jobs, RepetitionTasks } from '../../src/platform/jobs/index.js';
import { person, signIn, type Person } from '../support/people.js';
import { startTestApplication, type TestApplication } from '../support/test-application.js';
import { until } from '../support/until.js';

const DAY_SECONDS = 24 * 3_600;

describe('keys of repeated requests', () => {
  let test: TestApplication;
  let admin: Person;
  beforeAll(async () => {
    test = await startTestApplication();
    admin = await person(test, { role: 'admin' });
  });
  afterAll(() => test.close());

  const post = (key: string) =>
    admin
      .post('/accounts')
      .set('Idempotency-Key', key)
      .send({ email: `${key}@example.kz`, language: 'kk', displayName: key })
      .expect(201);
  const keys = async (): Promise<string[]> =>
    (await test.database.query<{ key: string }>('select key from idempotency_keys order by key')).map(({ key }) => key);
  const forget = (): Promise<number> => test.app.get(RepetitionTasks).forget();

  it('are forgotten once they are older than a day, not at a day', async () => {
    await post('old');
    test.clock.pass(1);
    await post('young');
    test.clock.pass(DAY_SECONDS - 1);
    expect(await forget()).toBe(0);
    expect(await keys()).toEqual(['old', 'young']);
    test.clock.pass(1);
    expect(await forget()).toBe(1);
    expect(await keys()).toEqual(['young']);
  });

  it('do not take with them what they stood for', async () => {
    admin = await signIn(test, admin.email, admin.accountId);
    const again = await post('young');
    expect(again.headers['idempotency-replayed']).toBe('true');
    test.clock.pass(DAY_SECONDS + 1);
    await forget();
    expect(await keys()).toEqual([]);
    admin = await signIn(test, admin.email, admin.accountId);
    const { body } = (await admin.get('/accounts?q=young').expect(200)) as { body: { items: unknown[] } };
    expect(body.items).toHaveLength(1);
  });

  const manyOld = (prefix: string, count: number) =>
    test.app.get(Statements).rows(
      'old-keys',
      `insert into idempotency_keys (account_id, route, key, body_hash, created_at)
       select $1, 'POST /x', $2 || n, '\\x00', $3 from generate_series(1, $4::int) n`,
      [admin.accountId, prefix, new Date(test.clock.now().getTime() - 2 * DAY_SECONDS * 1000), count],
    );

  it('are forgotten however many there are', async () => {
    await manyOld('many-', 2_500);
    expect(await forget()).toBe(2_500);
    expect(await keys()).toEqual([]);
  });

  it('are left while a request holds them', async () => {
    await manyOld('held-', 3);
    const client = new pg.Client({ connectionString: test.database.ownerUrl });
    await client.connect();
    await client.query(`begin; select from idempotency_keys where key = 'held-2' for update`);
    expect(await forget()).toBe(2);
    await client.query('rollback');
    await client.end();
    expect(await forget()).toBe(1);
  });

  it('are forgotten by the worker', async () => {
    await manyOld('worker-', 3);
    const jobs = test.app.get(Jobs);
    await jobs.start();
    await test.app.get(UnitOfWork).run(() => jobs.add(FORGET_KEYS, {}));
    await until(async () => (await keys()).length === 0);
    expect(await keys()).toEqual([]);
  });
});

/** The window of the counters, which measure it by the machine's time. */
const WINDOW_MS = 900_000;

describe('failed sign-ins', () => {
  let test: TestApplication;
  beforeAll(async () => {
    test = await startTestApplication();
  });
  afterAll(() => test.close());

  it('are forgotten once their window is over, and counted until then', async () => {
    const counts = async (): Promise<number[]> =>
      (await test.database.query<{ points: number }>('select points from sign_in_failures order by points')).map(
        ({ points }) => points,
      );
    const forget = (): Promise<number> => test.app.get(LimitsTasks).forget();
    const fail = (email: string) => test.anyone.post('/sessions').send({ email, password: 'wrong' }).expect(401);
    await fail('once@example.kz');
    expect(await forget()).toBe(0);
    expect(await counts()).toEqual([1, 1]);
    await test.database.query('update sign_in_failures set expire = expire - $1::bigint', [WINDOW_MS]);
    await fail('again@example.kz');
    expect(await forget()).toBe(1);
    expect(await counts()).toEqual([1, 1]);
    await test.database.query(`insert into sign_in_failures select 'old-' || n, 1, 0 from generate_series(1, 2500) n`);
    expect(await forget()).toBe(2_500);
    expect(await counts()).toEqual([1, 1]);
  });
});
