import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { SubscriptionResponse } from '../../src/subscriptions/index.js';
import { Statements } from '../../src/platform/database/index.js';
import {
  preparedConsultation,
  provisionsOf,
  publishedConsultation,
  workingDaysAhead,
  type PreparedConsultation,
} from '../factories/consultations.js';
import { postAll } from '../factories/meetings.js';
import { PASSWORD, person, signIn, type Person } from '../support/people.js';
import { startTestApplication, type TestApplication } from '../support/test-application.js';

const BOTH = { kk: 'Себебі бар', ru: 'Есть причина' };
const NOBODYS = '00000000-0000-7000-8000-000000000000';

describe('what a person follows', () => {
  let test: TestApplication;
  let of: PreparedConsultation;
  beforeAll(async () => {
    test = await startTestApplication();
    of = await publishedConsultation(test, { provisions: 1, closesInWorkingDays: 10 });
  });
  afterAll(() => test.close());

  const path = (id = of.consultationId): string => `/consultations/${id}/my-subscription`;
  const follow = async (by: Person, id = of.consultationId): Promise<SubscriptionResponse> =>
    (await by.put(path(id)).expect(200)).body as SubscriptionResponse;
  const newsOf = async (by: Person, id: string): Promise<Record<string, number>> => {
    const { news } = (await by.get(path(id)).expect(200)).body as SubscriptionResponse;
    return Object.fromEntries(news.map(({ kind, count }) => [kind, count]));
  };
  const rowsOf = (by: Person): Promise<{ token: string }[]> =>
    test.app.get(Statements).rows('left', 'select token from subscriptions where account_id = $1', [by.accountId]);

  it('is followed once, known to nobody else, and no more when its holder says so, however often', async () => {
    const [by, other] = [await person(test), await person(test)];
    await by.get(path()).expect(404);
    const followed = await follow(by);
    test.clock.pass(60);
    expect(await follow(by)).toEqual(followed);
    expect(followed).toEqual({
      ...{ consultationId: of.consultationId, bodyId: of.bodyId, phase: 'commenting', closesOn: of.closesOn },
      ...{ title: { kk: 'Түнгі тыныштық туралы', ru: 'О ночной тишине', en: 'On quiet at night' } },
      ...{ dueOn: expect.stringMatching(/^2026-/), upTo: expect.any(Number), news: [] },
      ...{ followedAt: followed.seenAt, seenAt: expect.stringMatching(/^2026-/) },
    });
    const [row] = await rowsOf(by);
    const { seenAt, followedAt, consultationId } = followed;
    const data = await by.get('/me/data').expect(200);
    expect(data.body).toMatchObject({ subscriptions: [{ consultationId, followedAt, seenAt }] });
    expect(data.text).not.toContain(row?.token);
    await other.get(path()).expect(404);
    expect((await other.get('/me/subscriptions').expect(200)).body).toEqual({ items: [], next: null });
    await test.anyone.get(path()).expect(401);
    expect((await test.anyone.get(`/consultations/${of.consultationId}`).expect(200)).text).not.toMatch(/follow/i);
    const recorded = await test.app
      .get(Statements)
      .rows('told', `select from journal where what like '%follow%' or what like '%subscri%'`);
    expect(recorded).toEqual([]);
    await by.delete(path()).expect(204);
    await by.delete(path()).expect(204);
    await by.get(path()).expect(404);
    await by.put(`${path()}/seen`).send({ upTo: followed.upTo }).expect(404);
  });

  it('is nothing that is not public, or not there', async () => {
    const hidden = await preparedConsultation(test, { provisions: 1 });
    const by = await person(test);
    await by.put(path(hidden.consultationId)).expect(404);
    // Not even by an officer who knows of it: there is nothing to be told of yet.
    await hidden.officer.put(path(hidden.consultationId)).expect(404);
    await by.put(path(NOBODYS)).expect(404);
    await by.put(path('nothing')).expect(404);
    await by.delete(path(NOBODYS)).expect(404);
    await hidden.officer.delete(path(hidden.consultationId)).expect(404);
    await test.anyone.put(path()).expect(401);
  });

  it('tells by kind what has happened since, and only of this consultation, until it is seen', async () => {
    const { consultationId: id, officer } = of;
    const at = `/consultations/${id}`;
    const [by, other] = [await person(test), await publishedConsultation(test, { provisions: 1 })];
    const comment = (text: string) => ({ text, language: 'kk' });
    const said = await postAll(await person(test), `${at}/comments`, ['а', 'ә', 'б'].map(comment));
    const [elsewhere = ''] = await postAll(await person(test), `/consultations/${other.consultationId}/comments`, [
      comment('в'),
    ]);
    await follow(by);
    const answer = { outcome: 'partly', reasons: BOTH };
    for (const one of said) await officer.put(`/comments/${one}/answer`).send(answer).expect(200);
    await officer.put(`/comments/${elsewhere}/answer`).send(answer).expect(200);
    const revision = { ...answer, outcome: 'accepted', why: BOTH };
    await officer
      .put(`/comments/${said[0] ?? ''}/answer/revision`)
      .send(revision)
      .expect(200);
    await officer
      .post(`${at}/versions`)
      .send({ provisions: provisionsOf(2), note: BOTH })
      .expect(201);
    const closesOn = await workingDaysAhead(test, 12);
    await officer.put(`${at}/extension`).send({ closesOn, reasons: BOTH }).expect(200);
    expect(await newsOf(by, id)).toEqual({ version: 1, extension: 1, answer: 4 });
    expect((await by.get('/me/subscriptions').expect(200)).body).toMatchObject({ items: [{ consultationId: id }] });

    const { upTo } = (await by.get(path(id)).expect(200)).body as SubscriptionResponse;
    await officer
      .post(`${at}/versions`)
      .send({ provisions: provisionsOf(3), note: BOTH })
      .expect(201);
    test.clock.pass(60);
    const seen = await by
      .put(`${path(id)}/seen`)
      .send({ upTo })
      .expect(200);
    expect(seen.body).toMatchObject({ seenAt: test.clock.now().toISOString(), news: [{ kind: 'version', count: 1 }] });
    await by
      .put(`${path(id)}/seen`)
      .send({ upTo: 0 })
      .expect(200);
    expect(await newsOf(by, id)).toEqual({ version: 1 });
    await by
      .put(`${path(id)}/seen`)
      .send({ upTo: Number.MAX_SAFE_INTEGER })
      .expect(200);
    expect(await newsOf(by, id)).toEqual({});
    // A number of entries that are not there yet hides none of them when they come.
    const [last = ''] = await postAll(by, `${at}/comments`, [comment('г')]);
    await officer.put(`/comments/${last}/answer`).send(answer).expect(200);
    expect(await newsOf(by, id)).toEqual({ answer: 1 });
  });

  it('tells how it ended: withdrawn, or reported and concluded', async () => {
    const [by, { officer, bodyId }] = [await person(test), of];
    const wish = { provisions: 1, closesInWorkingDays: 10, body: { officer, bodyId } };
    const [taken, ended] = [await publishedConsultation(test, wish), await publishedConsultation(test, wish)];
    await follow(by, taken.consultationId);
    await follow(by, ended.consultationId);
    await officer.put(`/consultations/${taken.consultationId}/withdrawal`).send({ reasons: BOTH }).expect(200);
    expect(await newsOf(by, taken.consultationId)).toEqual({ withdrawal: 1 });
    const now = test.clock.now().toISOString();
    test.clock.set('2026-03-23T09:00:00+05:00');
    const [later, body] = [
      await signIn(test, by.email, by.accountId),
      await signIn(test, officer.email, officer.accountId),
    ];
    const at = `/consultations/${ended.consultationId}`;
    await body.put(`${at}/report`).send({ summary: BOTH }).expect(200);
    await body.put(`${at}/conclusion`).send({ result: 'rejected', reasons: BOTH }).expect(200);
    expect(await newsOf(later, ended.consultationId)).toEqual({ report: 1, conclusion: 1 });
    const list = await later.get('/me/subscriptions').expect(200);
    expect(list.body).toMatchObject({ items: [{ phase: 'concluded' }, { phase: 'withdrawn' }], next: null });
    test.clock.set(now);
  });

  it('is listed page by page, what was followed last first', async () => {
    const [by, other] = [await person(test), await publishedConsultation(test, { provisions: 1 })];
    await follow(by);
    await follow(by, other.consultationId);
    const first = (await by.get('/me/subscriptions?limit=1').expect(200)).body as List;
    const second = (await by.get(`/me/subscriptions?limit=1&after=${first.next ?? ''}`).expect(200)).body as List;
    expect([first, second].flatMap(({ items }) => items.map(({ consultationId }) => consultationId))).toEqual([
      other.consultationId,
      of.consultationId,
    ]);
    expect(second.next).toBeNull();
    await by.get('/me/subscriptions?after=nonsense').expect(400);
  });

  it('is marked as seen by a number alone, and is gone with the account', async () => {
    const by = await person(test);
    await follow(by);
    for (const wrong of [{}, { upTo: -1 }, { upTo: '1' }, { upTo: 1.5 }]) {
      const refused = await by.put(`${path()}/seen`).send(wrong).expect(422);
      expect(refused.body).toMatchObject({ errors: [{ pointer: '/upTo', code: 'count-expected' }] });
    }
    expect(await rowsOf(by)).toHaveLength(1);
    await by.put('/me/closure').send({ password: PASSWORD }).expect(204);
    expect(await rowsOf(by)).toEqual([]);
  });
});

interface List {
  readonly items: SubscriptionResponse[];
  readonly next: string | null;
}
