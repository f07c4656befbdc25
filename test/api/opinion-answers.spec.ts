import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { OpinionResponse } from '../../src/opinions/index.js';
import { activeCouncil, formingCouncil, type CouncilAtWork } from '../factories/councils.js';
import { both } from '../factories/meetings.js';
import { giveOpinion, notifiedDraft, type NotifiedDraft } from '../factories/opinions.js';
import { person, signIn, type Person } from '../support/people.js';
import { BEGIN, startTestApplication, type TestApplication } from '../support/test-application.js';

const SIGNER = 'Серіков А. Б., басқарма басшысы';
const rejection = { decision: 'rejected', reasons: both('Қаражат жоқ'), signedBy: SIGNER };
const gaveUp = { result: 'rejected', reasons: both('Қабылданбады') };
const acceptance = { decision: 'accepted', letter: both('Келісеміз'), signedBy: SIGNER };

describe('the answer of a body to an opinion', () => {
  let test: TestApplication;
  let council: CouncilAtWork;
  let draft: NotifiedDraft;
  let id: string;
  let path: string;
  beforeAll(async () => {
    test = await startTestApplication();
    council = await activeCouncil(test);
  });
  beforeEach(async () => {
    test.clock.set(BEGIN);
    draft = await notifiedDraft(test, { council });
    id = await giveOpinion(council.secretary, draft.path);
    path = `/opinions/${id}`;
  });
  afterAll(() => test.close());

  const officerAt = async (instant: string): Promise<Person> => {
    test.clock.set(instant);
    return person(test, { role: 'officer', bodyId: council.bodyId });
  };
  const ids = async (query: string): Promise<string[]> => {
    const answer = await test.anyone.get(`/opinions?${query}`).expect(200);
    return (answer.body as { items: OpinionResponse[] }).items.map((one) => one.id);
  };

  /** A draft on which the council kept silent, and which was concluded. */
  const silentDraft = async (): Promise<string> => {
    const wish = { provisions: 1, closesInWorkingDays: 10, council };
    const { consultationId, closesOn, officer } = await notifiedDraft(test, wish);
    const path = `/consultations/${consultationId}`;
    test.clock.set(`${closesOn}T23:59:59+05:00`);
    test.clock.pass(9 * 3600);
    const again = await signIn(test, officer.email, officer.accountId);
    await again.put(`${path}/report`).send({}).expect(200);
    await again.put(`${path}/conclusion`).send(gaveUp).expect(200);
    return path;
  };

  it('rejects with reasons in both languages only, naming K4', async () => {
    for (const [reasons, pointers] of [
      [undefined, ['/reasons/kk', '/reasons/ru']],
      [{ kk: 'Қаражат жоқ' }, ['/reasons/ru']],
      [{ ru: 'Нет средств' }, ['/reasons/kk']],
    ] as const) {
      const refused = await draft.officer
        .put(`${path}/response`)
        .send({ ...rejection, reasons })
        .expect(422);
      const errors = pointers.map((pointer) => ({ pointer, code: 'opinion-needs-reasons' }));
      expect(refused.body).toMatchObject({ errors, rule: { id: 'K4' } });
    }
    const done = await draft.officer.put(`${path}/response`).send(rejection).expect(200);
    const { decision, reasons, signedBy } = rejection;
    const response = { decision, letter: null, reasons, signedBy, answeredOn: '2026-03-02' };
    expect(done.body).toMatchObject({ state: 'answered', response, breaches: [], moves: [] });
    const journal = await test.anyone.get(`/journal?subject=opinion:${id}`).expect(200);
    const { items } = journal.body as { items: object[] };
    expect(items.at(-1)).toMatchObject({
      what: 'opinion.answered',
      rules: [{ id: 'K4' }],
      data: { decision: 'rejected', late: false },
    });
    expect(JSON.stringify(items)).not.toContain('Серіков');
  });

  it('accepts with a letter to the council (K3), and needs both where it accepts in part', async () => {
    const bare = await draft.officer.put(`${path}/response`).send({ decision: 'accepted' }).expect(422);
    expect(bare.body).toMatchObject({
      errors: [
        { pointer: '/letter/kk', code: 'acceptance-needs-letter' },
        { pointer: '/letter/ru', code: 'acceptance-needs-letter' },
        { pointer: '/signedBy', code: 'answer-needs-signer' },
      ],
      rule: { id: 'K3', value: { amount: 10, unit: 'wd' } },
    });
    const half = { ...acceptance, decision: 'partly' };
    expect((await draft.officer.put(`${path}/response`).send(half).expect(422)).body).toMatchObject({
      errors: [{ pointer: '/reasons/kk' }, { pointer: '/reasons/ru' }],
      rule: { id: 'K4' },
    });
    const whole = { ...half, reasons: both('Бір бөлігі') };
    const done = await draft.officer.put(`${path}/response`).send(whole).expect(200);
    expect(done.body).toMatchObject({ response: { letter: acceptance.letter, reasons: whole.reasons } });
  });

  it('is given once, by an officer of the developing body', async () => {
    const { bodyId } = await formingCouncil(test);
    const stranger = await person(test, { role: 'officer', bodyId });
    await stranger.put(`${path}/response`).send(rejection).expect(403);
    await council.secretary.put(`${path}/response`).send(rejection).expect(403);
    await test.anyone.put(`${path}/response`).send(rejection).expect(401);
    await draft.officer.put(`${path}/response`).set('If-Match', '"v9-x"').send(rejection).expect(412);
    const own = await draft.officer.get(path).expect(200);
    expect(own.body).toMatchObject({ moves: ['response'] });
    expect((await stranger.get(path).expect(200)).body).toMatchObject({ moves: [] });
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => draft.officer.put(`${path}/response`).send(acceptance)),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array<number>(19).fill(409)]);
    const second = await draft.officer.put(`${path}/response`).send(rejection).expect(409);
    expect(second.body).toMatchObject({ state: 'answered', possible: [] });
    expect((await test.anyone.get(path).expect(200)).body).toMatchObject({ response: { decision: 'accepted' } });
    for (const method of ['delete', 'patch'] as const) await draft.officer[method](path).expect(404);
  });

  it('is overdue after its last day, publicly; a late one is accepted and flagged (K3)', async () => {
    const of = `council=${council.councilId}&overdue=true`;
    test.clock.set('2026-03-17T23:00:00+05:00');
    expect(await ids(of)).not.toContain(id);
    const officer = await officerAt('2026-03-18T09:00:00+05:00');
    expect(await ids(of)).toContain(id);
    expect(await ids(`body=${council.bodyId}&state=given&overdue=true`)).toContain(id);
    expect((await test.anyone.get(path).expect(200)).body).toMatchObject({ overdue: true, dueOn: '2026-03-17' });
    const done = await officer.put(`${path}/response`).send(acceptance).expect(200);
    const breaches = [{ rule: 'K3', required: '2026-03-17', actual: '2026-03-18' }];
    expect(done.body).toMatchObject({ overdue: false, breaches });
    expect(await ids(of)).not.toContain(id);
    expect(await ids(`consultation=${draft.consultationId}&state=answered`)).toEqual([id]);
  });

  it('is taken after the report and the conclusion too; the opinion stays annexed', async () => {
    const officer = await officerAt('2026-03-31T09:00:00+05:00');
    const at = `/consultations/${draft.consultationId}`;
    await officer.put(`${at}/report`).send({}).expect(200);
    await officer.put(`${at}/conclusion`).send(gaveUp).expect(200);
    await officer.put(`${path}/response`).send(rejection).expect(200);
    const report = await test.anyone.get(`${at}/report`).expect(200);
    expect(report.body).toMatchObject({ annex: [{ opinionId: id, stance: 'remarks', decision: 'rejected' }] });
    expect((await test.anyone.get(`${at}/opinions`).expect(200)).body).toMatchObject({
      items: [{ id, response: { decision: 'rejected' } }],
    });
    const late = await silentDraft();
    const secretary = await person(test, { role: 'secretary', councilId: council.councilId });
    const refused = await secretary
      .post(`${late}/opinions`)
      .send({ stance: 'for', text: both('Иә') })
      .expect(409);
    expect(refused.body).toMatchObject({ code: 'opinion-after-conclusion', state: 'concluded' });
  });

  it('and the opinion have due dates that move with the calendar by a named act', async () => {
    const waiting = await notifiedDraft(test, { council });
    const admin = await person(test, { role: 'admin' });
    const day = { kind: 'day_off', name: both('Демалыс'), basis: 'Қаулы № 1' };
    await admin.put('/calendar/2026-03-17').send(day).expect(200);
    const moved = await admin.post('/calendar/recalculation').expect(200);
    const { shifts } = moved.body as { shifts: { kind: string; id: string; to: string }[] };
    expect(shifts).toContainEqual({ kind: 'opinion', id, from: '2026-03-17', to: '2026-03-18', provisional: false });
    const notices = await test.database.query<{ id: string; consultation: string }>(
      `select id, consultation_id as consultation from consultation_councils where consultation_id = any($1)`,
      [[draft.consultationId, waiting.consultationId]],
    );
    const [given, awaited] = [draft, waiting].map(
      ({ consultationId }) => notices.find(({ consultation }) => consultation === consultationId)?.id,
    );
    expect(shifts.some((shift) => shift.kind === 'council-notice' && shift.id === awaited)).toBe(true);
    expect(shifts.some((shift) => shift.id === given)).toBe(false);
    expect((await test.anyone.get(path).expect(200)).body).toMatchObject({ dueOn: '2026-03-18' });
    const acts = await test.anyone.get(`/journal?subject=opinion:${id}`).expect(200);
    expect((acts.body as { items: object[] }).items.at(-1)).toMatchObject({ what: 'opinion.due-date-moved' });
    await admin.put('/calendar/2026-03-17').send({ ...day, kind: 'working_day_moved' });
  });

  it('is due earlier where the council decided on a shorter term (K3)', async () => {
    const strict = await notifiedDraft(test);
    const { councilId, secretary } = strict.council;
    const decided = { value: { amount: 5, unit: 'wd' }, decidedOn: '2026-03-02' };
    await secretary.put(`/councils/${councilId}/rules/K3`).send(decided).expect(200);
    const given = await giveOpinion(secretary, strict.path);
    expect((await test.anyone.get(`/opinions/${given}`).expect(200)).body).toMatchObject({ dueOn: '2026-03-10' });
    const journal = await test.anyone.get(`/journal?subject=opinion:${given}`).expect(200);
    const applied = expect.arrayContaining([{ id: 'K3', value: decided.value }]) as unknown;
    expect(journal.body).toMatchObject({ items: [{ rules: applied }] });
  });

  it('and opinions are listed by keyset, and by when they changed', async () => {
    const second = await notifiedDraft(test, { council });
    const later = await giveOpinion(council.secretary, second.path);
    const first = await test.anyone.get(`/opinions?council=${council.councilId}&limit=1`).expect(200);
    const { items, next } = first.body as { items: OpinionResponse[]; next: string };
    expect(items.map((one) => one.id)).toEqual([later]);
    const query = `council=${council.councilId}&limit=1&after=${encodeURIComponent(next)}`;
    expect(await ids(query)).toEqual([id]);
    expect(await ids('modifiedSince=2027-01-01T00:00:00Z')).toEqual([]);
    expect(await ids('modifiedSince=2026-01-01T00:00:00Z')).toContain(id);
    await test.anyone.get('/opinions?after=WyJ4Il0').expect(400);
    await test.anyone.get('/opinions?mood=bad').expect(400);
    await test.anyone.get('/opinions/nothing').expect(404);
  });
});

