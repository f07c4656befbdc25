import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CommentDraftsTasks } from '../../src/comment-drafts/index.js';
import { Statements } from '../../src/platform/database/index.js';
import { preparedConsultation, publishedConsultation, type PreparedConsultation } from '../factories/consultations.js';
import { PASSWORD, person, signIn, type Person } from '../support/people.js';
import { startTestApplication, type TestApplication } from '../support/test-application.js';

const WRITTEN = { text: 'Жарты сөйлем', language: 'kk', onBehalfOf: { name: 'ЖШС' } };

describe('what a person keeps to go on with', () => {
  let test: TestApplication;
  let of: PreparedConsultation;
  let sweep: () => Promise<number>;
  beforeAll(async () => {
    test = await startTestApplication();
    of = await publishedConsultation(test, { provisions: 1, closesInWorkingDays: 10 });
    sweep = () => test.app.get(CommentDraftsTasks).sweep();
  });
  afterAll(() => test.close());

  const path = (id = of.consultationId): string => `/consultations/${id}/my-draft`;
  const rows = async (by: Person): Promise<number> => {
    const data = await by.get('/me/data').expect(200);
    return (data.body as { commentDrafts: unknown[] }).commentDrafts.length;
  };

  it('is one text in a discussion, read by nobody else, replaced and let go of', async () => {
    const [by, other] = [await person(test), await person(test)];
    await by.get(path()).expect(404);
    await by.put(path()).send(WRITTEN).expect(200);
    const provisionId = of.provisionIds[0];
    const kept = await by
      .put(path())
      .send({ ...WRITTEN, text: 'Тұтас сөйлем.', provisionId, quote: 'шу деңгейі', showName: true })
      .expect(200);
    expect((await by.get(path()).expect(200)).body).toEqual({
      ...{ consultationId: of.consultationId, text: 'Тұтас сөйлем.', language: 'kk', provisionId, showName: true },
      ...{ quote: 'шу деңгейі', onBehalfOf: { name: 'ЖШС', bin: null }, keptAt: test.clock.now().toISOString() },
    });
    expect((await by.get('/me/data').expect(200)).body).toMatchObject({ commentDrafts: [kept.body] });
    await other.get(path()).expect(404);
    await other.delete(path()).expect(404);
    await test.anyone.get(path()).expect(401);
    expect((await test.anyone.get('/journal').expect(200)).text).not.toMatch(/сөйлем|draft-kept/);
    await by.delete(path()).expect(204);
    await by.get(path()).expect(404);
  });

  it('is gone with the comment that was posted, and with the account', async () => {
    const by = await person(test);
    await by.put(path()).send(WRITTEN).expect(200);
    test.clock.pass(1);
    await by.post(`/consultations/${of.consultationId}/comments`).send(WRITTEN).expect(201);
    await by.get(path()).expect(404);
    expect(await rows(by)).toBe(1);
    expect(await sweep()).toBe(1);
    expect(await rows(by)).toBe(0);
    test.clock.pass(1);
    await by.put(path()).send(WRITTEN).expect(200);
    expect(await sweep()).toBe(0);
    await by.get(path()).expect(200);
    await by.put('/me/closure').send({ password: PASSWORD }).expect(204);
    const left = await test.app
      .get(Statements)
      .rows('left', 'select from comment_drafts where account_id = $1', [by.accountId]);
    expect(left).toEqual([]);
  });

  it('is refused with the field that is wrong, where nothing can be said, and where nobody knows of the draft', async () => {
    const by = await person(test);
    const other = await publishedConsultation(test, { provisions: 1 });
    const wrong = { ...WRITTEN, provisionId: other.provisionIds[0] };
    const refused = await by.put(path()).send(wrong).expect(422);
    expect(refused.body).toMatchObject({ errors: [{ pointer: '/provisionId', code: 'not-found' }] });
    await by
      .put(path())
      .send({ ...WRITTEN, text: '' })
      .expect(422);
    await by
      .put(path())
      .send({ ...WRITTEN, more: 1 })
      .expect(422);
    const hidden = await preparedConsultation(test, { provisions: 1 });
    await by.put(path(hidden.consultationId)).send(WRITTEN).expect(404);
    await of.officer
      .put(`/consultations/${other.consultationId}/withdrawal`)
      .send({ reasons: { kk: 'Басқа жоба', ru: 'Другой проект' } })
      .expect(200);
    const over = await by.put(path(other.consultationId)).send(WRITTEN).expect(409);
    expect(over.body).toMatchObject({ code: 'not-open-for-comments' });
  });

  it('is gone when the discussion ends', async () => {
    const { consultationId } = await publishedConsultation(test, { provisions: 1, closesInWorkingDays: 10 });
    const by = await person(test);
    await by.put(path(consultationId)).send(WRITTEN).expect(200);
    test.clock.set('2026-03-18T09:00:00+05:00');
    const later = await signIn(test, by.email, by.accountId);
    await later.get(path(consultationId)).expect(404);
    const over = await later.put(path(consultationId)).send(WRITTEN).expect(409);
    expect(over.body).toMatchObject({ code: 'comments-closed' });
    expect(await sweep()).toBeGreaterThanOrEqual(1);
    expect(await rows(later)).toBe(0);
  });
});

