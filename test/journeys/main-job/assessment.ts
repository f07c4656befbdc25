import { expect } from '@jest/globals';
import { EVIDENCE, methodologyRequest, text } from '../../factories/assessments.js';
import { person } from '../../support/people.js';
import { recomputed } from '../../support/recomputation.js';
import type { Story, Thing } from './story.js';

/** Assesses the akimat by a published method, and anyone can recompute the score. */
export async function assess(story: Story): Promise<void> {
  const { people, ids, memberIds, assessors, made, moved, read } = story;
  const methodology = await made('authority', '/methodologies', methodologyRequest());
  await moved('authority', `/methodologies/${methodology.id}/publication`);
  const assessment = await made('authority', '/assessments', {
    methodologyId: methodology.id,
    bodyId: ids['body'],
    councilId: ids['council'],
    from: '2026-01-01',
    to: '2026-03-31',
  });
  const path = `/assessments/${assessment.id}`;
  ids['assessment'] = assessment.id;
  await story.test.anyone.get(path).expect(404);
  await moved('authority', `${path}/collection`);
  const values: Record<string, object> = {
    budget: { status: 'value', value: '85', evidence: EVIDENCE },
    poverty: { status: 'value', value: '10', evidence: EVIDENCE },
    replies: { status: 'value', value: '1/3', evidence: EVIDENCE },
    'reply-days': { status: 'missing' },
    satisfaction: { status: 'value', value: '40', evidence: EVIDENCE },
    publication: { status: 'value', value: '72.5', evidence: EVIDENCE },
    trust: { status: 'not_applicable' },
  };
  for (const [code, value] of Object.entries(values)) await moved('authority', `${path}/values/${code}`, value);
  await people.officer.put(`${path}/values/budget`).send(values['budget']).expect(403);
  const chosen = [...memberIds.slice(0, 2), memberIds[12] ?? ''];
  for (const memberId of chosen) {
    assessors.push(await person(story.test, { role: 'member', councilId: ids['council'] ?? '', memberId }));
  }
  await people.authority
    .put(`${path}/review`)
    .send({ assessors: [chosen[0], chosen[2]] })
    .expect(409);
  await moved('authority', `${path}/review`, { assessors: chosen });
  for (const [at, assessor] of assessors.entries()) {
    for (const [code, score] of [
      ['services', ['80', '70', '90']],
      ['dialogue', ['30', '45.5', '40']],
    ] as const) {
      await assessor.put(`${path}/judgements/${code}`).send({ score: score[at], grounds: 'Көрдім' }).expect(200);
    }
  }
  await moved('authority', `${path}/reply-request`);
  await people.authority.put(`${path}/adoption`).send({}).expect(409);
  await moved('officer', `${path}/reply`, { text: text('Келісеміз', 'Согласны') });
  await moved('authority', `${path}/adoption`);
  await moved('authority', `${path}/publication`);

  const workings = (await read(`${path}/workings`)) as unknown as Parameters<typeof recomputed>[0] & {
    total: { score: string };
  };
  const { dimensions } = workings.methodology;
  const indicators = dimensions.flatMap((dimension) => dimension.indicators);
  expect(dimensions).toHaveLength(3);
  expect(indicators.length).toBeGreaterThanOrEqual(8);
  expect(new Set(indicators.map(({ source }) => source)).size).toBe(4);
  expect(workings.values.map(({ status }) => status)).toEqual(
    expect.arrayContaining(['value', 'missing', 'not_applicable']),
  );
  expect(recomputed(workings).total?.toDecimal(20)).toBe(workings.total.score);
}

/** Follows every weak indicator to its end. */
export async function followUp(story: Story): Promise<void> {
  const { people, ids, made, moved, read } = story;
  const path = `/assessments/${ids['assessment']}`;
  const gaps = (await read(`${path}/gaps`)) as unknown as { items: { indicator: string }[] };
  expect(gaps.items.length).toBeGreaterThan(1);
  const followUps: Thing[] = [];
  for (const { indicator } of gaps.items) {
    const wanted = { measure: text('Шара', 'Мера'), indicator, bodyId: ids['body'], dueOn: '2026-06-01' };
    followUps.push(await made('authority', `${path}/follow-ups`, wanted));
  }
  expect(((await read(`${path}/gaps`)) as unknown as { items: unknown[] }).items).toEqual([]);
  const [first, second] = followUps;
  await moved('officer', `/follow-ups/${first?.id ?? ''}/progress`, { note: text('Басталды', 'Начато') });
  await moved('officer', `/follow-ups/${first?.id ?? ''}/completion`, {
    note: text('Аяқталды', 'Готово'),
    evidence: EVIDENCE,
  });
  await moved('officer', `/follow-ups/${second?.id ?? ''}/refusal`, { reasons: text('Қаражат жоқ', 'Нет средств') });
  const verdict = { verdict: 'fulfilled', grounds: text('Тексерілді', 'Проверено') };
  await people.officer
    .put(`/follow-ups/${first?.id ?? ''}/verification`)
    .send(verdict)
    .expect(403);
  expect(await moved('secretary', `/follow-ups/${first?.id ?? ''}/verification`, verdict)).toMatchObject({
    state: 'verified',
  });
}

/** Tells the whole story in the journal, in order, each act with its rule, and nothing in it is personal. */
export async function readJournal(story: Story): Promise<void> {
  const { people, read } = story;
  const entries: (Thing & { seq: number; what: string; rules: { id: string }[] })[] = [];
  for (let after: string | null = ''; after !== null;) {
    const page = await read(`/journal?limit=100${after ? `&after=${after}` : ''}`);
    entries.push(...(page['items'] as typeof entries));
    after = page['next'] as string | null;
  }
  expect(entries.map(({ seq }) => seq)).toEqual(entries.map(({ seq }) => seq).sort((one, other) => one - other));
  const acts = entries.map(({ what }) => what);
  const order = [
    'council.activated',
    'meeting.announced',
    'meeting.opened',
    'meeting.closed',
    'minutes.published',
    'recommendation.answered',
    'consultation.published',
    'comment.accepted',
    'comment.answered',
    'consultation.concluded',
    'methodology.published',
    'assessment.published',
    'follow-up.verified',
  ];
  expect(order.filter((what) => !acts.includes(what))).toEqual([]);
  const places = order.map((what) => acts.indexOf(what));
  expect(places).toEqual([...places].sort((one, other) => one - other));
  const rulesOf = (what: string): string[] =>
    entries.find((entry) => entry.what === what)?.rules.map(({ id }) => id) ?? [];
  expect(rulesOf('council.activated')).toContain('C1');
  expect(rulesOf('meeting.opened')).toContain('M1');
  expect(rulesOf('consultation.published')).toContain('K8.window');
  const everything = JSON.stringify(entries);
  for (const personal of [
    'Мүше0',
    'Асан',
    'example.kz"',
    'Person ',
    'тыныштық ерте',
    'Әкім А. Б.',
    ...Object.values(people).map(({ email }) => email),
    ...Object.values(people).map(({ accountId }) => accountId),
  ]) {
    expect(everything).not.toContain(personal);
  }
}