describe('the opinion of an organisation', () => {
  let test: TestApplication;
  let draft: NotifiedDraft;
  beforeAll(async () => {
    test = await startTestApplication();
    draft = await notifiedDraft(test);
  });
  afterAll(() => test.close());

  it('is entered from paper by an officer of the body, with the same duty to answer', async () => {
    test.clock.set('2026-03-05T10:00:00+05:00');
    const officer = await person(test, { role: 'officer', bodyId: draft.bodyId });
    const path = `/consultations/${draft.consultationId}/organization-opinions`;
    const organization = { kk: '«Атамекен» ҰКП', ru: 'НПП «Атамекен»' };
    const paper = {
      channel: 'business',
      organization,
      stance: 'for',
      text: both('Қолдаймыз'),
      receivedOn: '2026-03-03',
    };
    const made = await officer.post(path).send(paper).expect(201);
    expect(made.body).toMatchObject({
      ...{ channel: 'business', organization, councilId: null, termRule: null, receivedOn: '2026-03-03' },
      ...{ enteredOn: '2026-03-05', dueOn: '2026-03-18', late: false },
    });
    const again = { ...paper, organization: { kk: 'Басқа', ru: 'нпп «атамекен»' } };
    expect((await officer.post(path).send(again).expect(409)).body).toMatchObject({ code: 'opinion-given-already' });
    const npo = { ...paper, channel: 'npo', organization: both('Қауым') };
    for (const [change, pointer] of [
      [{ receivedOn: '2026-03-06' }, '/receivedOn'],
      [{ receivedOn: '2026-03-01' }, '/receivedOn'],
      [{ channel: 'public_council' }, '/channel'],
      [{ text: { kk: 'Қолдаймыз' } }, '/text/ru'],
    ] as const) {
      const refused = await officer
        .post(path)
        .send({ ...npo, ...change })
        .expect(422);
      expect(refused.body).toMatchObject({ errors: [{ pointer }] });
    }
    await officer.post(path).send(npo).expect(201);
    const secretary = await person(test, { role: 'secretary', councilId: draft.council.councilId });
    await secretary.post(path).send(npo).expect(403);
    const { bodyId } = await formingCouncil(test);
    const stranger = await person(test, { role: 'officer', bodyId });
    await stranger.post(path).send(npo).expect(403);
    await officer
      .put(`/opinions/${(made.body as OpinionResponse).id}/response`)
      .send(acceptance)
      .expect(200);
    const read = await test.anyone.get(draft.path).expect(200);
    expect(read.body).toMatchObject({ items: [{}, {}], notices: [{ standing: 'awaited' }] });
  });

  it('is entered after the conclusion too where it was received before', async () => {
    test.clock.set('2026-04-10T10:00:00+05:00');
    const late = await signIn(test, draft.officer.email, draft.officer.accountId);
    const path = `/consultations/${draft.consultationId}`;
    await late.put(`${path}/report`).send({}).expect(200);
    await late.put(`${path}/conclusion`).send(gaveUp).expect(200);
    test.clock.set('2026-04-13T10:00:00+05:00');
    const officer = await signIn(test, draft.officer.email, draft.officer.accountId);
    const paper = { channel: 'npo', organization: both('Кеш қауым'), stance: 'for', text: both('Қолдаймыз') };
    const send = (receivedOn: string) => officer.post(`${path}/organization-opinions`).send({ ...paper, receivedOn });
    expect((await send('2026-04-13').expect(409)).body).toMatchObject({ code: 'opinion-after-conclusion' });
    expect((await send('2026-04-10').expect(201)).body).toMatchObject({ enteredOn: '2026-04-13' });
  });
});
