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
      .send({ ...WRITTEN, text: 'Тұтас сөйлем.', provisionId, showName: true })
      .expect(200);
    expect((await by.get(path()).expect(200)).body).toEqual({
      ...{ consultationId: of.consultationId, text: 'Тұтас сөйлем.', language: 'kk', provisionId, showName: true },
      ...{ onBehalfOf: { name: 'ЖШС', bin: null }, keptAt: test.clock.now().toISOString() },
    });
    expect((await by.get('/me/data').expect(200)).body).toMatchObject({ commentDrafts: [kept.body] });
    await other.get(path()).expect(404);
    await other.delete(path()).expect(204);
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
    const left = await test.app.get(Statements).rows('left', 'select from comment_drafts where account_id = $1', [
      by.accountId,
    ]);
    expect(left).toEqual([]);
  });

  it('is refused with the field that is wrong, where nothing can be said, and where nobody knows of the draft', async () => {
    const by = await person(test);
    const other = await publishedConsultation(test, { provisions: 1 });
    const wrong = { ...WRITTEN, provisionId: other.provisionIds[0] };
    const refused = await by.put(path()).send(wrong).expect(422);
    expect(refused.body).toMatchObject({ errors: [{ pointer: '/provisionId', code: 'not-found' }] });
    await by.put(path()).send({ ...WRITTEN, text: '' }).expect(422);
    await by.put(path()).send({ ...WRITTEN, more: 1 }).expect(422);
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
