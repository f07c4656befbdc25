import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DueDates } from '../../src/calendar/index.js';
import { PublicationsService } from '../../src/assessments/index.js';
import { Jobs } from '../../src/platform/jobs/index.js';
import { OPERATOR } from '../../src/platform/kernel/index.js';
import {
  collectingAssessment,
  enterValues,
  EVIDENCE,
  judgeAll,
  text,
  type AssessmentAtWork,
} from '../factories/assessments.js';
import { activeCouncil, memberPerson, type CouncilAtWork } from '../factories/councils.js';
import { readerOf } from '../support/assessment-reader.js';
import { person, signIn, type Person } from '../support/people.js';
import { startTestApplication, type TestApplication } from '../support/test-application.js';
import { until } from '../support/until.js';

const ABSENT = '0192f0c0-0000-7000-8000-000000000000';
const KNOWN_CRONTABS = 'select identifier from graphile_worker._private_known_crontabs';

describe('an assessment before its publication', () => {
  let test: TestApplication;
  let read: ReturnType<typeof readerOf>;
  let council: CouncilAtWork;
  beforeAll(async () => {
    test = await startTestApplication();
    read = readerOf(test);
    council = await activeCouncil(test);
  });
  afterAll(() => test.close());

  const again = (one: Person): Promise<Person> => signIn(test, one.email, one.accountId);

  let work: AssessmentAtWork;
  beforeAll(async () => {
    work = await collectingAssessment(test, { council });
  });

  it('are known to the authority, the assessed body and the assessors only', async () => {
    const { id, officer, assessors } = work;
    const path = `/assessments/${id}`;
    const [assessor] = assessors;
    await officer.get(path).expect(200);
    expect(await read.ids('/assessments', officer)).toContain(id);
    const other = await person(test, { role: 'officer', bodyId: (await activeCouncil(test)).bodyId });
    const citizen = await person(test);
    // Members learn of it when they are made assessors.
    for (const by of [test.anyone, other, citizen, council.secretary, assessor?.person ?? other]) {
      await by.get(path).expect(404);
      await by.get(`${path}/workings`).expect(404);
      await by.get(`${path}/gaps`).expect(404);
      expect(await read.ids('/assessments', by)).not.toContain(id);
    }
    await other
      .put(`${path}/reply`)
      .send({ text: text('Жоқ', 'Нет') })
      .expect(404);
    await council.secretary.post(`${path}/follow-ups`).send(followUp()).expect(404);
    const early = await work.authority.post(`${path}/follow-ups`).send(followUp()).expect(409);
    expect(early.body).toMatchObject({ code: 'not-published-yet' });
  });

  const followUp = (): object => ({ measure: text('Шара', 'Мера'), bodyId: council.bodyId, dueOn: '2027-01-11' });

  it('refuse fields that do not fit, with pointers', async () => {
    const { id, authority } = work;
    const put = (code: string, body: object) => authority.put(`/assessments/${id}/values/${code}`).send(body);
    const refusals: [string, object, string, string][] = [
      ['budget', { status: 'value', evidence: EVIDENCE }, '/value', 'value-needed'],
      ['budget', { status: 'value', value: '1e3', evidence: EVIDENCE }, '/value', 'number-expected'],
      ['budget', { status: 'value', value: '71' }, '/evidence', 'too-few'],
      ['budget', { status: 'missing', value: '0' }, '/value', 'value-not-with-status'],
      [
        'budget',
        { status: 'value', value: '1', evidence: [{ title: 'x', url: 'ftp://x' }] },
        '/evidence/0/url',
        'url-expected',
      ],
      ['services', { status: 'value', value: '50', evidence: EVIDENCE }, '/status', 'judged-by-assessors'],
    ];
    for (const [code, body, pointer, fault] of refusals) {
      const answer = await put(code, body).expect(422);
      expect(answer.body).toMatchObject({ errors: [{ pointer, code: fault }] });
    }
    await put('weather', { status: 'missing' }).expect(404);
    await authority.put(`/assessments/${ABSENT}/values/budget`).send({ status: 'missing' }).expect(404);
    const { methodologyId } = work;
    const wanted = { methodologyId, bodyId: council.bodyId, councilId: council.councilId, from: '2025-02-01' };
    const post = (body: object) => authority.post('/assessments').send({ ...wanted, to: '2025-12-31', ...body });
    for (const [body, pointer] of [
      [{ to: '2025-01-31' }, '/to'],
      [{ methodologyId: ABSENT }, '/methodologyId'],
      [{ bodyId: ABSENT }, '/bodyId'],
      [{ councilId: ABSENT }, '/councilId'],
    ] as const) {
      expect((await post(body).expect(422)).body).toMatchObject({ errors: [{ pointer }] });
    }
    await council.secretary
      .post('/assessments')
      .send({ ...wanted, to: '2025-12-31' })
      .expect(403);
  });

  it('are judged by the assessors alone, each in his own seat, until the reply is asked for', async () => {
    const { id, authority, officer, assessors } = work;
    const path = `/assessments/${id}`;
    const judgement = { score: '50', grounds: 'Негіз' };
    await enterValues(work);
    const chosen = assessors.map(({ memberId }) => memberId);
    const strangers = await authority
      .put(`${path}/review`)
      .send({ assessors: [...chosen, ABSENT] })
      .expect(422);
    expect(strangers.body).toMatchObject({ errors: [{ pointer: '/assessors/3', code: 'not-a-member' }] });
    const twice = await authority
      .put(`${path}/review`)
      .send({ assessors: [...chosen, chosen[0]] })
      .expect(422);
    expect(twice.body).toMatchObject({ errors: [{ pointer: '/assessors/3', code: 'duplicate' }] });
    await authority.put(`${path}/review`).send({ assessors: chosen }).expect(200);

    const [first, second] = assessors as [AssessmentAtWork['assessors'][0], AssessmentAtWork['assessors'][0]];
    const judge = (by: Person, code: string, body: object = judgement) =>
      by.put(`${path}/judgements/${code}`).send(body);
    await judge(first.person, 'services', { score: '100.5', grounds: 'Негіз' }).expect(422);
    await judge(first.person, 'budget').expect(409);
    await judge(first.person, 'weather').expect(404);
    await judge(officer, 'services').expect(403);
    const bystander = await memberPerson(test, council.councilId, council.memberIds[5] ?? '');
    await judge(bystander, 'services').expect(404);
    await judge(first.person, 'services').expect(200);
    // An assessor does not see what the others gave while they judge.
    const seen = await second.person.get(path).expect(200);
    expect(JSON.stringify(seen.body)).not.toContain('Негіз');
    const waiting = await authority.put(`${path}/reply-request`).expect(409);
    expect(waiting.body).toMatchObject({ code: 'judgements-missing', detail: expect.stringMatching(/5/) });
    await judgeAll(work);
    await authority.put(`${path}/reply-request`).expect(200);
    await judge(first.person, 'services').expect(409);
    const known = await officer.get(path).expect(200);
    expect(JSON.stringify(known.body)).toContain('Кеңес отырысында тыңдалды.');
    const wrong = { text: text('Жауап', 'Ответ'), remarks: [{ indicator: 'weather', text: text('а', 'а') }] };
    const remark = await officer.put(`${path}/reply`).send(wrong).expect(422);
    expect(remark.body).toMatchObject({ errors: [{ pointer: '/remarks/0/indicator', code: 'not-found' }] });
    await authority
      .put(`${path}/reply`)
      .send({ text: text('Жауап', 'Ответ') })
      .expect(403);
  });

  it('move the open term of reply with the calendar, without telling the public', async () => {
    const { id, officer } = work;
    const before = ((await officer.get(`/assessments/${id}`).expect(200)).body as { dueOn: string }).dueOn;
    const admin = await person(test, { role: 'admin' });
    const name = text('Көшірілген демалыс', 'Перенесённый выходной');
    const day = { kind: 'day_off', name, basis: 'Қаулы' };
    await admin.put(`/calendar/${before}`).send(day).expect(200);
    const shifts = await test.app.get(DueDates).recalculate(OPERATOR);
    expect(shifts).toContainEqual(expect.objectContaining({ kind: 'assessment', id, from: before }));
    const after = ((await officer.get(`/assessments/${id}`).expect(200)).body as { dueOn: string }).dueOn;
    expect(after > before).toBe(true);
    expect(await read.journal(`assessment:${id}`)).toEqual([]);
    await admin.put(`/calendar/${before}`).send({ kind: 'ordinary', basis: 'Қаулы' }).expect(200);
    await test.app.get(DueDates).recalculate(OPERATOR);
  });

  it('are adopted without a reply once its term has ended', async () => {
    const { id, authority, officer } = work;
    const { dueOn } = (await officer.get(`/assessments/${id}`).expect(200)).body as { dueOn: string };
    test.clock.set(`${dueOn}T23:59:59+05:00`);
    await (await again(authority)).put(`/assessments/${id}/adoption`).expect(409);
    test.clock.pass(1);
    const adopted = await (await again(authority)).put(`/assessments/${id}/adoption`).expect(200);
    expect(adopted.body).toMatchObject({ state: 'adopted', reply: null });
  });

  it('become public at the instant that was set, and are announced with it', async () => {
    const { id } = work;
    const authority = await again(work.authority);
    const path = `/assessments/${id}`;
    const past = await authority.put(`${path}/publication`).send({ at: '2026-01-01T00:00:00+05:00' }).expect(422);
    expect(past.body).toMatchObject({ errors: [{ pointer: '/at', code: 'instant-passed' }] });
    const at = new Date(test.clock.now().getTime() + 3_600_000).toISOString();
    await authority.put(`${path}/publication`).send({ at }).expect(200);
    await test.anyone.get(path).expect(404);
    await authority
      .post(`${path}/corrections`)
      .send({ reason: text('Қате', 'Ошибка') })
      .expect(409);
    expect(await test.app.get(PublicationsService).announceDue()).toBe(0);
    expect(await read.journal(`assessment:${id}`)).toEqual([]);

    test.clock.pass(3600);
    const page = await test.anyone.get(path).expect(200);
    expect(page.body).toMatchObject({ state: 'published', publishedAt: at });
    expect(await read.ids('/assessments')).toContain(id);
    test.clock.pass(40);
    expect(await test.app.get(PublicationsService).announceDue()).toBe(1);
    expect(await test.app.get(PublicationsService).announceDue()).toBe(0);
    const acts = await read.journal(`assessment:${id}`);
    expect(acts).toMatchObject([{ what: 'assessment.published', data: { publishedAt: at } }]);
  });

  it('are looked at every minute by the worker', async () => {
    await test.app.get(Jobs).start();
    const known = async (): Promise<string[]> =>
      (await test.database.query<{ identifier: string }>(KNOWN_CRONTABS)).map(({ identifier }) => identifier);
    await until(async () => (await known()).length > 0);
    expect(await known()).toContain('announce-assessments');
  });
});
