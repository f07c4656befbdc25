import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { APPEAL, CONCEALMENT, NOBODY, REASONS, ModerationWork, type SeenComment } from '../factories/concealments.js';
import { publishedConsultation } from '../factories/consultations.js';
import { person } from '../support/people.js';
import { BEGIN, startTestApplication, type TestApplication } from '../support/test-application.js';

describe('the concealment of a comment', () => {
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

  it('publishes the closed list of grounds with meaning and basis', async () => {
    const { body } = await test.anyone.get('/concealment-grounds').expect(200);
    const { items } = body as { items: { code: string; meaning: object; basis: object; trust: string }[] };
    expect(items.map(({ code }) => code)).toContain('insult');
    expect(items[0]).toMatchObject({ code: 'personal_data', trust: 'law', basis: { ru: /94-V/ } as object });
    for (const rule of ['N1.appeal', 'N1.decision', 'N2', 'N3'])
      expect((await test.anyone.get(`/rules/${rule}`).expect(200)).body).toMatchObject({ trust: 'setting' });
  });

  it('replaces text, quote and name everywhere by the ground and its explanation, and counts and place stay', async () => {
    const other = await publishedConsultation(test, { body: work.open });
    const [first, hidden] = [
      await work.posted(work.author, other.consultationId),
      await work.posted(work.author, other.consultationId),
    ];
    const receipt = (await work.author.get(`/comments/${hidden}`)).body as { receipt: { number: string } };
    test.clock.pass(60);
    const since = encodeURIComponent(test.clock.now().toISOString());
    const answer = await work.conceal(hidden).expect(200);
    expect(answer.body).toMatchObject({
      ...{ commentId: hidden, number: 2, state: 'standing', inForce: true, ...CONCEALMENT, concealedOn: '2026-03-02' },
      ...{ appealDueOn: '2026-03-17', dueOn: null, overdue: false, moves: ['reversal'], appealGrounds: null },
    });
    const notice = { ...CONCEALMENT, concealedOn: '2026-03-02', appeal: 'none' };
    const replaced = { id: hidden, number: 2, text: null, quote: null, author: null, concealment: notice };
    const path = `/consultations/${other.consultationId}/comments`;
    const { items } = (await test.anyone.get(path).expect(200)).body as { items: SeenComment[] };
    expect(items).toMatchObject([{ id: first, text: work.words(first), concealment: null }, replaced]);
    expect(await work.seen(hidden)).toEqual(items[1]);
    const { items: changed } = (await test.anyone.get(`${path}?modifiedSince=${since}`)).body as {
      items: SeenComment[];
    };
    expect(changed.map(({ id }) => id)).toEqual([hidden]);
    const known = await test.anyone.get(`/receipts/${receipt.receipt.number}`).expect(200);
    expect(known.body).toMatchObject({ state: 'accepted', concealment: notice });
    const stranger = await person(test);
    const everywhere = [await work.seen(hidden, stranger), await work.acts(hidden), items[1], known.body];
    expect(JSON.stringify(everywhere)).not.toMatch(/Абай|"шу"|Person/);
    await other.officer.put(`/comments/${hidden}/answer`).send({ outcome: 'declined', reasons: REASONS }).expect(200);
  });

  it('leaves the text to its work.author, to officers of the body and to the work.authority, to nobody else', async () => {
    const id = await work.concealed();
    const another = await work.anotherOfficer();
    for (const by of [work.author, work.officer, work.authority])
      expect(await work.seen(id, by)).toMatchObject({ text: work.words(id), quote: 'шу' });
    for (const by of [await person(test), another, test.anyone])
      expect(await work.seen(id, by)).toMatchObject({ text: null });
    const mine = (await work.author.get('/me/comments?limit=1').expect(200)).body as { items: SeenComment[] };
    expect(mine.items).toMatchObject([{ id, text: work.words(id), concealment: CONCEALMENT }]);
    await work.appeal(id).expect(200);
    const data = (await work.author.get('/me/data').expect(200)).body as { concealments: object[] };
    expect(data.concealments).toContainEqual(expect.objectContaining({ commentId: id, appealGrounds: APPEAL.grounds }));
    const known = await test.anyone.get(`/comments/${id}/concealment`).expect(200);
    expect(known.body).not.toHaveProperty('appealGrounds');
    expect(known.body).not.toHaveProperty('moves');
    expect(JSON.stringify(known.body)).not.toContain(work.officer.accountId);
  });

  it.each([
    [{ ...CONCEALMENT, ground: 'off_the_matter' }, '/ground', 'choice-unknown'],
    [{ explanation: CONCEALMENT.explanation }, '/ground', 'choice-unknown'],
    [{ ...CONCEALMENT, explanation: { kk: 'Т' } }, '/explanation/ru', 'text-expected'],
    [{ ...CONCEALMENT, explanation: { ru: 'П' } }, '/explanation/kk', 'text-expected'],
    [{ ...CONCEALMENT, explanation: { kk: ' ', ru: 'П' } }, '/explanation/kk', 'blank'],
    [{ ...CONCEALMENT, explanation: { kk: 'ұ'.repeat(4001), ru: 'П' } }, '/explanation/kk', 'too-long'],
    [{ ...CONCEALMENT, reason: 'x' }, '/reason', 'unknown-field'],
  ])('refuses %j at its field', async (body, pointer, code) => {
    const id = await work.posted();
    const refused = await work.conceal(id, body).expect(422);
    const { errors } = refused.body as { errors: { pointer: string; code: string }[] };
    expect(errors).toContainEqual(expect.objectContaining({ pointer, code }));
    expect((await work.seen(id)).text).toBe(work.words(id));
  });

  it('is done by officers of the developing body only, to a comment that is shown', async () => {
    const id = await work.posted();
    const another = await work.anotherOfficer();
    await test.anyone.put(`/comments/${id}/concealment`).send(CONCEALMENT).expect(401);
    for (const by of [work.author, work.authority, another]) await work.conceal(id, CONCEALMENT, by).expect(403);
    await work.conceal(NOBODY).expect(404);
    await test.anyone.get(`/comments/${id}/concealment`).expect(404);
    await test.anyone.get(`/comments/${NOBODY}/concealment`).expect(404);
    await work.conceal(id).set('If-Match', '"v9-x"').expect(412);
    await work.conceal(id).set('If-Match', '"v1-x"').expect(200);
    expect((await work.conceal(id).expect(409)).body).toMatchObject({ code: 'concealed-already' });
    await work.reverse(id, another).expect(403);
    const gone = await work.posted();
    await work.author.put(`/comments/${gone}/withdrawal`).expect(200);
    expect((await work.conceal(gone).expect(409)).body).toMatchObject({
      code: 'comment-withdrawn',
      state: 'withdrawn',
    });
  });

  it('makes one act of 50 concealments at once', async () => {
    const id = await work.posted();
    const answers = await Promise.all(Array.from({ length: 50 }, () => work.conceal(id)));
    const statuses = answers.map(({ status }) => status).sort();
    expect(statuses).toEqual([200, ...Array.from({ length: 49 }, () => 409)]);
    expect((await work.acts(id)).map(({ what }) => what)).toEqual(['comment.accepted', 'comment.concealed']);
    const rows = await test.database.query('select 1 from concealments where comment_id = $1', [id]);
    expect(rows).toHaveLength(1);
  });

  it('is journalled with its rules and without a word of the comment, its explanation or the appeal', async () => {
    const id = await work.appealed();
    await work.decide(id, 'lifted').expect(200);
    const told = await work.acts(id);
    expect(told.map(({ what, rules }) => [what, rules.map((rule) => rule.id)])).toEqual([
      ['comment.accepted', []],
      ['comment.concealed', ['N1.appeal', 'N3']],
      ['comment.concealment-appealed', ['N1.appeal', 'N1.decision']],
      ['comment.appeal-decided', ['N1.decision', 'N2']],
    ]);
    const keys = told.slice(1).map(({ data }) => Object.keys(data).sort().join());
    const common = ['bodyId', 'concealmentId', 'consultationId'];
    expect(keys).toEqual([
      [...common, 'dueOn', 'ground'].join(),
      ['appealedOn', ...common, 'dueOn', 'provisional'].join(),
      [...common, 'decidedOn', 'late', 'outcome'].join(),
    ]);
    expect(told.at(-1)).toMatchObject({ data: { outcome: 'lifted', late: false } });
    expect(JSON.stringify(told)).not.toMatch(/Абай|Көрші|мекенжай/);
  });

  it('protects people after the report too, whose figures do not change', async () => {
    const done = await publishedConsultation(test, { body: work.open, closesInWorkingDays: 10 });
    const id = await work.posted(work.author, done.consultationId);
    await work.officer.put(`/comments/${id}/answer`).send({ outcome: 'accepted', reasons: REASONS }).expect(200);
    await work.at('2026-03-18T09:00:00+05:00');
    await work.officer.put(`/consultations/${done.consultationId}/report`).send({}).expect(200);
    const report = async () => (await test.anyone.get(`/consultations/${done.consultationId}/report`)).text;
    const before = await report();
    await work.conceal(id).expect(200);
    expect(await report()).toBe(before);
    expect(await work.seen(id)).toMatchObject({ state: 'answered', text: null, answer: { outcome: 'accepted' } });
  });
});
