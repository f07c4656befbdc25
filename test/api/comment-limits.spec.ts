import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { EXCHANGE_MS, LimitsRepository } from '../../src/comments/index.js';
import { publishedConsultation, type PreparedConsultation } from '../factories/consultations.js';
import { inOtherWords } from '../factories/other-words.js';
import { setting } from '../support/database.js';
import { person, type Person } from '../support/people.js';
import { callerOf, startTestApplication, type TestApplication } from '../support/test-application.js';
import { until } from '../support/until.js';

const PER_PERSON = 4;
const PER_ADDRESS = 6;
const PER_CONSULTATION = 9;
const SETTINGS = {
  COMMENTS_PER_PERSON: `${PER_PERSON}/600`,
  COMMENTS_PER_ADDRESS: `${PER_ADDRESS}/600`,
  COMMENTS_PER_CONSULTATION: `${PER_CONSULTATION}/60`,
};
const SCHOOL = '203.0.113.7';

describe('limits of comments', () => {
  let test: TestApplication;
  let unproxied: TestApplication;
  let hall: PreparedConsultation;
  beforeAll(async () => {
    test = await startTestApplication({ settings: { ...SETTINGS, TRUSTED_PROXIES: '127.0.0.1' } });
    unproxied = await startTestApplication({ database: test.database, settings: SETTINGS });
    hall = await publishedConsultation(test);
  });
  afterAll(async () => {
    await unproxied.app.close();
    await test.close();
  });

  const wanted = inOtherWords('Түнде шу болмасын.');
  const anew = (): Promise<PreparedConsultation> => publishedConsultation(test, { body: hall });
  const post = (by: Person, { consultationId }: PreparedConsultation, from: string, at = test) =>
    callerOf(at.app, by.token)
      .post(`/consultations/${consultationId}/comments`)
      .set('X-Forwarded-For', from)
      .send({ ...wanted });
  let addresses = 0;
  const elsewhere = (): string => `198.51.100.${(addresses += 1)}`;
  /** The statuses of so many comments, one after the other. */
  const statuses = async (times: number, send: (at: number) => PromiseLike<{ status: number }>): Promise<number[]> => {
    const all: number[] = [];
    for (let at = 0; at < times; at += 1) all.push((await send(at)).status);
    return all;
  };
  const taken = (count: number): number[] => Array.from({ length: count }, () => 201);

  it('stop one person after so many, say when to come again, and leave everybody else alone', async () => {
    const eager = await person(test);
    expect(await statuses(PER_PERSON, () => post(eager, hall, elsewhere()))).toEqual(taken(PER_PERSON));
    const sentences = new Set<string>();
    for (const language of ['kk', 'ru', 'en']) {
      const refused = await post(eager, hall, elsewhere()).set('Accept-Language', language).expect(429);
      expect(refused.body).toMatchObject({ type: '/problems/too-many', code: 'too-many-comments' });
      expect((refused.body as { detail: string }).detail).toContain('10');
      expect(Number(refused.headers['retry-after'])).toBeGreaterThan(590);
      expect(Number(refused.headers['retry-after'])).toBeLessThanOrEqual(600);
      sentences.add((refused.body as { detail: string }).detail);
    }
    expect(sentences.size).toBe(3);
    await post(await person(test), hall, elsewhere()).expect(201);
  });

  it('stop an address behind a trusted proxy, of IPv6 a network, whoever writes', async () => {
    const [one, other] = [await anew(), await anew()];
    const send = async (from: string) => post(await person(test), one, from);
    expect(await statuses(PER_ADDRESS, () => send(SCHOOL))).toEqual(taken(PER_ADDRESS));
    const refused = await send(SCHOOL);
    expect([refused.status, refused.body]).toMatchObject([429, { code: 'too-many-comments-from-address' }]);
    expect((await send(`10.0.0.1, ${SCHOOL}`)).status).toBe(429);
    const network = async (at: number) => post(await person(test), other, `2001:db8:0:7:${at}::${at}`);
    expect(await statuses(PER_ADDRESS + 1, network)).toEqual([...taken(PER_ADDRESS), 429]);
    await post(await person(test), other, '2001:db8:0:8::1').expect(201);
  });

  it('shed what one consultation gets too much of with 503, and leave the others open', async () => {
    const [full, quiet] = [await anew(), await anew()];
    const send = async () => post(await person(test), full, elsewhere());
    expect(await statuses(PER_CONSULTATION, send)).toEqual(taken(PER_CONSULTATION));
    const shed = await send();
    expect([shed.status, shed.body]).toMatchObject([503, { code: 'too-many-comments-here' }]);
    expect(Number(shed.headers['retry-after'])).toBeLessThanOrEqual(60);
    await post(await person(test), quiet, elsewhere()).expect(201);
  });

  it('are shared by processes that know of each other by the database alone, a moment later', async () => {
    const [one, eager] = [await anew(), await person(test)];
    expect(await statuses(PER_PERSON, () => post(eager, one, elsewhere()))).toEqual(taken(PER_PERSON));
    await sleep(2 * EXCHANGE_MS);
    // Whom a process has not heard of it takes once; by that it learns.
    await post(eager, one, '', unproxied).expect(201);
    await sleep(2 * EXCHANGE_MS);
    const refused = await post(eager, one, '', unproxied).expect(429);
    expect(refused.body).toMatchObject({ code: 'too-many-comments' });
  });

  it('believe nobody who is no trusted proxy', async () => {
    const one = await anew();
    const send = async (at: number) => post(await person(test), one, `192.0.2.${at}`, unproxied);
    // One came from there just now.
    expect(await statuses(PER_ADDRESS, send)).toEqual([...taken(PER_ADDRESS - 1), 429]);
  });

  it('count nothing that was not taken because the database went away', async () => {
    const [one, unlucky] = [await anew(), await person(test)];
    const admin = new pg.Client({ connectionString: setting('KENES_TEST_ADMIN_URL') });
    const holder = new pg.Client({ connectionString: test.database.ownerUrl });
    await Promise.all([admin.connect(), holder.connect()]);
    for (let round = 0; round < 2; round += 1) {
      await holder.query('begin');
      await holder.query('select from consultations where id = $1 for update', [one.consultationId]);
      const lost = post(unlucky, one, elsewhere()).then((answer) => answer);
      const end = `select pg_terminate_backend(pid) from pg_stat_activity where datname = $1 and wait_event_type = 'Lock'`;
      await until(async () => ((await admin.query(end, [test.database.name])).rowCount ?? 0) > 0);
      expect((await lost).status).toBe(503);
      await holder.query('rollback');
    }
    await Promise.all([admin.end(), holder.end()]);
    expect(await statuses(PER_PERSON + 1, () => post(unlucky, one, elsewhere()))).toEqual([...taken(PER_PERSON), 429]);
  });

  it('keep nobody’s address or id, and are forgotten when they count no more', async () => {
    await until(async () => (await keys()).length > 0);
    const all = (await keys()).join(' ');
    for (const plain of [SCHOOL, '2001', '198.51', hall.consultationId, hall.officer.accountId])
      expect(all).not.toContain(plain);
    const limits = test.app.get(LimitsRepository);
    const count = (await keys()).length;
    expect(await limits.forget()).toBe(0);
    let forgotten = 0;
    // What was used a moment ago may still be on its way into the table.
    await until(async () => {
      await test.database.query('update comment_limits set expire = 1');
      forgotten += await limits.forget();
      return (await keys()).length === 0;
    });
    expect(forgotten).toBeGreaterThanOrEqual(count);
  });

  it('are told to the others by a process that ends, before it is gone', async () => {
    // On a database of its own: what other processes tell late is not to be taken for what this one told.
    const ending = await startTestApplication({ settings: { ...SETTINGS, COMMENTS_PER_ADDRESS: '0' } });
    await post(await person(ending), await publishedConsultation(ending), '', ending).expect(201);
    await ending.app.close();
    const told = (await keys(ending)).map((key) => key.split(':')[0]);
    await ending.database.drop();
    expect(told.sort()).toEqual(['consultation', 'person']);
  });

  async function keys({ database } = test): Promise<string[]> {
    return (await database.query<{ key: string }>('select key from comment_limits')).map(({ key }) => key);
  }
});

