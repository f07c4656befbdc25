import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { APPEAL, CONCEALMENT, NOBODY, REASONS, ModerationWork } from '../factories/concealments.js';
import { person } from '../support/people.js';
import { BEGIN, startTestApplication, type TestApplication } from '../support/test-application.js';

describe('an appeal against a concealment', () => {
  let test: TestApplication;
  let work: ModerationWork;
  beforeAll(async () => {
    test = await startTestApplication();
    work = await ModerationWork.begin(test);
  });
  afterAll(() => test.close());
  beforeEach(() => {
    test.clock.set(BEGIN);
  });

  it('is appealed by the work.author alone, once, before it is decided', async () => {
    const shown = await work.posted();
    await work.appeal(shown).expect(404);
    await work.decide(shown, 'lifted').expect(404);
    const id = await work.concealed();
    expect((await work.decide(id, 'lifted').expect(409)).body).toMatchObject({
      code: 'not-in-this-state',
      state: 'standing',
    });
    await test.anyone.put(`/comments/${id}/appeal`).send(APPEAL).expect(401);
    for (const by of [work.officer, work.authority, await person(test)]) await work.appeal(id, by).expect(403);
    const empty = await work.author.put(`/comments/${id}/appeal`).send({ grounds: ' ' }).expect(422);
    expect(empty.body).toMatchObject({ errors: [{ pointer: '/grounds', code: 'blank' }] });
    expect((await work.author.get(`/comments/${id}/concealment`)).body).toMatchObject({ moves: ['appeal'] });
    const made = await work.appeal(id).expect(200);
    expect(made.body).toMatchObject({
      ...{ state: 'appealed', appealedOn: '2026-03-02', dueOn: '2026-03-17', appealGrounds: APPEAL.grounds, moves: [] },
    });
    expect((await work.seen(id)).concealment).toMatchObject({ appeal: 'lodged' });
    const again = await work.appeal(id).expect(409);
    expect(again.body).toMatchObject({
      code: 'not-in-this-state',
      state: 'appealed',
      possible: ['decision', 'reversal'],
    });
    await work.decide(id, 'upheld', work.author).expect(403);
    await work.decide(id, 'upheld', work.officer).expect(403);
    await work.decide(id, 'struck').expect(422);
  });

  it('is appealed to the end of the last day, counted over holidays, and after it refused with the rule', async () => {
    await work.at('2026-03-06T12:00:00+05:00');
    const ids = [await work.concealed(), await work.concealed()];
    await work.at('2026-03-26T23:59:00+05:00');
    await work.appeal(ids[0] ?? '').expect(200);
    await work.at('2026-03-27T00:00:00+05:00');
    const late = await work.appeal(ids[1] ?? '').expect(409);
    expect(late.body).toMatchObject({
      ...{ code: 'appeal-too-late', state: 'standing', possible: ['reversal'] },
      rule: { id: 'N1.appeal', value: { amount: 10, unit: 'wd' }, basis: { en: 'Setting of the platform' } },
    });
    const offered = await work.author.get(`/comments/${ids[1] ?? ''}/concealment`).expect(200);
    expect(offered.body).toMatchObject({ moves: [] });
  });

  it('is upheld or lifted by the work.authority, finally; what was lifted is public again and is not hidden once more', async () => {
    const [upheld, lifted] = [await work.appealed(), await work.appealed()];
    const decision = await work.decide(upheld, 'upheld').expect(200);
    expect(decision.body).toMatchObject({
      state: 'decided',
      outcome: 'upheld',
      reasons: REASONS,
      breaches: [],
      inForce: true,
    });
    expect(await work.seen(upheld)).toMatchObject({ text: null, concealment: { appeal: 'upheld' } });
    await work.decide(lifted, 'lifted').expect(200);
    expect(await work.seen(lifted)).toMatchObject({ text: work.words(lifted), quote: 'шу', concealment: null });
    expect((await work.seen(lifted)).author).not.toBeNull();
    for (const id of [upheld, lifted]) {
      await work.appeal(id).expect(409);
      await work.decide(id, 'lifted').expect(409);
      await work.reverse(id).expect(409);
    }
    expect((await work.conceal(upheld).expect(409)).body).toMatchObject({ code: 'concealed-already' });
    expect((await work.conceal(lifted).expect(409)).body).toMatchObject({
      code: 'shown-again-for-good',
      rule: { id: 'N2' },
    });
  });

  it('is never decided by the account that concealed, nor by the work.author, whatever roles they hold (N2)', async () => {
    const both = await person(test, { role: 'officer', bodyId: work.open.bodyId }, { role: 'authority' });
    const writer = await person(test, { role: 'authority' });
    const id = await work.posted(writer);
    await work.conceal(id, CONCEALMENT, both).expect(200);
    await work.appeal(id, writer).expect(200);
    const own = await work.decide(id, 'upheld', both).set('Accept-Language', 'ru').expect(403);
    expect(own.body).toMatchObject({ type: '/problems/not-allowed', code: 'concealed-by-you', rule: { id: 'N2' } });
    expect((own.body as { detail: string }).detail).toContain('скрыто с этой же учётной записи');
    expect((await both.get(`/comments/${id}/concealment`)).body).toMatchObject({ moves: ['reversal'] });
    expect((await work.decide(id, 'lifted', writer).expect(403)).body).toMatchObject({ code: 'your-own-appeal' });
    await expect(
      test.database.query(`update concealments set state = 'decided', outcome = 'upheld', decided_on = appealed_on,
        reasons = explanation, decided_by = concealed_by where comment_id = '${id}'`),
    ).rejects.toThrow('concealments_judge');
    await work.decide(id, 'lifted').expect(200);
  });

  it('lists appeals by the last day of their decision, shows what is overdue and what was decided late', async () => {
    await work.at('2026-04-24T12:00:00+05:00');
    const [early, later] = [await work.appealed(), await work.appealed()];
    await work.author.get('/appeals').expect(403);
    await test.anyone.get('/appeals').expect(401);
    await work.at('2026-05-14T12:00:00+05:00');
    const list = async (query: string): Promise<{ commentId: string; overdue: boolean; dueOn: string }[]> =>
      ((await work.authority.get(`/appeals?${query}`).expect(200)).body as { items: never[] }).items;
    const overdue = await list('overdue=true&limit=100');
    expect(overdue.filter(({ commentId }) => [early, later].includes(commentId))).toMatchObject([
      { commentId: early, overdue: true, dueOn: '2026-05-13', appealGrounds: APPEAL.grounds },
      { commentId: later, overdue: true },
    ]);
    const days = overdue.map(({ dueOn }) => dueOn);
    expect(days).toEqual([...days].sort());
    const first = (await work.authority.get('/appeals?limit=1').expect(200)).body as { items: object[]; next: string };
    const second = await list(`limit=1&after=${first.next}`);
    expect([...first.items, ...second]).toEqual((await list('limit=100')).slice(0, 2));
    const late = await work.decide(early, 'lifted').expect(200);
    const breaches = [{ rule: 'N1.decision', required: '2026-05-13', actual: '2026-05-14' }];
    expect(late.body).toMatchObject({ breaches, overdue: false });
    expect((await work.acts(early)).at(-1)).toMatchObject({ data: { late: true } });
    expect((await list('state=decided&limit=100')).map(({ commentId }) => commentId)).toContain(early);
    expect(await list(`body=${NOBODY}`)).toEqual([]);
    await work.decide(later, 'upheld').expect(200);
  });

  it('is taken back by the body with reasons: free to conceal anew, unless that concedes an appeal', async () => {
    const id = await work.concealed();
    await work.officer.put(`/comments/${id}/concealment/reversal`).send({}).expect(422);
    await work.reverse(id, work.authority).expect(403);
    const shown = await work.reverse(id).expect(200);
    expect(shown.body).toMatchObject({ state: 'reversed', inForce: false, reversalReasons: REASONS, moves: [] });
    expect(await work.seen(id)).toMatchObject({ text: work.words(id), concealment: null });
    await work.reverse(id).expect(409);
    await work.appeal(id).expect(409);
    await work.conceal(id, { ...CONCEALMENT, ground: 'insult' }).expect(200);
    await work.appeal(id).expect(200);
    await work.reverse(id).expect(200);
    expect((await work.conceal(id).expect(409)).body).toMatchObject({ code: 'shown-again-for-good' });
    expect((await work.acts(id)).at(-1)).toMatchObject({
      ...{ what: 'comment.concealment-reversed', rules: [{ id: 'N3' }], data: { appealed: true } },
    });
  });

  it('lets an work.author withdraw a hidden comment: then there is nothing to appeal for, but a lodged appeal is decided', async () => {
    const [hidden, contested] = [await work.concealed(), await work.appealed()];
    for (const id of [hidden, contested]) await work.author.put(`/comments/${id}/withdrawal`).expect(200);
    expect((await work.appeal(hidden).expect(409)).body).toMatchObject({ code: 'comment-withdrawn' });
    await work.decide(contested, 'lifted').expect(200);
    expect(await work.seen(contested)).toMatchObject({ state: 'withdrawn', text: null, concealment: null });
    expect(await work.seen(hidden, work.officer)).toMatchObject({ state: 'withdrawn', text: null });
  });

  it('moves the last days of appeals and of decisions with the calendar, by an act', async () => {
    await work.at('2026-06-01T09:00:00+05:00');
    const [standing, contested] = [await work.concealed(), await work.appealed()];
    const before = (await test.anyone.get(`/comments/${standing}/concealment`)).body as { appealDueOn: string };
    expect(before.appealDueOn).toBe('2026-06-15');
    const admin = await person(test, { role: 'admin' });
    const name = { kk: 'Демалыс', ru: 'Выходной', en: 'Day off' };
    await admin.put('/calendar/2026-06-15').send({ kind: 'day_off', name, basis: 'Order' }).expect(200);
    const moved = await admin.post('/calendar/recalculation').expect(200);
    for (const id of [standing, contested]) {
      const shift = { kind: 'comment', id, from: '2026-06-15', to: '2026-06-16', provisional: false };
      expect((moved.body as { shifts: object[] }).shifts).toContainEqual(shift);
      expect((await work.acts(id)).at(-1)).toMatchObject({
        what: 'comment.due-date-moved',
        data: { to: '2026-06-16' },
      });
    }
    const read = async (id: string) => (await test.anyone.get(`/comments/${id}/concealment`)).body as object;
    expect(await read(standing)).toMatchObject({ appealDueOn: '2026-06-16', dueOn: null });
    expect(await read(contested)).toMatchObject({ appealDueOn: '2026-06-15', dueOn: '2026-06-16' });
  });
});
