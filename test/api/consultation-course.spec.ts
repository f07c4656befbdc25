import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ConsultationResponse } from '../../src/consultations/index.js';
import {
  consultationRequest,
  developingBody,
  provisionsOf,
  publishedConsultation,
  workingDaysAhead,
  type DevelopingBody,
} from '../factories/consultations.js';
import { person, type Person } from '../support/people.js';
import { startTestApplication, type TestApplication } from '../support/test-application.js';

interface ListPage {
  readonly items: (ConsultationResponse & Record<string, unknown>)[];
  readonly next: string | null;
}

const NOWHERE = '0192f0c0-0000-7000-8000-000000000000';

describe('a consultation in the course of time', () => {
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

  const list = async (query = ''): Promise<ListPage> =>
    (await test.anyone.get(`/consultations${query}`).expect(200)).body as ListPage;
  const read = async (id: string, by: { get: Person['get'] } = test.anyone): Promise<ConsultationResponse> =>
    (await by.get(`/consultations/${id}`).expect(200)).body as ConsultationResponse;
  const prepare = async (change: object = {}): Promise<string> => {
    const wanted = { ...consultationRequest(body.bodyId, await workingDaysAhead(test, 15), 1), ...change };
    return ((await officer.post('/consultations').send(wanted).expect(201)).body as { id: string }).id;
  };
  const publish = (id: string) => officer.put(`/consultations/${id}/publication`);

  describe('versions of the text', () => {
    it('keep a provision that is named by its id, and give others new ones', async () => {
      const { consultationId: id, provisionIds } = await publishedConsultation(test, { body, provisions: 3 });
      const [first, second, third] = provisionIds;
      const text = { kk: 'Жаңа мәтін', ru: 'Новый текст' };
      const note = { kk: 'Екінші тармақ алынды', ru: 'Исключён второй пункт' };
      const wanted = { provisions: [{ id: third, text }, { text }, { id: first, text }], note };
      const made = await officer.post(`/consultations/${id}/versions`).send(wanted).expect(201);
      expect(made.body).toMatchObject({ consultationId: id, version: 2, note });
      const latest = await test.anyone.get(`/consultations/${id}/draft`).expect(200);
      const provisions = (latest.body as { provisions: { id: string; position: number }[] }).provisions;
      expect(provisions.map((one) => one.id)).toEqual([third, expect.any(String), first]);
      expect(provisionIds).not.toContain(provisions[1]?.id);
      const old = await test.anyone.get(`/consultations/${id}/draft?version=1`).expect(200);
      expect((old.body as { provisions: { id: string }[] }).provisions.map((one) => one.id)).toEqual(provisionIds);
      const back = { provisions: [{ id: second, text }] };
      await officer.post(`/consultations/${id}/versions`).send(back).expect(201);
      const versions = (await test.anyone.get(`/consultations/${id}/versions?limit=2`).expect(200)).body as ListPage;
      expect(versions.items).toMatchObject([
        { number: 3, provisions: 1 },
        { number: 2, provisions: 3, note },
      ]);
      const rest = await test.anyone.get(`/consultations/${id}/versions?after=${versions.next ?? ''}`).expect(200);
      expect(rest.body).toMatchObject({ items: [{ number: 1, provisions: 3, note: null }], next: null });
      await test.anyone.get(`/consultations/${id}/draft?version=4`).expect(404);
      await test.anyone.get(`/consultations/${id}/draft?version=x`).expect(400);
    });

    it('refuse a provision of another text, and one named twice', async () => {
      const one = await publishedConsultation(test, { body, provisions: 1 });
      const other = await publishedConsultation(test, { body, provisions: 1 });
      const text = { kk: 'Мәтін', ru: 'Текст' };
      const [id] = one.provisionIds;
      const make = (provisions: object[]) =>
        officer.post(`/consultations/${one.consultationId}/versions`).send({ provisions }).expect(422);
      const foreign = await make([{ id: other.provisionIds[0], text }]);
      expect(foreign.body).toMatchObject({ errors: [{ pointer: '/provisions/0/id', code: 'not-found' }] });
      const twice = await make([
        { id, text },
        { id, text },
      ]);
      expect(twice.body).toMatchObject({ errors: [{ pointer: '/provisions/1/id', code: 'duplicate' }] });
      await make([]);
      await stranger
        .post(`/consultations/${one.consultationId}/versions`)
        .send({ provisions: [{ text }] })
        .expect(403);
    });

    it('of before the publication stay with the body', async () => {
      const id = await prepare();
      await officer
        .post(`/consultations/${id}/versions`)
        .send({ provisions: provisionsOf(2) })
        .expect(201);
      await publish(id).expect(200);
      await test.anyone.get(`/consultations/${id}/draft?version=1`).expect(404);
      await officer.get(`/consultations/${id}/draft?version=1`).expect(200);
      const versions = await test.anyone.get(`/consultations/${id}/versions`).expect(200);
      expect((versions.body as ListPage).items).toMatchObject([{ number: 2 }]);
    });

    it('take a text of 2,000 provisions in a constant number of statements', async () => {
      const id = await prepare({ provisions: provisionsOf(2000) });
      const draft = await officer.get(`/consultations/${id}/draft`).expect(200);
      const { provisions } = draft.body as { provisions: { position: number }[] };
      expect(provisions.map(({ position }) => position)).toEqual(Array.from({ length: 2000 }, (_, at) => at + 1));
      const many = { provisions: provisionsOf(2001) };
      const refused = await officer.post(`/consultations/${id}/versions`).send(many).expect(422);
      expect(refused.body).toMatchObject({ errors: [{ pointer: '/provisions', code: 'too-many' }] });
    });
  });

  describe('the list', () => {
    it('gives the same bytes to everyone, with a tag, and nothing to who has them', async () => {
      const first = await test.anyone.get('/consultations?limit=3').expect(200);
      expect(first.headers['content-type']).toBe('application/json; charset=utf-8');
      const etag = first.headers['etag'] ?? '';
      expect(etag).toMatch(/^"v0-/);
      await test.anyone.get('/consultations?limit=3').set('If-None-Match', etag).expect(304);
      expect(first.text).not.toContain('moves');
    });

    it('tells somebody signed in which moves are his', async () => {
      const own = await officer.get('/consultations?limit=1').expect(200);
      expect((own.body as ListPage).items[0]?.moves).toEqual(['extension', 'withdrawal']);
      const other = await stranger.get('/consultations?limit=1').expect(200);
      expect((other.body as ListPage).items[0]?.moves).toEqual([]);
    });

    it('gives one language on request', async () => {
      const { items } = await list('?lang=ru&limit=1');
      expect(items[0]).toMatchObject({ title: 'О ночной тишине', lang: 'ru' });
    });

    it('goes on behind the cursor without gaps or repetitions', async () => {
      const whole = await list('?limit=100');
      const seen: string[] = [];
      for (let after = ''; ;) {
        const page = await list(`?limit=3${after}`);
        seen.push(...page.items.map(({ id }) => id));
        if (page.next === null) break;
        after = `&after=${page.next}`;
      }
      expect(seen).toEqual(whole.items.map(({ id }) => id));
      await test.anyone.get('/consultations?after=x').expect(400);
      await test.anyone.get('/consultations?limit=0').expect(400);
      await test.anyone.get('/consultations?state=draft').expect(400);
    });

    it('finds by phase, body, category and words in any case', async () => {
      const id = await prepare({
        category: 'tourism-and-sport',
        title: { kk: 'Шаңғы жолдары туралы', ru: 'О ЛЫЖНЫХ трассах' },
      });
      await publish(id).expect(200);
      const found = async (query: string): Promise<string[]> => (await list(query)).items.map((one) => one.id);
      expect(await found('?category=tourism-and-sport')).toEqual([id]);
      expect(await found(`?q=${encodeURIComponent('лыжных')}`)).toEqual([id]);
      expect(await found(`?q=${encodeURIComponent('ШАҢҒЫ')}&body=${body.bodyId}&phase=commenting`)).toEqual([id]);
      expect(await found('?category=tourism-and-sport&phase=overdue')).toEqual([]);
      expect(await found(`?category=tourism-and-sport&body=${NOWHERE}`)).toEqual([]);
      await test.anyone.get('/consultations?phase=draft').expect(400);
    });

    it('answers what changed since an instant, also what was withdrawn', async () => {
      const { consultationId: id } = await publishedConsultation(test, { body, provisions: 1 });
      test.clock.pass(60);
      const since = encodeURIComponent(test.clock.now().toISOString());
      expect((await list(`?modifiedSince=${since}`)).items).toEqual([]);
      const reasons = { kk: 'Жоба қайта жасалады', ru: 'Проект будет переработан' };
      await officer.put(`/consultations/${id}/withdrawal`).send({ reasons }).expect(200);
      expect((await list(`?modifiedSince=${since}`)).items).toMatchObject([
        { id, state: 'withdrawn', phase: 'withdrawn' },
      ]);
    });
  });

  describe('withdrawal', () => {
    it('names its reasons and ends the discussion', async () => {
      const { consultationId: id } = await publishedConsultation(test, { body, provisions: 1 });
      const reasons = { kk: 'Жоба қайта жасалады', ru: 'Проект будет переработан' };
      await officer.put(`/consultations/${id}/withdrawal`).send({}).expect(422);
      await stranger.put(`/consultations/${id}/withdrawal`).send({ reasons }).expect(403);
      await officer.put(`/consultations/${id}/withdrawal`).send({ reasons }).expect(200);
      expect(await read(id)).toMatchObject({
        state: 'withdrawn',
        withdrawal: { on: test.clock.today(), reasons },
        conclusion: null,
      });
      const version = { provisions: provisionsOf(1) };
      const late = await officer.post(`/consultations/${id}/versions`).send(version).expect(409);
      expect(late.body).toMatchObject({ code: 'text-is-final', state: 'withdrawn', possible: [] });
    });

    it('of what was never published stays with the body', async () => {
      const id = await prepare();
      const reasons = { kk: 'Керек емес', ru: 'Не нужно' };
      await officer.put(`/consultations/${id}/withdrawal`).send({ reasons }).expect(200);
      await test.anyone.get(`/consultations/${id}`).expect(404);
    });
  });

  describe('the passing of days', () => {
    it('leads from commenting through answering to overdue, and moves due dates with the calendar', async () => {
      const { consultationId: id } = await publishedConsultation(test, {
        body,
        closesInWorkingDays: 10,
        provisions: 1,
      });
      const listed = async () =>
        (await list(`?body=${body.bodyId}&limit=100`)).items.find((one) => one.id === id)?.phase;
      const phases = async () => [(await read(id)).phase, await listed()];
      test.clock.set('2026-03-17T23:59:59+05:00');
      expect(await phases()).toEqual(['commenting', 'commenting']);
      test.clock.set('2026-03-18T00:00:00+05:00');
      expect(await phases()).toEqual(['answering', 'answering']);

      const admin = await person(test, { role: 'admin' });
      const off = { kind: 'day_off', name: { kk: 'Демалыс', ru: 'Выходной' }, basis: 'Постановление № 1' };
      await admin.put('/calendar/2026-03-27').send(off).expect(200);
      const moved = await admin.post('/calendar/recalculation').expect(200);
      expect((moved.body as { shifts: object[] }).shifts).toContainEqual({
        kind: 'consultation',
        id,
        from: '2026-04-03',
        to: '2026-04-06',
        provisional: false,
      });
      expect(await read(id)).toMatchObject({ dueOn: '2026-04-06' });

      test.clock.set('2026-04-06T23:59:59+05:00');
      expect(await phases()).toEqual(['answering', 'answering']);
      test.clock.set('2026-04-07T00:00:00+05:00');
      expect(await phases()).toEqual(['overdue', 'overdue']);
      expect((await list('?phase=overdue&limit=100')).items.map((one) => one.id)).toContain(id);
    });
  });
});
