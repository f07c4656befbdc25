import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { publishedConsultation, type PreparedConsultation } from '../factories/consultations.js';
import { CONCEALMENT, NOBODY, REASONS } from '../factories/concealments.js';
import { inOtherWords } from '../factories/other-words.js';
import { person, signIn, type Person } from '../support/people.js';
import { startTestApplication, type TestApplication } from '../support/test-application.js';

interface Figures {
  readonly comments: number;
  readonly concealed: number;
  readonly share: string | null;
  readonly byGround: Record<string, number>;
}
interface Statistics {
  readonly from: string | null;
  readonly until: string | null;
  readonly total: Figures;
  readonly items: readonly (Figures & { readonly bodyId: string })[];
  readonly next: string | null;
}

describe('the figures of moderation', () => {
  let test: TestApplication;
  let first: PreparedConsultation;
  let second: PreparedConsultation;
  beforeAll(async () => {
    test = await startTestApplication();
    expect((await read()).total).toMatchObject({ comments: 0, concealed: 0, share: null, byGround: {} });
    await makeCase();
  });
  afterAll(() => test.close());

  const read = async (query = ''): Promise<Statistics> =>
    (await test.anyone.get(`/moderation${query}`).expect(200)).body as Statistics;

  /**
   * The first body: six comments on 2 March, one on the 4th. Of the six one was upheld, one lifted, one waits too long,
   * one was shown again and hidden anew on another ground. The second body: one comment, hidden.
   */
  async function makeCase(): Promise<void> {
    first = await publishedConsultation(test, { closesInWorkingDays: 60 });
    second = await otherBodys();
    const authority = await person(test, { role: 'authority' });
    const author = await person(test);
    const ids: string[] = [];
    for (let at = 0; at < 6; at += 1) ids.push(await comment(author, first));
    await conceal(second.officer, await comment(author, second), 'spam');
    const [upheld = '', lifted = '', waiting = '', anew = ''] = ids;
    for (const id of [upheld, lifted, waiting]) await conceal(first.officer, id, 'insult');
    for (const id of [upheld, lifted, waiting])
      await author.put(`/comments/${id}/appeal`).send({ grounds: 'Келіспеймін' }).expect(200);
    for (const [id, outcome] of [
      [upheld, 'upheld'],
      [lifted, 'lifted'],
    ])
      await authority.put(`/comments/${id}/appeal/decision`).send({ outcome, reasons: REASONS }).expect(200);
    await conceal(first.officer, anew, 'insult');
    await first.officer.put(`/comments/${anew}/concealment/reversal`).send({ reasons: REASONS }).expect(200);
    await conceal(first.officer, anew, 'personal_data');
    test.clock.set('2026-03-04T00:00:00+05:00');
    await comment(await signIn(test, author.email, author.accountId), first);
    test.clock.set('2026-04-10T12:00:00+05:00');
  }

  async function otherBodys(): Promise<PreparedConsultation> {
    const { bodyId } = first;
    const bodies = await test.database.query<{ id: string }>('select id from bodies where id <> $1', [bodyId]);
    const other = bodies[0]?.id ?? '';
    const officer = await person(test, { role: 'officer', bodyId: other });
    return publishedConsultation(test, { body: { bodyId: other, officer }, closesInWorkingDays: 60 });
  }

  async function comment(by: Person, { consultationId }: PreparedConsultation): Promise<string> {
    const wanted = inOtherWords('Түнде тыныш болсын');
    const made = await by
      .post(`/consultations/${consultationId}/comments`)
      .send({ ...wanted })
      .expect(201);
    return (made.body as { id: string }).id;
  }

  async function conceal(officer: Person, id: string, ground: string): Promise<void> {
    await officer
      .put(`/comments/${id}/concealment`)
      .send({ ...CONCEALMENT, ground })
      .expect(200);
  }

  it('are told of each body and over all, each comment once with its last concealment', async () => {
    const { total, items, next } = await read();
    const ofFirst = {
      ...{ comments: 7, concealed: 4, share: '4/7', byGround: { insult: 3, personal_data: 1 }, inForce: 3 },
      ...{ appealed: 3, waiting: 1, overdue: 1, upheld: 1, lifted: 1, reversed: 0 },
    };
    const ofSecond = {
      ...{ comments: 1, concealed: 1, share: '1', byGround: { spam: 1 }, inForce: 1 },
      ...{ appealed: 0, waiting: 0, overdue: 0, upheld: 0, lifted: 0, reversed: 0 },
    };
    expect(items).toEqual([
      { ...ofFirst, bodyId: first.bodyId },
      { ...ofSecond, bodyId: second.bodyId },
    ]);
    expect(total).toEqual({
      ...{ comments: 8, concealed: 5, share: '5/8', byGround: { insult: 3, personal_data: 1, spam: 1 }, inForce: 4 },
      ...{ appealed: 3, waiting: 1, overdue: 1, upheld: 1, lifted: 1, reversed: 0 },
    });
    expect(next).toBeNull();
  });

  it('are those of one body', async () => {
    const { total, items } = await read(`?body=${second.bodyId}`);
    expect(items.map(({ bodyId }) => bodyId)).toEqual([second.bodyId]);
    expect(total).toMatchObject({ comments: 1, concealed: 1, byGround: { spam: 1 } });
    expect(await read(`?body=${NOBODY}`)).toMatchObject({ total: { comments: 0, share: null }, items: [], next: null });
  });

  it('are those of the comments accepted in a period, both days included, in the time of Kazakhstan', async () => {
    const march = await read('?from=2026-03-02&until=2026-03-03');
    expect(march).toMatchObject({ from: '2026-03-02', until: '2026-03-03', total: { comments: 7, concealed: 5 } });
    expect(march.items[0]).toMatchObject({ comments: 6, share: '2/3' });
    expect((await read('?from=2026-03-04')).total).toMatchObject({
      comments: 1,
      concealed: 0,
      share: '0',
      byGround: {},
    });
    expect((await read('?until=2026-03-01')).total).toMatchObject({ comments: 0 });
    const whole = await read('?from=1900-01-01&until=2199-12-31');
    expect([whole.total, whole.items]).toEqual([(await read()).total, (await read()).items]);
  });

  it('come page by page with the same total', async () => {
    const { items, next, total } = await read('?limit=1');
    const rest = await read(`?limit=1&after=${next ?? ''}`);
    expect([...items, ...rest.items]).toEqual((await read()).items);
    expect(rest).toMatchObject({ next: null, total });
  });

  it.each([
    '?from=2026-02-30',
    '?until=x',
    '?from=2026-03-02&until=2026-03-01',
    '?body=x',
    '?after=x',
    '?ground=insult',
  ])('are refused for %s', async (query) => {
    await test.anyone.get(`/moderation${query}`).expect(400);
  });
});
