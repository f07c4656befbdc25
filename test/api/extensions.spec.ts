import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ConsultationResponse } from '../../src/consultations/index.js';
import {
  consultationRequest,
  developingBody,
  preparedConsultation,
  publishedConsultation,
  workingDaysAhead,
  type DevelopingBody,
  type PreparedConsultation,
} from '../factories/consultations.js';
import { person, signIn, type Person } from '../support/people.js';
import { startTestApplication, type TestApplication } from '../support/test-application.js';

const OPEN = { commentsByEmail: true };
const NOWHERE = '0192f0c0-0000-7000-8000-000000000000';

describe('the extension of the time for comments', () => {
  let test: TestApplication;
  let body: DevelopingBody;
  let officer: Person;
  let stranger: Person;
  beforeAll(async () => {
    test = await startTestApplication();
    body = await developingBody(test);
    ({ officer } = body);
    const other = await test.anyone.get('/bodies?kind=central&limit=1').expect(200);
    const [ministry] = (other.body as { items: { id: string }[] }).items;
    stranger = await person(test, { role: 'officer', bodyId: ministry?.id ?? '' });
  });
  afterAll(() => test.close());

  const read = async (id: string): Promise<ConsultationResponse> =>
    (await test.anyone.get(`/consultations/${id}`).expect(200)).body as ConsultationResponse;
  const prepare = async (): Promise<string> => {
    const wanted = consultationRequest(body.bodyId, await workingDaysAhead(test, 15), 1);
    return ((await officer.post('/consultations').send(wanted).expect(201)).body as { id: string }).id;
  };
  const reasons = { kk: 'Көп сұрақ түсті', ru: 'Поступило много вопросов' };
  const extend = (id: string, closesOn: string, by: Person = officer) =>
    by.put(`/consultations/${id}/extension`).send({ closesOn, reasons });

  it('gives a later closing day with reasons, counts the term for answers from it, and shows what was announced', async () => {
    const { consultationId: id, closesOn } = await publishedConsultation(test, { body, provisions: 1 });
    const later = await workingDaysAhead(test, 25);
    const answered = await extend(id, later).expect(200);
    const extension = { on: test.clock.today(), from: closesOn, to: later, reasons };
    expect(answered.body).toMatchObject({
      closesOn: later,
      extensions: [extension],
      moves: ['extension', 'withdrawal'],
    });
    expect((await read(id)).dueOn).toBe(await workingDaysAhead(test, 35));
    const latest = await workingDaysAhead(test, 30);
    await extend(id, latest).expect(200);
    expect((await read(id)).extensions).toEqual([extension, { ...extension, from: later, to: latest }]);
    const told = await test.anyone.get(`/journal?subject=consultation:${id}`).expect(200);
    expect((told.body as { items: unknown[] }).items.at(-1)).toMatchObject({
      what: 'consultation.extended',
      data: { from: later, closesOn: latest },
      rules: [{ id: 'K8.answers' }],
    });
  });

  it('never shortens what was announced, and is not without bounds', async () => {
    const { consultationId: id, closesOn } = await publishedConsultation(test, { body, provisions: 1 });
    for (const day of [closesOn, await workingDaysAhead(test, 1)]) {
      expect((await extend(id, day).expect(422)).body).toMatchObject({
        errors: [{ pointer: '/closesOn', code: 'closing-not-later' }],
      });
    }
    await extend(id, '2099-01-01').expect(422);
    await extend(id, '2026-02-30').expect(422);
    expect((await read(id)).extensions).toEqual([]);
  });

  it('needs reasons in both languages, a published text, an officer of its body, and the version that was read', async () => {
    const { consultationId: id } = await publishedConsultation(test, { body, provisions: 1 });
    const closesOn = await workingDaysAhead(test, 25);
    const send = (wanted: object) => officer.put(`/consultations/${id}/extension`).send(wanted);
    await send({ closesOn }).expect(422);
    await send({ closesOn, reasons: { kk: 'Көп' } }).expect(422);
    await send({ closesOn, reasons, state: 'published' }).expect(422);
    await send({ closesOn, reasons }).set('If-Match', '"v1-x"').expect(412);
    await extend(id, closesOn, stranger).expect(403);
    await extend(id, closesOn, await person(test)).expect(403);
    const draft = await prepare();
    expect((await extend(draft, closesOn).expect(409)).body).toMatchObject({ state: 'draft' });
    await extend(draft, closesOn, stranger).expect(404);
    await extend(NOWHERE, closesOn).expect(404);
  });

  it('takes comments until the end of the new day, and gives no more time after it', async () => {
    const { consultationId: id } = await publishedConsultation(test, { body, provisions: 1 });
    const later = await workingDaysAhead(test, 20);
    await extend(id, later).expect(200);
    const citizen = await person(test);
    const post = async () => {
      const one = await signIn(test, citizen.email, citizen.accountId);
      return one.post(`/consultations/${id}/comments`).send({ text: 'Кеш емес', language: 'kk' });
    };
    test.clock.set(`${later}T23:59:59.999+05:00`);
    expect((await post()).status).toBe(201);
    test.clock.set(new Date(Date.parse(`${later}T23:59:59.999+05:00`) + 1).toISOString());
    expect((await post()).status).toBe(409);
    const late = await signIn(test, officer.email, officer.accountId);
    const refused = await extend(id, await workingDaysAhead(test, 20), late).expect(409);
    expect(refused.body).toMatchObject({ code: 'window-is-over', possible: ['withdrawal', 'report'] });
  });

  describe('to those who have no account', () => {
    const path = ({ consultationId }: PreparedConsultation): string => `/consultations/${consultationId}`;
    const take = (where: PreparedConsultation) => where.officer.put(`${path(where)}/comments-by-email`);

    it('is said with the draft, which may be changed until it is published', async () => {
      const draft = await preparedConsultation(test, { provisions: 1 });
      expect((await draft.officer.get(path(draft)).expect(200)).body).toMatchObject({ commentsByEmail: false });
      expect((await take(draft).expect(409)).body).toMatchObject({ code: 'not-in-this-state' });
      await draft.officer.patch(path(draft)).send(OPEN).expect(200);
      await draft.officer.put(`${path(draft)}/publication`).expect(200);
      expect((await test.anyone.get(path(draft)).expect(200)).body).toMatchObject(OPEN);
      await draft.officer.patch(path(draft)).send({ commentsByEmail: false }).expect(409);
    });

    it('is said later too, publicly, until comments close, and never taken back', async () => {
      const now = test.clock.now();
      const late = await publishedConsultation(test, { provisions: 1, closesInWorkingDays: 10 });
      await test.anyone.put(`${path(late)}/comments-by-email`).expect(401);
      await (await person(test)).put(`${path(late)}/comments-by-email`).expect(403);
      await take(late).set('If-Match', '"v1"').expect(412);
      for (const answer of [await take(late), await take(late)]) {
        expect([answer.status, answer.body]).toMatchObject([200, OPEN]);
      }
      const journal = await test.anyone.get(`/journal?subject=consultation:${late.consultationId}`).expect(200);
      const acts = (journal.body as { items: { what: string }[] }).items.map(({ what }) => what);
      expect(acts.filter((what) => /by-email/.test(what))).toEqual(['consultation.comments-by-email-taken']);
      const over = await publishedConsultation(test, { provisions: 1, closesInWorkingDays: 10 });
      test.clock.set('2026-04-20T10:00:00+05:00');
      const anew = { ...over, officer: await signIn(test, over.officer.email, over.officer.accountId) };
      expect((await take(anew).expect(409)).body).toMatchObject({ code: 'window-is-over' });
      test.clock.set(now.toISOString());
    });
  });
});
