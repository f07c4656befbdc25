import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { CalendarService } from '../../src/calendar/index.js';
import type { ConsultationOpinionsResponse, OpinionResponse } from '../../src/opinions/index.js';
import { OPERATOR } from '../../src/platform/kernel/index.js';
import { activeCouncil, type CouncilAtWork } from '../factories/councils.js';
import { preparedConsultation, publishedConsultation } from '../factories/consultations.js';
import { both } from '../factories/meetings.js';
import { giveOpinion, itemOn, notifiedDraft, type NotifiedDraft } from '../factories/opinions.js';
import { person, signIn, type Person } from '../support/people.js';
import { BEGIN, startTestApplication, type TestApplication } from '../support/test-application.js';

const MARKUP = `<script>alert(1)</script>&"'`;
const wanted = { stance: 'remarks', text: both('Ескертулер') };

describe('the opinion of a council on a draft', () => {
  let test: TestApplication;
  let council: CouncilAtWork;
  let other: CouncilAtWork;
  let draft: NotifiedDraft;
  let secretary: Person;
  beforeAll(async () => {
    test = await startTestApplication();
    council = await activeCouncil(test);
    other = await activeCouncil(test);
  });
  beforeEach(async () => {
    test.clock.set(BEGIN);
    draft = await notifiedDraft(test, { council });
    secretary = council.secretary;
  });
  afterAll(() => test.close());

  const at = async (instant: string): Promise<void> => {
    test.clock.set(instant);
    secretary = await signIn(test, council.secretary.email, council.secretary.accountId);
  };
  const read = async (path = draft.path): Promise<ConsultationOpinionsResponse> =>
    (await test.anyone.get(path).expect(200)).body as ConsultationOpinionsResponse;

  it('is given by its secretary on a carried item, is public at once and asks for an answer (K1, K3, K6)', async () => {
    const agendaItemId = await itemOn(test, council, draft.consultationId);
    const text = { kk: `Ескерту ${MARKUP}`, ru: `Замечание ${MARKUP}`, en: 'Remark' };
    const made = await secretary.post(draft.path).send({ stance: 'against', text, agendaItemId }).expect(201);
    const { id } = made.body as OpinionResponse;
    const shown = await test.anyone.get(`/opinions/${id}`).expect(200);
    expect(shown.body).toMatchObject({
      ...{ state: 'given', consultationId: draft.consultationId, bodyId: council.bodyId, councilId: council.councilId },
      ...{ channel: 'public_council', organization: null, agendaItemId, stance: 'against', text, draftVersion: 1 },
      ...{ receivedOn: '2026-03-02', termRule: 'K1.act', termEndsOn: '2026-03-17', late: false },
      ...{ dueOn: '2026-03-17', provisional: false, overdue: false, response: null, breaches: [] },
    });
    expect(shown.body).not.toHaveProperty('moves');
    expect(shown.headers['etag']).toMatch(/^"v1-/);
    const { etag = '' } = shown.headers as Record<string, string>;
    await test.anyone.get(`/opinions/${id}`).set('If-None-Match', etag).expect(304);
    const inRussian = await test.anyone.get(`/opinions/${id}?lang=ru`).expect(200);
    expect(inRussian.body).toMatchObject({ text: text.ru, lang: 'ru' });
    expect(await read()).toMatchObject({
      items: [{ id }],
      next: null,
      notices: [{ standing: 'given', opinionId: id }],
    });
    const journal = await test.anyone.get(`/journal?subject=opinion:${id}`).expect(200);
    expect(journal.body).toMatchObject({
      items: [
        {
          what: 'opinion.given',
          rules: [{ id: 'K1.act', value: { amount: 10, unit: 'wd' } }, { id: 'K3' }, { id: 'K6' }],
          data: { councilId: council.councilId, stance: 'against', agendaItemId, late: false, dueOn: '2026-03-17' },
        },
      ],
    });
  });

  it('is given once: the second is refused, and many at the same time make one', async () => {
    const answers = await Promise.all(Array.from({ length: 50 }, () => secretary.post(draft.path).send(wanted)));
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter((status) => status === 201)).toHaveLength(1);
    // Who waits too long for a connection on a busy machine is asked to come again.
    expect(statuses.filter((status) => ![201, 409, 503].includes(status))).toEqual([]);
    expect(statuses).toContain(409);
    const made = answers.find(({ status }) => status === 201)?.body as OpinionResponse;
    const again = await secretary
      .post(draft.path)
      .send({ ...wanted, stance: 'for' })
      .expect(409);
    expect(again.body).toMatchObject({ code: 'opinion-given-already', rule: { id: 'K4' }, id: made.id });
    const rows = await test.database.query<{ id: string }>('select id from opinions where consultation_id = $1', [
      draft.consultationId,
    ]);
    expect(rows).toEqual([{ id: made.id }]);
  });

  it('is made once by a request that is repeated under its key', async () => {
    const send = () => secretary.post(draft.path).set('Idempotency-Key', 'opinion-1').send(wanted).expect(201);
    const answers = await Promise.all(Array.from({ length: 10 }, send));
    expect(new Set(answers.map(({ body }) => (body as OpinionResponse).id)).size).toBe(1);
  });

  it('is refused without Kazakh or Russian, naming K6 and the field', async () => {
    for (const [text, pointers] of [
      [{ kk: 'Ескерту' }, ['/text/ru']],
      [{ ru: 'Замечание', en: 'Remark' }, ['/text/kk']],
      [undefined, ['/text/kk', '/text/ru']],
    ] as const) {
      const refused = await secretary.post(draft.path).send({ stance: 'for', text }).expect(422);
      const errors = pointers.map((pointer) => ({ pointer, code: 'opinion-in-both-languages' }));
      expect(refused.body).toMatchObject({ errors, rule: { id: 'K6' } });
      expect((refused.body as { rule: { basis: { ru: string } } }).rule.basis.ru).toContain('статья 20');
    }
    await secretary
      .post(draft.path)
      .send({ ...wanted, stance: 'yes' })
      .expect(422);
    await secretary
      .post(draft.path)
      .send({ ...wanted, mood: 'bad' })
      .expect(422);
    expect((await read()).items).toEqual([]);
  });

  it('is refused to a council that was not notified, and to the secretary of another one', async () => {
    const foreign = await other.secretary.post(draft.path).send(wanted).expect(409);
    expect(foreign.body).toMatchObject({ code: 'council-not-notified', rule: { id: 'K1.act' } });
    await other.secretary
      .post(draft.path)
      .send({ ...wanted, councilId: council.councilId })
      .expect(403);
    await draft.officer.post(draft.path).send(wanted).expect(403);
    await test.anyone.post(draft.path).send(wanted).expect(401);
  });

  it('names its council where a secretary serves several that were notified', async () => {
    const councilIds = [council.councilId, other.councilId];
    const wide = await notifiedDraft(test, { council, change: { councilIds } });
    const both = councilIds.map((councilId) => ({ role: 'secretary' as const, councilId }));
    const shared = await person(test, ...both);
    const unclear = await shared.post(wide.path).send(wanted).expect(422);
    expect(unclear.body).toMatchObject({ errors: [{ pointer: '/councilId', code: 'council-unclear' }] });
    const councilId = other.councilId.toUpperCase();
    const made = await shared
      .post(wide.path)
      .send({ ...wanted, councilId })
      .expect(201);
    const { name } = (await test.anyone.get(`/councils/${other.councilId}`)).body as { name: object };
    expect(made.body).toMatchObject({ councilId: other.councilId, councilName: name });
    const { notices } = await read(wide.path);
    const standings = Object.fromEntries(notices.map((one) => [one.councilId, one.standing]));
    expect(standings).toEqual({ [council.councilId]: 'awaited', [other.councilId]: 'given' });
  });

  it('rests only on a carried item of its own meeting about this draft', async () => {
    const mine = await itemOn(test, council, null);
    const rejected = await itemOn(test, council, draft.consultationId, 'against');
    const theirs = await itemOn(test, other, draft.consultationId);
    const send = (agendaItemId: string) => secretary.post(draft.path).send({ ...wanted, agendaItemId });
    for (const [item, code] of [
      [theirs, 'decision-not-of-this-council'],
      [draft.consultationId, 'decision-not-of-this-council'],
      [mine, 'decision-not-on-this-draft'],
    ] as const) {
      const refused = await send(item).expect(422);
      expect(refused.body).toMatchObject({ errors: [{ pointer: '/agendaItemId', code }] });
    }
    expect((await send(rejected).expect(409)).body).toMatchObject({ code: 'item-not-carried' });
    expect((await read()).items).toEqual([]);
  });

  it('is not known of on a draft that is not published, nor taken on one that was taken back', async () => {
    const { bodyId } = council;
    const hidden = await preparedConsultation(test, { provisions: 1, body: { bodyId, officer: draft.officer } });
    await test.anyone.get(`/consultations/${hidden.consultationId}/opinions`).expect(404);
    await secretary.post(`/consultations/${hidden.consultationId}/opinions`).send(wanted).expect(404);
    const given = await giveOpinion(secretary, draft.path);
    const path = `/consultations/${draft.consultationId}`;
    await draft.officer
      .put(`${path}/withdrawal`)
      .send({ reasons: both('Қайтарылды') })
      .expect(200);
    const answer = { decision: 'rejected', reasons: both('Жоқ'), signedBy: 'Әкім' };
    const late = await draft.officer.put(`/opinions/${given}/response`).send(answer).expect(409);
    expect(late.body).toMatchObject({ code: 'opinion-after-withdrawal', state: 'withdrawn' });
    const again = await notifiedDraft(test, { council });
    await again.officer
      .put(`/consultations/${again.consultationId}/withdrawal`)
      .send({ reasons: both('Қайтарылды') })
      .expect(200);
    const refused = await secretary.post(again.path).send(wanted).expect(409);
    expect(refused.body).toMatchObject({ code: 'opinion-after-withdrawal' });
    expect(await read(again.path)).toMatchObject({ notices: [{ standing: 'not_needed', silenceRule: null }] });
  });

  it('is silence after the term and not a day before (K2); a late one is recorded and does not undo it', async () => {
    await at('2026-03-17T23:59:59+05:00');
    expect(await read()).toMatchObject({
      notices: [{ standing: 'awaited', termRule: 'K1.act', dueOn: '2026-03-17', silenceRule: null, opinionId: null }],
    });
    await at('2026-03-18T00:00:00+05:00');
    expect(await read()).toMatchObject({ notices: [{ standing: 'silent', silenceRule: 'K2', opinionId: null }] });
    const id = await giveOpinion(secretary, draft.path);
    expect(await read()).toMatchObject({
      items: [
        {
          ...{ id, late: true, dueOn: null, overdue: false },
          breaches: [{ rule: 'K1.act', required: '2026-03-17', actual: '2026-03-18' }],
        },
      ],
      notices: [{ standing: 'silent', silenceRule: 'K2', opinionId: id }],
    });
    const journal = await test.anyone.get(`/journal?subject=opinion:${id}`).expect(200);
    expect(journal.body).toMatchObject({
      items: [{ rules: [{ id: 'K1.act' }, { id: 'K2' }, { id: 'K6' }], data: { late: true, dueOn: null } }],
    });
  });

  it('has a term over the turn of the year, of fifteen working days for a draft law', async () => {
    await at('2026-12-25T10:00:00+05:00');
    const wish = { council: { ...council, secretary }, closesInWorkingDays: 20 };
    const act = await notifiedDraft(test, wish);
    const law = await notifiedDraft(test, { ...wish, change: { actType: 'law', exemption: 'republican_budget' } });
    expect(await read(act.path)).toMatchObject({ notices: [{ termRule: 'K1.act', dueOn: '2027-01-13' }] });
    expect(await read(law.path)).toMatchObject({ notices: [{ termRule: 'K1.law', dueOn: '2027-01-20' }] });
    await at('2027-01-13T20:00:00+05:00');
    expect(await read(act.path)).toMatchObject({ notices: [{ standing: 'awaited' }] });
    await at('2027-01-14T00:00:00+05:00');
    expect(await read(act.path)).toMatchObject({ notices: [{ standing: 'silent' }] });
    expect(await read(law.path)).toMatchObject({ notices: [{ standing: 'awaited' }] });
  });

  it('is still in time after the report, where a special regime made the discussion shorter than its term', async () => {
    const short = { closesInWorkingDays: 2, change: { specialRegime: 'two' as const } };
    const hasty = await notifiedDraft(test, { council, ...short });
    await at('2026-03-05T10:00:00+05:00');
    const officer = await signIn(test, hasty.officer.email, hasty.officer.accountId);
    const path = `/consultations/${hasty.consultationId}`;
    await officer.put(`${path}/report`).send({}).expect(200);
    await officer
      .put(`${path}/conclusion`)
      .send({ result: 'rejected', reasons: both('Жоқ') })
      .expect(200);
    const id = await giveOpinion(secretary, hasty.path);
    expect((await test.anyone.get(`/opinions/${id}`).expect(200)).body).toMatchObject({ late: false, breaches: [] });
    const report = await test.anyone.get(`${path}/report`).expect(200);
    expect(report.body).toMatchObject({ annex: [{ opinionId: id, decision: null }], approvedBySilence: [] });
  });

  it('follows from no silence where no notice is recorded', async () => {
    const [free] = await test.database.query<{ id: string }>(
      `select id from bodies b where not exists (select from councils c where c.body_id = b.id) limit 1`,
    );
    const bodyId = free?.id ?? '';
    const officer = await person(test, { role: 'officer', bodyId });
    const alone = await publishedConsultation(test, { provisions: 1, body: { bodyId, officer } });
    await at('2026-06-01T10:00:00+05:00');
    const path = `/consultations/${alone.consultationId}/opinions`;
    expect(await read(path)).toEqual({ items: [], next: null, notices: [] });
    const refused = await secretary.post(path).send(wanted).expect(409);
    expect(refused.body).toMatchObject({ code: 'council-not-notified' });
  });

  it('derives neither silence nor lateness from a last day that is provisional, until its year is loaded', async () => {
    await at('2027-12-20T10:00:00+05:00');
    const of = { council: { ...council, secretary } };
    const [first, second] = [await notifiedDraft(test, of), await notifiedDraft(test, of)];
    const awaited = { standing: 'awaited', dueOn: '2028-01-03', provisional: true, silenceRule: null };
    await at('2028-01-10T10:00:00+05:00');
    expect(await read(first.path)).toMatchObject({ notices: [awaited] });
    const id = await giveOpinion(secretary, first.path);
    expect((await test.anyone.get(`/opinions/${id}`).expect(200)).body).toMatchObject({
      ...{ late: false, dueOn: '2028-01-24', provisional: true, breaches: [] },
    });
    const columns = 'date,kind,name_kk,name_ru,name_en,basis,confidence';
    const file = `${columns}\n2028-01-04,holiday,Жаңа жыл,Новый год,New Year,Law,high`;
    await test.app.get(CalendarService).import(file, OPERATOR);
    const admin = await person(test, { role: 'admin' });
    const { body } = await admin.post('/calendar/recalculation').expect(200);
    const { shifts } = body as { shifts: object[] };
    expect(shifts).toContainEqual({ kind: 'opinion', id, from: '2028-01-24', to: '2028-01-24', provisional: false });
    expect(await read(second.path)).toMatchObject({
      notices: [{ standing: 'silent', dueOn: '2028-01-03', provisional: false, silenceRule: 'K2' }],
    });
    expect(await read(first.path)).toMatchObject({ notices: [{ standing: 'given', opinionId: id }] });
  });
});
