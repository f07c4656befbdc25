import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  collectingAssessment,
  enterValues,
  EVIDENCE,
  indicator,
  judgeAll,
  methodologyRequest,
  publishedAssessment,
  publishedMethodology,
  text,
  type AssessmentAtWork,
} from '../factories/assessments.js';
import { readerOf } from '../support/assessment-reader.js';
import { Reader, type Seen } from '../support/reader.js';
import { startTestApplication, type TestApplication } from '../support/test-application.js';

/** An assessment is made by many requests of a dozen people. */
const MAKING_MS = 400_000;

describe('how a score comes about', () => {
  let test: TestApplication;
  let reader: Reader;
  let work: AssessmentAtWork;
  beforeAll(async () => {
    test = await startTestApplication();
    reader = new Reader(test);
    work = await publishedAssessment(test);
  }, MAKING_MS);
  afterAll(() => test.close());

  const seen = async (path: string): Promise<Seen> => {
    const page = await reader.get(path);
    expect([path, page.status]).toEqual([path, 200]);
    return page;
  };
  const words = (page: Seen): string => page.$('main').text().replaceAll(/\s+/g, ' ');

  it('is told with every number that a stranger needs, unrounded', async () => {
    const page = await seen(`/en/assessments/${work.id}/workings`);
    const all = words(page);
    const workings = await readerOf(test).workings(work.id);
    for (const { raw, normalized } of workings.values) {
      for (const number of [raw, normalized]) if (number !== null) expect(all).toContain(number);
    }
    for (const { score } of workings.dimensions) expect(all).toContain(score ?? '');
    expect(all).toContain(workings.total.score ?? '');
    expect(all).toContain('(0.25 × 38.25 + 0.5 × 30) ÷ (0.25 + 0.5) = ');
    const { score } = (await test.anyone.get(`/assessments/${work.id}`).expect(200)).body as { score: string };
    expect(all).toContain(`Shown on the pages: ${score}.`);
    const machine = page.$('main a[href^="/api/v1/assessments/"]').attr('href') ?? '';
    await test.anyone.get(machine.replace('/api/v1', '')).expect(200);
  });

  it('is told for the official index by its own steps', async () => {
    const { authority, council } = work;
    const g = { influence: '1', index: 'G' as const };
    const satisfaction = indicator('s', '1', { influence: '1', index: 'S' });
    const indicators = [indicator('g1', '1', g), indicator('g2', '1', g), satisfaction];
    const dimensions = [{ code: 'effectiveness' as const, indicators }];
    const methodologyId = await publishedMethodology(authority, { formula: 'e1', dimensions });
    const one = await collectingAssessment(test, { council, methodologyId, from: '2023-01-01', to: '2023-06-30' });
    const value = (raw: string): object => ({ status: 'value', value: raw, evidence: EVIDENCE });
    await enterValues(one, { g1: value('140'), g2: value('40'), s: value('80') });
    await judgeAll(one, {});
    await authority.put(`/assessments/${one.id}/reply-request`).expect(200);
    const reply = { text: text('Иә', 'Да') };
    await one.officer.put(`/assessments/${one.id}/reply`).send(reply).expect(200);
    await authority.put(`/assessments/${one.id}/adoption`).expect(200);
    await authority.put(`/assessments/${one.id}/publication`).send({}).expect(200);
    const all = words(await seen(`/ru/assessments/${one.id}/workings`));
    expect(all).toContain('(1 × 140 + 1 × 40) ÷ (1 + 1) = 90');
    expect(all).toContain('(1 × 80) ÷ (1) = 80');
    expect(all).toContain('100 × G × (1 + (S − 1) × 0,3) = 84,6');
    expect(all).toContain('выше 200 – за 200');
    const methodology = await seen(`/ru/methodologies/${methodologyId}`);
    expect(words(methodology)).toContain('1 (S)');
    expect(methodology.$('main a[href="/ru/rules#E1"]')).toHaveLength(1);
  }, 120_000);

  it('rests on a methodology that says what is measured, how it weighs, and what becomes of what is missing', async () => {
    const page = await seen(`/ru/methodologies/${work.methodologyId}`);
    const all = words(page);
    for (const { code, indicators } of methodologyRequest().dimensions) {
      expect(page.$(`#${code}`)).toHaveLength(1);
      for (const one of indicators) expect(all).toContain(`Показатель ${one.code}`);
    }
    expect(all).toContain('30 күн – 0 баллов, 0 күн – 100 баллов; чем меньше, тем лучше');
    expect(all).toContain('взять прежнее значение');
    expect(page.$('main tbody tr')).toHaveLength(9);
  });
});
