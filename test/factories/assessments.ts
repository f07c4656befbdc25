import type { MethodologyRequest } from '../../src/methodologies/index.js';
import { person, type Person } from '../support/people.js';
import type { TestApplication } from '../support/test-application.js';
import { activeCouncil, memberPerson, type CouncilAtWork } from './councils.js';

/** Evidence as anyone may give it. */
export const EVIDENCE = [{ title: 'Есеп', url: 'https://stat.example.kz/report' }];

/** A text in both languages of the law. */
export const text = (kk: string, ru = kk): { kk: string; ru: string } => ({ kk, ru });

/** One indicator of a methodology; without `change` a survey from 0 to 100. */
export function indicator(code: string, weight: string, change: Partial<IndicatorWish> = {}): IndicatorWish {
  return {
    code,
    name: text(`${code} көрсеткіші`, `Показатель ${code}`),
    unit: '%',
    direction: 'up',
    weight,
    source: 'survey',
    scale: { kind: 'linear', from: '0', to: '100' },
    missing: 'exclude',
    ...change,
  };
}

type IndicatorWish = MethodologyRequest['dimensions'][number]['indicators'][number];

/** Three dimensions, nine indicators, all four sources, all three treatments of a missing value. */
export function methodologyRequest(change: Partial<MethodologyRequest> = {}): MethodologyRequest {
  return {
    name: text('Жергілікті атқарушы органдарды бағалау әдістемесі', 'Методика оценки местных исполнительных органов'),
    dimensions: [
      {
        code: 'effectiveness',
        weight: '0.4',
        indicators: [
          indicator('budget', '1/3', { source: 'statistic', scale: { kind: 'linear', from: '50', to: '100' } }),
          indicator('poverty', '1/3', {
            source: 'statistic',
            direction: 'down',
            scale: { kind: 'linear', from: '12.5', to: '2.5' },
          }),
          indicator('services', '1/3', { source: 'council_judgement' }),
        ],
      },
      {
        code: 'responsiveness',
        weight: '0.35',
        indicators: [
          indicator('replies', '0.5', { source: 'platform' }),
          indicator('reply-days', '0.3', {
            source: 'platform',
            direction: 'down',
            unit: 'күн',
            scale: { kind: 'linear', from: '30', to: '0' },
            missing: 'carry_over',
          }),
          indicator('satisfaction', '0.2', { missing: 'zero' }),
        ],
      },
      {
        code: 'openness',
        weight: '0.25',
        indicators: [
          indicator('publication', '0.25', { source: 'platform' }),
          indicator('trust', '0.25'),
          indicator('dialogue', '0.5', { source: 'council_judgement' }),
        ],
      },
    ],
    ...change,
  };
}

/** A methodology in force; gives its id. */
export async function publishedMethodology(by: Person, change: Partial<MethodologyRequest> = {}): Promise<string> {
  const made = await by.post('/methodologies').send(methodologyRequest(change)).expect(201);
  const { id } = made.body as { id: string };
  await by.put(`/methodologies/${id}/publication`).expect(200);
  return id;
}

/** An assessment with the people around it. */
export interface AssessmentAtWork {
  readonly id: string;
  readonly methodologyId: string;
  readonly council: CouncilAtWork;
  readonly authority: Person;
  readonly officer: Person;
  /** Two of civil society, then one of a state body. */
  readonly assessors: readonly { readonly memberId: string; readonly person: Person }[];
}

/** How an assessment is to be made. */
export interface AssessmentWish {
  readonly council?: CouncilAtWork;
  readonly methodologyId?: string;
  readonly from?: string;
  readonly to?: string;
}

/** What is entered where the wish says nothing else: one value missing, one not applicable. */
export const VALUES: Readonly<Record<string, object>> = {
  budget: { status: 'value', value: '71.3', evidence: EVIDENCE },
  poverty: { status: 'value', value: '31/3', evidence: EVIDENCE },
  replies: { status: 'value', value: '97.4', evidence: EVIDENCE },
  'reply-days': { status: 'value', value: '21', evidence: EVIDENCE },
  satisfaction: { status: 'missing' },
  publication: { status: 'not_applicable' },
  trust: { status: 'value', value: '38.25', evidence: EVIDENCE },
};

/** An assessment whose values are being collected. */
export async function collectingAssessment(
  test: TestApplication,
  { council: given, from = '2025-01-01', to = '2025-12-31', ...wish }: AssessmentWish = {},
): Promise<AssessmentAtWork> {
  const council = given ?? (await activeCouncil(test));
  const { authority, councilId, bodyId, memberIds } = council;
  const methodologyId = wish.methodologyId ?? (await publishedMethodology(authority));
  const wanted = { methodologyId, bodyId, councilId, from, to };
  const made = await authority.post('/assessments').send(wanted).expect(201);
  const { id } = made.body as { id: string };
  await authority.put(`/assessments/${id}/collection`).expect(200);
  const seats = [memberIds[0] ?? '', memberIds[1] ?? '', memberIds.at(-1) ?? ''];
  const assessors = [];
  for (const memberId of seats) {
    assessors.push({ memberId, person: await memberPerson(test, councilId, memberId) });
  }
  const officer = await person(test, { role: 'officer', bodyId });
  return { id, methodologyId, council, authority, officer, assessors };
}

/** Enters these values. */
export async function enterValues({ id, authority }: AssessmentAtWork, values = VALUES): Promise<void> {
  for (const [code, value] of Object.entries(values)) {
    await authority.put(`/assessments/${id}/values/${code}`).send(value).expect(200);
  }
}

/** Opens the review and lets every assessor judge; the scores are given per indicator, one for each assessor. */
export async function judgeAll(
  { id, authority, assessors }: AssessmentAtWork,
  scores: Readonly<Record<string, readonly string[]>> = {
    services: ['40', '55.5', '90'],
    dialogue: ['20', '30', '80'],
  },
): Promise<void> {
  const memberIds = assessors.map(({ memberId }) => memberId);
  await authority.put(`/assessments/${id}/review`).send({ assessors: memberIds }).expect(200);
  for (const [code, given] of Object.entries(scores)) {
    for (const [at, score] of given.entries()) {
      const judgement = { score, grounds: 'Кеңес отырысында тыңдалды.' };
      await assessors[at]?.person.put(`/assessments/${id}/judgements/${code}`).send(judgement).expect(200);
    }
  }
}

/** Carries an assessment in collection to its publication: values, judgements, reply, adoption. */
export async function publishAssessment(work: AssessmentAtWork, values = VALUES): Promise<void> {
  const { id, authority, officer } = work;
  await enterValues(work, values);
  await judgeAll(work);
  await authority.put(`/assessments/${id}/reply-request`).expect(200);
  await officer
    .put(`/assessments/${id}/reply`)
    .send({ text: text('Келісеміз.', 'Согласны.') })
    .expect(200);
  await authority.put(`/assessments/${id}/adoption`).expect(200);
  await authority.put(`/assessments/${id}/publication`).send({}).expect(200);
}

/** An assessment that everybody reads. */
export async function publishedAssessment(test: TestApplication, wish: AssessmentWish = {}): Promise<AssessmentAtWork> {
  const work = await collectingAssessment(test, wish);
  await publishAssessment(work);
  return work;
}
