import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { JournalVerification } from '../../src/platform/journal/index.js';
import { publishedConsultation } from '../factories/consultations.js';
import { activeCouncil, type CouncilAtWork } from '../factories/councils.js';
import { meetingRequest } from '../factories/meetings.js';
import { person, type Person } from '../support/people.js';
import { startBeside, untilReady, type KenesProcess } from '../support/process.js';
import { startTestApplication, type TestApplication } from '../support/test-application.js';

const REQUESTS = 50;

interface Answer {
  readonly status: number;
  readonly replayed: boolean;
  readonly body: { readonly id?: string; readonly code?: string; readonly receipt?: { readonly number: string } };
}

describe('two processes on one database', () => {
  let test: TestApplication;
  let council: CouncilAtWork;
  let consultationId: string;
  let two: KenesProcess[] = [];
  beforeAll(async () => {
    test = await startTestApplication();
    ({ consultationId } = await publishedConsultation(test));
    council = await activeCouncil(test);
    two = await Promise.all([startBeside(test, 1), startBeside(test, 1)]);
    await Promise.all(two.map((one) => untilReady(one)));
  });
  afterAll(async () => {
    for (const { end, child } of two) if (child.exitCode === null) await end('SIGKILL');
    await test.close();
  });

  const post = async (at: number, path: string, by: Person, key: string | null, body: object): Promise<Answer> => {
    const response = await fetch(`${two[at % 2]?.address ?? ''}/api/v1${path}`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${by.token}`,
        'content-type': 'application/json',
        ...(key === null ? {} : { 'idempotency-key': key }),
      },
      body: JSON.stringify(body),
    });
    const replayed = response.headers.get('idempotency-replayed') === 'true';
    return { status: response.status, replayed, body: (await response.json()) as Answer['body'] };
  };
  const atOnce = (send: (at: number) => Promise<Answer>): Promise<Answer[]> =>
    Promise.all(Array.from({ length: REQUESTS }, (_, at) => send(at)));
  const count = async (sql: string, ...values: unknown[]): Promise<number> =>
    (await test.database.query<{ count: number }>(`select count(*)::int as count from ${sql}`, values))[0]?.count ?? -1;

  const comments = (): string => `/consultations/${consultationId}/comments`;
  const wanted = (text: string): object => ({ text, language: 'kk' });

  it.each(['first', 'second', 'third'])('make one comment of fifty same requests at once: the %s key', async (key) => {
    const author = await person(test);
    const answers = await atOnce((at) => post(at, comments(), author, key, wanted('Бір рет.')));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
    expect(new Set(answers.map(({ body }) => body.receipt?.number)).size).toBe(1);
    expect(answers.filter(({ replayed }) => !replayed)).toHaveLength(1);
    expect(await count('comments where account_id = $1', author.accountId)).toBe(1);
    for (const at of [0, 1]) {
      const other = await post(at, comments(), author, key, wanted('Басқа.'));
      expect([other.status, other.body.code]).toEqual([409, 'key-used-for-another-body']);
    }
  });

  it.each([
    ['no key', () => null],
    ['each a key of its own', (at: number) => `own-key-${at}`],
  ])('make one comment of fifty same requests at once that have %s', async (_, keyOf) => {
    const author = await person(test);
    const answers = await atOnce((at) => post(at, comments(), author, keyOf(at), wanted('Дәл сол сөз.')));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    const refused = answers.filter(({ status }) => status !== 201);
    expect(new Set(refused.map(({ status, body }) => `${status} ${body.code ?? ''}`))).toEqual(
      new Set(['409 comment-sent-already']),
    );
    expect(new Set(answers.map(({ body }) => body.receipt?.number)).size).toBe(1);
    expect(await count('comments where account_id = $1', author.accountId)).toBe(1);
  });

  it('let one of two bodies win that come under one key in the same moment', async () => {
    const author = await person(test);
    const answers = await atOnce((at) => post(at, comments(), author, 'either', wanted(at < 25 ? 'Иә.' : 'Жоқ.')));
    const statuses = [answers.slice(0, 25), answers.slice(25)].map((half) => [
      ...new Set(half.map((one) => one.status)),
    ]);
    expect(statuses.sort()).toEqual([[201], [409]]);
    expect(await count('comments where account_id = $1', author.accountId)).toBe(1);
  });

  it('give two comments of one person at both numbers without a gap, and the person one', async () => {
    const authors = await Promise.all(Array.from({ length: 5 }, () => person(test)));
    const before = await count('comments');
    const answers = await atOnce((at) =>
      post(at, comments(), authors[at % 5] ?? council.secretary, `own-${at}`, wanted(`Пікір ${at}`)),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
    expect(await count('comments')).toBe(before + REQUESTS);
    const [numbers] = await test.database.query(
      `select max(number) = count(*) as gapless, max(participant) = count(distinct account_id) as people from comments`,
    );
    expect(numbers).toEqual({ gapless: true, people: true });
  });

  it('make one meeting of fifty same requests at once', async () => {
    const { councilId, secretary } = council;
    const path = `/councils/${councilId}/meetings`;
    const plan = meetingRequest('2026-04-01T10:00:00+05:00');
    const answers = await atOnce((at) => post(at, path, secretary, 'meeting', plan));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    expect(answers.filter(({ replayed }) => !replayed)).toHaveLength(1);
    expect(await count('meetings where council_id = $1', councilId)).toBe(1);
    const other = await post(1, path, secretary, 'meeting', meetingRequest('2026-04-02T10:00:00+05:00'));
    expect([other.status, other.body.code]).toEqual([409, 'key-used-for-another-body']);
  });

  it('leave a sound journal', async () => {
    expect((await test.app.get(JournalVerification).run()).faults).toEqual([]);
  });
});
