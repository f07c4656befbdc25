import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ConsultationResponse } from '../../src/consultations/index.js';
import { dayText } from '../../src/platform/i18n/index.js';
import {
  consultationRequest,
  developingBody,
  preparedConsultation,
  provisionsOf,
  publishedConsultation,
  workingDaysAhead,
  type DevelopingBody,
} from '../factories/consultations.js';
import { activeCouncil } from '../factories/councils.js';
import { person, type Person } from '../support/people.js';
import { startTestApplication, type TestApplication } from '../support/test-application.js';

interface ListPage {
  readonly items: (ConsultationResponse & Record<string, unknown>)[];
  readonly next: string | null;
}

const NOWHERE = '0192f0c0-0000-7000-8000-000000000000';

describe('consultations', () => {
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

  describe('the closed lists', () => {
    it('are seven types of act and the 25 categories of the portal', async () => {
      const types = await test.anyone.get('/act-types').expect(200);
      const { items } = types.body as { items: { code: string; name: object }[] };
      expect(items.map(({ code }) => code)).toEqual([
        ...['law', 'presidential_decree', 'government_decree', 'ministerial_order'],
        ...['maslikhat_decision', 'akimat_decision', 'other'],
      ]);
      expect(items[0]?.name).toEqual({ kk: 'Заң', ru: 'Закон', en: 'Law' });
      const categories = await test.anyone.get('/categories?lang=kk').expect(200);
      const named = (categories.body as { items: { name: string; portalId: string }[] }).items;
      expect(named).toHaveLength(25);
      expect(named[0]).toEqual(expect.objectContaining({ name: 'Ақпараттық технологиялар', portalId: '346' }));
    });
  });

  describe('before publication', () => {
    it('are known to the officers of their body only', async () => {
      const { consultationId: id } = await preparedConsultation(test, { body, provisions: 2 });
      const own = await read(id, officer);
      expect(own).toMatchObject({
        state: 'draft',
        phase: null,
        publishedOn: null,
        moves: ['publication', 'withdrawal'],
      });
      for (const path of ['', '/draft', '/versions']) {
        await test.anyone.get(`/consultations/${id}${path}`).expect(404);
        await stranger.get(`/consultations/${id}${path}`).expect(404);
      }
      await stranger.patch(`/consultations/${id}`).send({ category: 'family' }).expect(404);
      await stranger.put(`/consultations/${id}/publication`).expect(404);
      await stranger
        .post(`/consultations/${id}/versions`)
        .send({ provisions: provisionsOf(1) })
        .expect(404);
      await stranger
        .put(`/consultations/${id}/withdrawal`)
        .send({ reasons: { kk: 'х', ru: 'х' } })
        .expect(404);
      expect((await list()).items.map((one) => one.id)).not.toContain(id);
      const mine = await officer.get('/consultations?drafts=true').expect(200);
      expect((mine.body as ListPage).items.map((one) => one.id)).toContain(id);
      const theirs = await stranger.get('/consultations?drafts=true').expect(200);
      expect((theirs.body as ListPage).items).toEqual([]);
      expect((await list('?drafts=true')).items).toEqual([]);
    });

    it('are paged like any list', async () => {
      for (let made = 0; made < 3; made += 1) await prepare();
      const whole = (await officer.get('/consultations?drafts=true&limit=100').expect(200)).body as ListPage;
      const seen: string[] = [];
      for (let after = ''; ;) {
        const page = (await officer.get(`/consultations?drafts=true&limit=1${after}`).expect(200)).body as ListPage;
        seen.push(...page.items.map((one) => one.id));
        if (page.next === null) break;
        after = `&after=${page.next}`;
      }
      expect(seen).toEqual(whole.items.map((one) => one.id));
    });

    it('are prepared by an officer for his own body', async () => {
      const wanted = consultationRequest(body.bodyId, await workingDaysAhead(test, 15), 1);
      await stranger.post('/consultations').send(wanted).expect(403);
      await (await person(test)).post('/consultations').send(wanted).expect(403);
      await test.anyone.post('/consultations').send(wanted).expect(401);
    });

    it('name what is wrong with a request', async () => {
      const wanted = consultationRequest(body.bodyId, await workingDaysAhead(test, 15), 1);
      const refuse = async (change: object, pointer: string, code: string): Promise<void> => {
        const refused = await officer
          .post('/consultations')
          .send({ ...wanted, ...change })
          .expect(422);
        expect((refused.body as { errors: object[] }).errors).toContainEqual(
          expect.objectContaining({ pointer, code }),
        );
      };
      await refuse({ title: { kk: 'Тақырып' } }, '/title/ru', 'text-expected');
      await refuse({ objectives: undefined }, '/objectives', 'object-expected');
      await refuse({ actType: 'order' }, '/actType', 'choice-unknown');
      await refuse({ category: 'noise' }, '/category', 'choice-unknown');
      await refuse({ closesOn: '2026-02-30' }, '/closesOn', 'date-expected');
      await refuse({ closesOn: '2099-01-01' }, '/closesOn', 'date-too-far');
      await refuse({ specialRegime: 'three' }, '/specialRegime', 'choice-unknown');
      await refuse({ provisions: [{ text: { kk: 'а' } }] }, '/provisions/0/text/ru', 'text-expected');
      await refuse({ provisions: [{ id: NOWHERE, text: { kk: 'а', ru: 'а' } }] }, '/provisions/0/id', 'not-found');
      await refuse({ councilIds: [NOWHERE] }, '/councilIds/0', 'council-not-active');
      await refuse({ note: 'x' }, '/note', 'unknown-field');
    });

    it('can be changed, each change kept out of the public journal', async () => {
      const id = await prepare();
      const before = await officer.get(`/consultations/${id}`).expect(200);
      const change = { category: 'family', questions: [{ kk: 'Неге?', ru: 'Почему?' }], provisions: provisionsOf(3) };
      await officer.patch(`/consultations/${id}`).set('If-Match', '"v9"').send(change).expect(412);
      const etag = before.headers['etag'] ?? '';
      const changed = await officer.patch(`/consultations/${id}`).set('If-Match', etag).send(change).expect(200);
      expect(changed.body).toMatchObject({ category: 'family', currentVersion: 2, questions: change.questions });
      const draft = await officer.get(`/consultations/${id}/draft`).expect(200);
      expect((draft.body as { provisions: object[] }).provisions).toHaveLength(3);
      const journal = await test.anyone.get(`/journal?subject=consultation:${id}`).expect(200);
      expect((journal.body as ListPage).items).toEqual([]);
    });

    it('are made once for one Idempotency-Key', async () => {
      const wanted = consultationRequest(body.bodyId, await workingDaysAhead(test, 15), 1);
      const send = () => officer.post('/consultations').set('Idempotency-Key', 'noise').send(wanted).expect(201);
      const [one, other] = [await send(), await send()];
      expect(other.body).toEqual(one.body);
      const id = (one.body as { id: string }).id;
      const version = { provisions: provisionsOf(2) };
      const make = () => officer.post(`/consultations/${id}/versions`).set('Idempotency-Key', 'v2').send(version);
      const [first, second] = [await make().expect(201), await make().expect(201)];
      expect(second.body).toEqual(first.body);
      expect(await read(id, officer)).toMatchObject({ currentVersion: 2 });
    });
  });

  describe('publication', () => {
    it('opens the discussion to everyone and fixes the day by which comments are answered', async () => {
      const { consultationId: id, closesOn } = await preparedConsultation(test, { body, closesInWorkingDays: 10 });
      const published = await publish(id).expect(200);
      expect(published.body).toMatchObject({ state: 'published', phase: 'commenting', publishedOn: '2026-03-02' });
      const shown = await read(id);
      // Ten working days from Monday, 2 March, over 9 March (substitute of the 8th); then ten over Nauryz.
      expect(shown).toMatchObject({ closesOn: '2026-03-17', dueOn: '2026-04-03', provisional: false });
      expect(closesOn).toBe('2026-03-17');
      expect(shown).not.toHaveProperty('moves');
      expect((await list()).items[0]).toMatchObject({ id, phase: 'commenting', dueOn: '2026-04-03' });
      const journal = await test.anyone.get(`/journal?subject=consultation:${id}`).expect(200);
      expect((journal.body as { items: object[] }).items).toEqual([
        expect.objectContaining({
          what: 'consultation.published',
          rules: expect.arrayContaining([
            { id: 'K8.window', value: { amount: 10, unit: 'wd' } },
            { id: 'K8.answers', value: { amount: 10, unit: 'wd' } },
          ]) as unknown,
        }),
      ]);
    });

    it.each([
      ['akimat_decision', {}, 'K8.window', 10],
      ['law', { exemption: 'republican_budget' }, 'K8.window_law', 15],
      ['ministerial_order', { stage: 'consultative_document' }, 'K8.window_law', 15],
      ['ministerial_order', { publicService: true }, 'K7.window', 10],
      ['law', { publicService: true, exemption: 'republican_budget' }, 'K8.window_law', 15],
      ['other', { specialRegime: 'five' }, 'K9.special_5', 5],
      ['other', { specialRegime: 'two' }, 'K9.special_2', 2],
    ])('refuses to close the discussion of %s %j earlier than %s allows', async (actType, change, rule, amount) => {
      const closesOn = await workingDaysAhead(test, amount - 1);
      const id = await prepare({ actType, closesOn, ...change });
      const earliest = await workingDaysAhead(test, amount);
      const refused = await publish(id).set('Accept-Language', 'ru').expect(409);
      expect(refused.body).toMatchObject({
        type: '/problems/not-possible-now',
        code: 'window-too-short',
        state: 'draft',
        rule: { id: rule, value: { amount, unit: 'wd' }, basis: { ru: expect.any(String) as unknown } },
        earliest,
      });
      expect((refused.body as { detail: string }).detail).toContain(dayText('ru', earliest));
      await officer.patch(`/consultations/${id}`).send({ closesOn: earliest }).expect(200);
      await publish(id).expect(200);
    });

    it('notifies the active council of the body, whose opinion is due in ten working days, or fifteen on a law', async () => {
      const council = await activeCouncil(test);
      const own = await person(test, { role: 'officer', bodyId: council.bodyId });
      const wish = { body: { bodyId: council.bodyId, officer: own }, provisions: 1 };
      const act = await publishedConsultation(test, wish);
      const { councilId } = council;
      expect(await read(act.consultationId)).toMatchObject({
        councils: [{ councilId, notifiedOn: '2026-03-02', opinionDueOn: '2026-03-17', provisional: false }],
      });
      const law = await publishedConsultation(test, {
        ...wish,
        change: { actType: 'law', exemption: 'republican_budget' },
      });
      expect((await read(law.consultationId)).councils).toEqual([
        { councilId, notifiedOn: '2026-03-02', opinionDueOn: '2026-03-27', provisional: false },
      ]);
    });

    it('notifies the councils that were chosen instead', async () => {
      const [one, other] = [await activeCouncil(test), await activeCouncil(test)];
      const councilIds = [one.councilId, other.councilId];
      const twice = {
        ...consultationRequest(body.bodyId, '2026-04-30', 1),
        councilIds: [...councilIds, one.councilId],
      };
      const refused = await officer.post('/consultations').send(twice).expect(422);
      expect(refused.body).toMatchObject({ errors: [{ pointer: '/councilIds/2', code: 'duplicate' }] });
      const id = await prepare({ councilIds });
      expect((await read(id, officer)).councils.map(({ notifiedOn }) => notifiedOn)).toEqual([null, null]);
      await publish(id).expect(200);
      const { councils } = await read(id);
      expect(councils.map((council) => council.councilId).sort()).toEqual([...councilIds].sort());
      expect(councils.every(({ notifiedOn }) => notifiedOn === '2026-03-02')).toBe(true);
    });

    it('needs a text', async () => {
      const id = await prepare({ provisions: [] });
      const refused = await publish(id).expect(409);
      expect(refused.body).toMatchObject({ code: 'no-provisions', state: 'draft', possible: ['withdrawal'] });
    });

    it('is for an officer of the body, once', async () => {
      const { consultationId: id } = await publishedConsultation(test, { body, provisions: 1 });
      await stranger.put(`/consultations/${id}/publication`).expect(403);
      await stranger.patch(`/consultations/${id}`).send({ category: 'family' }).expect(403);
      const again = await publish(id).expect(409);
      expect(again.body).toMatchObject({ code: 'not-in-this-state', state: 'published' });
      const edit = await officer.patch(`/consultations/${id}`).send({ closesOn: '2026-05-29' }).expect(409);
      expect(edit.body).toMatchObject({ code: 'only-drafts-change', state: 'published' });
      await officer.put(`/consultations/${NOWHERE}/publication`).expect(404);
      await publish(id).set('If-Match', '"v1"').expect(412);
    });
  });

  describe('a council that binds itself more strictly', () => {
    it('binds the window of its body too', async () => {
      const council = await activeCouncil(test);
      const own = await person(test, { role: 'officer', bodyId: council.bodyId });
      const wish = { closesInWorkingDays: 11, body: { bodyId: council.bodyId, officer: own } };
      const { consultationId: id } = await preparedConsultation(test, wish);
      const decision = { value: { amount: 12, unit: 'wd' }, decidedOn: test.clock.today() };
      await council.secretary.put(`/councils/${council.councilId}/rules/K8.window`).send(decision).expect(200);
      const refused = await own.put(`/consultations/${id}/publication`).expect(409);
      expect(refused.body).toMatchObject({ rule: { id: 'K8.window', value: { amount: 12, unit: 'wd' } } });
    });
  });
});