describe('a burst of thirty-one times what is usual', () => {
  const USUAL = 20;
  const BURST = 31 * USUAL;
  const TAKEN = 300;
  const WINDOW_SECONDS = 4;
  const CALLERS = 31;
  let test: TestApplication;
  beforeAll(async () => {
    test = await startTestApplication({ settings: { COMMENTS_PER_CONSULTATION: `${TAKEN}/${WINDOW_SECONDS}` } });
  });
  afterAll(() => test.close());

  it('is shed with 503 beyond the limit, loses nothing that was taken, and is over within ten seconds', async () => {
    const { consultationId } = await publishedConsultation(test);
    const people = await Promise.all(Array.from({ length: CALLERS }, () => person(test)));
    const wanted = inOtherWords('Дауыл');
    const send = (by: Person) => by.post(`/consultations/${consultationId}/comments`).send({ ...wanted });
    const kept = new Map<number, number>();
    const receipts = new Set<string>();
    let latest = 0;
    const caller = async (by: Person): Promise<void> => {
      for (let at = 0; at < BURST / CALLERS; at += 1) {
        const { status, headers, body } = await send(by);
        kept.set(status, (kept.get(status) ?? 0) + 1);
        if (status === 201) receipts.add((body as { receipt: { number: string } }).receipt.number);
        else latest = Math.max(latest, Date.now() + 1_000 * Number(headers['retry-after']));
      }
    };
    await Promise.all(people.map(caller));
    expect([...kept.keys()].sort()).toEqual([201, 503]);
    expect((kept.get(201) ?? 0) + (kept.get(503) ?? 0)).toBe(BURST);
    const ended = Date.now();
    expect(latest - ended).toBeLessThanOrEqual(10_000);
    await sleep(Math.max(0, latest - ended));
    for (const by of people.slice(0, USUAL)) receipts.add((await received(send(by))).number);
    const stored = await test.database.query<{ receipt: string }>('select receipt from comments');
    expect(new Set(stored.map(({ receipt }) => receipt))).toEqual(receipts);
    const [numbers] = await test.database.query('select max(number) as last, count(*)::int as all from comments');
    expect(numbers).toEqual({ last: receipts.size, all: receipts.size });
  });

  async function received(sent: PromiseLike<{ status: number; body: unknown }>): Promise<{ number: string }> {
    const { status, body } = await sent;
    expect(status).toBe(201);
    return (body as { receipt: { number: string } }).receipt;
  }
});
