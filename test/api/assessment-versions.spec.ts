import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  collectingAssessment,
  enterValues,
  EVIDENCE,
  indicator,
  judgeAll,
  publishAssessment,
  publishedAssessment,
  publishedMethodology,
  text,
  VALUES,
} from '../factories/assessments.js';
import { activeCouncil } from '../factories/councils.js';
import { readerOf } from '../support/assessment-reader.js';
import { recomputed } from '../support/recomputation.js';
import { startTestApplication, type TestApplication } from '../support/test-application.js';

describe('published assessments', () => {
  let test: TestApplication;
  let read: ReturnType<typeof readerOf>;
  beforeAll(async () => {
    test = await startTestApplication();
    read = readerOf(test);
  });
  afterAll(() => test.close());

  it('carries a missing value over from the last published period, and says so', async () => {
    const own = await activeCouncil(test);
    const methodologyId = await publishedMethodology(own.authority);
    const wish = { council: own, methodologyId };
    const first = await publishedAssessment(test, { ...wish, from: '2024-01-01', to: '2024-12-31' });
    const second = await collectingAssessment(test, wish);
    await publishAssessment(second, { ...VALUES, 'reply-days': { status: 'missing' } });
    const workings = await read.workings(second.id);
    expect(workings.values.find(({ indicator: code }) => code === 'reply-days')).toMatchObject({
      status: 'missing',
      raw: '21',
      normalized: '30',
      evidence: EVIDENCE,
    });
    expect(workings.total.score).toBe(recomputed(workings).total?.toString());
    const page = await test.anyone.get(`/assessments/${second.id}`).expect(200);
    expect((page.body as { values: object[] }).values).toContainEqual(
      expect.objectContaining({ indicator: 'reply-days', status: 'missing', value: null, carriedFrom: first.id }),
    );
  });

  it('keeps the old version readable when a published one is corrected, and lets the body reply again', async () => {
    const work = await publishedAssessment(test);
    const { id, authority, officer, council: own } = work;
    const path = `/assessments/${id}`;
    const before = await read.workings(id);
    const reason = text('Бюджет көрсеткіші қате енгізілген.', 'Показатель бюджета введён с ошибкой.');
    await officer.post(`${path}/corrections`).send({ reason }).expect(403);
    await authority.put(`${path}/values/budget`).send(VALUES['budget']).expect(409);
    const opened = await authority.post(`${path}/corrections`).send({ reason }).expect(201);
    expect(opened.body).toMatchObject({ state: 'collecting', version: 2, correction: reason });
    expect((await test.anyone.get(path).expect(200)).body).toMatchObject({ version: 1, state: 'published' });

    await authority.put(`${path}/values/budget`).send({ status: 'value', value: '96', evidence: EVIDENCE }).expect(200);
    await judgeAll(work);
    await authority.put(`${path}/reply-request`).expect(200);
    await authority.put(`${path}/adoption`).expect(409);
    await officer
      .put(`${path}/reply`)
      .send({ text: text('Рақмет.', 'Спасибо.') })
      .expect(200);
    await authority.put(`${path}/adoption`).expect(200);
    await authority.put(`${path}/publication`).send({}).expect(200);
    const now = await test.anyone.get(path).expect(200);
    expect(now.body).toMatchObject({ version: 2, correction: reason, reply: { text: text('Рақмет.', 'Спасибо.') } });
    expect((await test.anyone.get(`${path}?version=1`).expect(200)).body).toMatchObject({
      version: 1,
      correction: null,
    });
    expect(await read.workings(id, '?version=1')).toEqual(before);
    expect((await read.workings(id)).total.score).not.toBe(before.total.score);
    await test.anyone.get(`${path}?version=3`).expect(404);
    await test.anyone.get(`${path}?version=x`).expect(400);
    expect((await read.journal(`assessment:${id}`)).map(({ what }) => what)).toEqual([
      'assessment.published',
      'assessment.published',
    ]);
    const since = encodeURIComponent(test.clock.now().toISOString());
    expect(await read.ids(`/assessments?body=${own.bodyId}&modifiedSince=${since}`)).toEqual([id]);
  });

  it('shows a gap as overdue when its term has ended, and gives a body that was assessed under e1 its index', async () => {
    const own = await activeCouncil(test);
    const g = { influence: '1', index: 'G' as const };
    const satisfaction = indicator('s', '1', { influence: '1', index: 'S' });
    const methodologyId = await publishedMethodology(own.authority, {
      formula: 'e1',
      dimensions: [
        {
          code: 'effectiveness',
          indicators: [indicator('g1', '1', g), indicator('g2', '1', { ...g, source: 'statistic' }), satisfaction],
        },
      ],
    });
    const work = await collectingAssessment(test, { council: own, methodologyId });
    const value = (raw: string): object => ({ status: 'value', value: raw, evidence: EVIDENCE });
    await enterValues(work, { g1: value('140'), g2: value('40'), s: value('80') });
    await judgeAll(work, {});
    await work.authority.put(`/assessments/${work.id}/reply-request`).expect(200);
    await work.officer
      .put(`/assessments/${work.id}/reply`)
      .send({ text: text('Иә', 'Да') })
      .expect(200);
    await work.authority.put(`/assessments/${work.id}/adoption`).expect(200);
    await work.authority.put(`/assessments/${work.id}/publication`).send({}).expect(200);
    const workings = await read.workings(work.id);
    // G = 0.9, S = 0.8: 0.9 × (1 − 0.2 × 0.3) = 0.846
    expect(workings.total).toEqual({ score: '84.6', coverage: '1' });
    expect(recomputed(workings).total?.toString()).toBe('84.6');
    const [gap] = await read.gaps(work.id);
    expect(gap).toMatchObject({ indicator: 'g2', score: '40.00', overdue: false });
    test.clock.set(`${gap?.dueOn ?? ''}T23:59:59+05:00`);
    expect((await read.gaps(work.id))[0]?.overdue).toBe(false);
    test.clock.pass(1);
    expect((await read.gaps(work.id))[0]?.overdue).toBe(true);
  });
});
