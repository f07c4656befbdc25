import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { JournalVerification } from '../../src/platform/journal/index.js';
import { publishedConsultation } from '../factories/consultations.js';
import { person, type Person } from '../support/people.js';
import { startBeside, untilReady, type KenesProcess } from '../support/process.js';
import { startTestApplication, type TestApplication } from '../support/test-application.js';
import { until } from '../support/until.js';

/** How often the process is killed; more for a longer trial. */
const ROUNDS = Number(process.env['KENES_TEST_KILLS'] ?? 5);
const CLIENTS = 12;
const LEAST_MS = 100;
const SPREAD_MS = 400;

/** A comment that a client wants to be stored once. */
interface Wish {
  readonly key: string;
  readonly author: Person;
  readonly text: string;
}

/** What the clients were told: receipts by key, and the wishes of which they do not know. */
interface Told {
  readonly receipts: Map<string, string>;
  readonly unknown: Wish[];
}

describe('a process that is killed while comments come in', () => {
  let test: TestApplication;
  let consultationId: string;
  let people: Person[];
  const running: KenesProcess[] = [];
  const told: Told = { receipts: new Map(), unknown: [] };
  const otherwise: string[] = [];
  let wished = 0;
  beforeAll(async () => {
    test = await startTestApplication();
    ({ consultationId } = await publishedConsultation(test));
    people = await Promise.all(Array.from({ length: CLIENTS }, () => person(test)));
  });
  afterAll(async () => {
    for (const { end, child } of running)
      if (child.exitCode === null && child.signalCode === null) await end('SIGKILL');
    await test.close();
  });

  const started = async (round: number): Promise<KenesProcess> => {
    const kenes = await startBeside(test, round);
    running.push(kenes);
    await untilReady(kenes);
    return kenes;
  };

  /** Sends a wish; false when the process went away under it. */
  const send = async ({ address }: KenesProcess, wish: Wish): Promise<boolean> => {
    const answer = await fetch(`${address}/api/v1/consultations/${consultationId}/comments`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${wish.author.token}`,
        'content-type': 'application/json',
        'idempotency-key': wish.key,
      },
      body: JSON.stringify({ text: wish.text, language: 'kk' }),
    })
      .then(async (response) => ({ status: response.status, body: (await response.json()) as Answered }))
      .catch(() => undefined);
    if (answer?.status !== 201) {
      if (answer) otherwise.push(`${wish.key}: ${answer.status}`);
      told.unknown.push(wish);
      return answer !== undefined;
    }
    const { number } = answer.body.receipt;
    const known = told.receipts.get(wish.key);
    if (known !== undefined && known !== number) otherwise.push(`${wish.key}: ${known}, then ${number}`);
    told.receipts.set(wish.key, number);
    return true;
  };

  /** One after the other: first what nobody knows of, then new ones, until the process is gone. */
  const client = async (kenes: KenesProcess, author: Person): Promise<void> => {
    const own = (wish: Wish): boolean => wish.author === author;
    for (let goes = true; goes;) {
      const at = told.unknown.findIndex(own);
      const [again] = at < 0 ? [] : told.unknown.splice(at, 1);
      const key = `wish-${(wished += again ? 0 : 1)}`;
      goes = await send(kenes, again ?? { key, author, text: `Пікір ${key}` });
    }
  };

  it(`loses nothing that it acknowledged and repeats nothing, over ${ROUNDS} kills`, async () => {
    for (let round = 1; round <= ROUNDS; round += 1) {
      const kenes = await started(round);
      const before = told.receipts.size;
      const clients = people.map((author) => client(kenes, author));
      await until(() => told.receipts.size > before);
      await sleep(LEAST_MS + Math.random() * SPREAD_MS);
      await kenes.end('SIGKILL');
      await Promise.all(clients);
    }
    expect(told.unknown.length).toBeGreaterThan(0);
    expect(told.receipts.size).toBeGreaterThan(ROUNDS);

    const last = await started(ROUNDS + 1);
    const acknowledged = [...told.receipts.keys()].length;
    await Promise.all(told.unknown.splice(0).map((wish) => send(last, wish)));
    expect([otherwise, told.unknown]).toEqual([[], []]);
    expect(told.receipts.size).toBe(wished);
    expect(acknowledged).toBeLessThan(wished);
    expect(await last.end()).toBe(0);
  }, 600_000);

  it('has exactly the comments of which the clients hold a receipt', async () => {
    const stored = await test.database.query<{ text: string; receipt: string }>('select text, receipt from comments');
    const held = [...told.receipts].map(([key, receipt]) => ({ text: `Пікір ${key}`, receipt }));
    const byText = (one: { text: string }, other: { text: string }): number => (one.text < other.text ? -1 : 1);
    expect(stored.sort(byText)).toEqual(held.sort(byText));
  });

  it('numbers them without a gap, counts them right, and tells of each once in a sound journal', async () => {
    const [counted] = await test.database.query(
      `select count(*)::int as comments, max(number) as last, min(number) as first, max(participant) as participants,
         (select comments from comment_counters) as counter, (select participants from comment_counters) as people,
         (select count(distinct subject_id)::int from journal where what = 'comment.accepted') as told,
         (select count(*)::int from journal where what = 'comment.accepted') as entries
       from comments`,
    );
    expect(counted).toEqual({
      comments: wished,
      last: wished,
      first: 1,
      participants: CLIENTS,
      counter: wished,
      people: CLIENTS,
      told: wished,
      entries: wished,
    });
    expect((await test.app.get(JournalVerification).run()).faults).toEqual([]);
  });
});

interface Answered {
  readonly receipt: { readonly number: string };
}