describe('what a person did not write', () => {
  let test: TestApplication;
  let of: PreparedConsultation;
  beforeAll(async () => {
    test = await startTestApplication();
    of = await publishedConsultation(test, { provisions: 1 });
  });
  afterAll(() => test.close());

  const SAID = { text: 'Мен жазбаған мәтін', language: 'kk', showName: true, onBehalfOf: { name: 'ЖШС' } };
  let said = 0;
  const post = async (by: Person): Promise<string> => (await posted(by)).id;
  const posted = async (by: Person): Promise<{ id: string; receipt: { number: string } }> => {
    said += 1;
    const wanted = { ...SAID, text: `${SAID.text} ${said}` };
    const made = await by.post(`/consultations/${of.consultationId}/comments`).send(wanted).expect(201);
    return made.body as { id: string; receipt: { number: string } };
  };
  const disown = (id: string, by: Person, reason?: string) =>
    by.put(`/comments/${id}/disowning`).send(reason === undefined ? {} : { reason });
  const REASON = 'Телефоным ұрланған';

  it('stays where it is and as it was, counted, marked, and without a name', async () => {
    const by = await person(test);
    const { id, receipt } = await posted(by);
    const before = (await test.anyone.get(`/comments/${id}`).expect(200)).body as { number: number };
    const own = await disown(id, by, REASON).expect(200);
    const disownedAt = test.clock.now().toISOString();
    expect(own.body).toMatchObject({ disownedAt, disownedReason: REASON, author: null, moves: [] });
    const shown = await test.anyone.get(`/comments/${id}`).expect(200);
    expect(shown.body).toEqual({ ...before, author: null, onBehalfOf: null, participant: 1, disownedAt });
    const list = await test.anyone.get(`/consultations/${of.consultationId}/comments`).expect(200);
    expect((list.body as { items: unknown[] }).items).toContainEqual(shown.body);
    const told = await test.anyone.get(`/receipts/${receipt.number}`).expect(200);
    expect(told.body).toMatchObject({ state: 'accepted', onBehalfOf: null, disownedAt });
    const officers = await of.officer.get(`/comments/${id}`).expect(200);
    expect(officers.body).toMatchObject({ disownedReason: REASON, author: null, moves: ['answer'] });
    const mine = await by.get('/me/comments').expect(200);
    expect(mine.body).toMatchObject({ items: [{ id, disownedAt }] });
    expect((await by.get('/me/data').expect(200)).body).toMatchObject({ comments: [{ disownedReason: REASON }] });
    const journal = await test.anyone.get(`/journal?subject=comment:${id}`).expect(200);
    expect((journal.body as { items: { what: string }[] }).items.map(({ what }) => what)).toEqual([
      'comment.accepted',
      'comment.disowned',
    ]);
    expect(journal.text).not.toContain(REASON);
    const csv = await test.anyone.get(`/consultations/${of.consultationId}/export/comments.csv`).expect(200);
    expect(csv.text).toContain(disownedAt);
    expect(csv.text).not.toContain(REASON);
  });

  it('is said once, of one’s own alone, not of what was withdrawn, which it cannot be after that', async () => {
    const [by, other] = [await person(test), await person(test)];
    const [id, gone] = [await post(by), await post(by)];
    await disown(id, other).expect(403);
    await disown(id, of.officer).expect(403);
    await by.put(`/comments/${gone}/withdrawal`).expect(200);
    expect((await disown(gone, by).expect(409)).body).toMatchObject({ code: 'disowning-of-withdrawn' });
    await disown(id, by).expect(200);
    expect((await disown(id, by).expect(409)).body).toMatchObject({ code: 'disowned-already' });
    const withdrawn = await by.put(`/comments/${id}/withdrawal`).expect(409);
    expect(withdrawn.body).toMatchObject({ code: 'withdrawal-of-disowned' });
    await disown(id, by, 'а'.repeat(4001)).expect(422);
  });

  it('is answered like any other, and may be disowned after the answer', async () => {
    const by = await person(test);
    const [id, answered] = [await post(by), await post(by)];
    const answer = { outcome: 'accepted', reasons: { kk: 'Ескерілді', ru: 'Учтено' } };
    await disown(id, by).expect(200);
    await of.officer.put(`/comments/${id}/answer`).send(answer).expect(200);
    await of.officer.put(`/comments/${answered}/answer`).send(answer).expect(200);
    const own = await disown(answered, by).expect(200);
    expect(own.body).toMatchObject({ state: 'answered', answer: { outcome: 'accepted' }, author: null });
  });
});
