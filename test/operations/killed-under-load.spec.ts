import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { JournalVerification } from '../../src/platform/journal/index.js';
import { CommentsUnderLoad } from '../support/comments-under-load.js';
import { KillableCluster } from '../support/killable-cluster.js';
import { startTestApplication } from '../support/test-application.js';
import { until } from '../support/until.js';

/** How often something is killed, a process and then the database twice; more for a longer trial. */
const ROUNDS = Number(process.env['KENES_TEST_KILLS'] ?? 20);
const LEAST_MS = 50;
const SPREAD_MS = 300;

/** What a round left, seen in one moment. */
interface Left {
  readonly comments: number;
  readonly last: number;
  readonly counter: number;
  readonly people: number;
  readonly participants: number;
  readonly entries: number;
  readonly told: number;
  readonly journal: number;
  readonly lastOfJournal: number;
  readonly lost: number;
}

/** Counts beside what they must be, and those of whom a receipt is held and no comment is there. */
const LEFT = `
  select c.*, (select comments from comment_counters) as counter, (select participants from comment_counters) as people,
    j.*, (select count(*)::int from unnest($1::text[], $2::text[]) held (text, receipt)
      where not exists (select from comments s where s.receipt = held.receipt and s.text = held.text)) as lost
  from (select count(*)::int as comments, max(number) as last, max(participant) as participants from comments) c,
    (select count(*)::int as journal, max(seq)::int as "lastOfJournal",
       count(*) filter (where what = 'comment.accepted')::int as entries,
       count(distinct subject_id) filter (where what = 'comment.accepted')::int as told from journal) j`;

describe('two processes and a database that are killed while comments come in', () => {
  let cluster: KillableCluster;
  let load: CommentsUnderLoad;
  beforeAll(async () => {
    cluster = await KillableCluster.begin();
    load = await CommentsUnderLoad.begin(cluster);
  });
  afterAll(async () => {
    await load.end();
    await cluster.end();
  });

  const expectSound = async (): Promise<void> => {
    const held = [...load.receipts];
    const values = [held.map(([text]) => text), held.map(([, receipt]) => receipt)];
    const [left] = await cluster.query<Left>(LEFT, values);
    expect(left).toMatchObject({ lost: 0, journal: left?.lastOfJournal });
    const { last, counter, entries, told } = left ?? {};
    expect([last, counter, entries, told]).toEqual(Array.from({ length: 4 }, () => left?.comments));
    expect(left?.participants).toBe(left?.people);
    expect(left?.comments).toBeGreaterThanOrEqual(held.length);
  };

  it(`lose nothing that was acknowledged and double nothing, over ${ROUNDS} kills`, async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const before = load.receipts.size;
      await until(() => load.receipts.size > before);
      await sleep(LEAST_MS + Math.random() * SPREAD_MS);
      if (round % 3 === 0) await load.killProcess();
      else {
        await load.whole();
        await cluster.kill();
        await cluster.start();
      }
      await expectSound();
    }
    expect(load.interrupted).toBeGreaterThan(0);
  }, 240_000);

  it('have in the end each comment that anybody wished, once, under the receipt that he holds', async () => {
    await load.finish();
    expect(load.faults).toEqual([]);
    const stored = await cluster.query<{ text: string; receipt: string }>('select text, receipt from comments');
    const byText = ([one]: readonly string[], [other]: readonly string[]): number =>
      String(one) < String(other) ? -1 : 1;
    expect(stored.map(({ text, receipt }) => [text, receipt]).sort(byText)).toEqual([...load.receipts].sort(byText));
    expect(load.receipts.size).toBe(load.wished);
    await expectSound();
  }, 60_000);

  it('leave a journal whose hashes hold from the first entry to the last', async () => {
    const test = await startTestApplication({ database: cluster.database });
    expect((await test.app.get(JournalVerification).run()).faults).toEqual([]);
    await test.app.close();
  }, 60_000);
});
