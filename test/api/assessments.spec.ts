import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  collectingAssessment,
  enterValues,
  EVIDENCE,
  judgeAll,
  text,
  VALUES,
  type AssessmentAtWork,
} from '../factories/assessments.js';
import { activeCouncil, type CouncilAtWork } from '../factories/councils.js';
import { readerOf, type Thing } from '../support/assessment-reader.js';
import { person, signIn, type Person } from '../support/people.js';
import { recomputed } from '../support/recomputation.js';
import { startTestApplication, type TestApplication } from '../support/test-application.js';

const ABSENT = '0192f0c0-0000-7000-8000-000000000000';

describe('assessments', () => {
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

  it('assesses an akimat with its council, publishes what a stranger can recompute, and follows it to the end', async () => {
    const work = await collectingAssessment(test, { council });
    const { id, authority, officer, assessors } = work;
    const path = `/assessments/${id}`;
    const memberIds = assessors.map(({ memberId }) => memberId);

    const early = await authority.put(`${path}/review`).send({ assessors: memberIds }).expect(409);
    expect(early.body).toMatchObject({ code: 'indicators-unsettled', detail: expect.stringContaining('budget') });
    await enterValues(work);

    // The assessed body never enters its own values; it disputes them.
    await officer.put(`${path}/values/trust`).send(VALUES['trust']).expect(403);
    const dispute = { text: text('Сауалнама 2024 жылға жатады.', 'Опрос относится к 2024 году.') };
    const disputed = await officer.put(`${path}/values/trust/dispute`).send(dispute).expect(200);
    expect((disputed.body as { values: object[] }).values).toContainEqual(
      expect.objectContaining({ indicator: 'trust', dispute: expect.objectContaining(dispute) }),
    );

    // A3: one of civil society among three is too few, whatever the authority wishes.
    const stateBodies = council.memberIds.slice(-2);
    const mixed = await authority
      .put(`${path}/review`)
      .send({ assessors: [memberIds[0], ...stateBodies] })
      .expect(409);
    expect(mixed.body).toMatchObject({
      type: '/problems/not-possible-now',
      code: 'too-few-civil-assessors',
      rule: { id: 'A3', value: { fraction: '2/3' } },
      assessors: 3,
      civilSociety: 1,
      required: 2,
    });
    expect(mixed.body).toMatchObject({ state: 'collecting' });
    await judgeAll(work);
    const during = await authority.get(path).expect(200);
    expect(during.body).toMatchObject({
      state: 'in_review',
      assessors: { members: 3, civilSociety: 2, memberIds: expect.arrayContaining(memberIds) },
      moves: ['review', 'reply-request'],
    });

    const asked = await authority.put(`${path}/reply-request`).expect(200);
    // Ten working days from Monday 2 March 2026; 9 March is a day off for 8 March, a Sunday.
    expect(asked.body).toMatchObject({ state: 'awaiting_reply', replyRequestedOn: '2026-03-02', dueOn: '2026-03-17' });
    for (const [language, day] of [
      ['kk', '2026 ж. 17 наурыз'],
      ['ru', '17 марта 2026 г.'],
      ['en', '17 March 2026'],
    ] as const) {
      const hasty = await authority.put(`${path}/adoption`).set('Accept-Language', language).expect(409);
      expect(hasty.body).toMatchObject({ code: 'reply-term-running', rule: { id: 'A1', value: { amount: 10 } } });
      expect(hasty.body).toMatchObject({ detail: expect.stringContaining(day) as unknown });
    }
    await authority.put(`${path}/values/budget`).send(VALUES['budget']).expect(409);
    const better = { status: 'value', value: '41.5', evidence: EVIDENCE };
    await authority.put(`${path}/values/trust`).send(better).expect(200);
    const reply = {
      text: text('Нәтижемен жалпы келісеміз.', 'В целом согласны.'),
      remarks: [{ indicator: 'dialogue', text: text('Кездесулер өткізілді.', 'Встречи проводились.') }],
    };
    await officer.put(`${path}/reply`).send(reply).expect(200);
    const adopted = await authority.put(`${path}/adoption`).expect(200);
    expect(adopted.body).toMatchObject({ state: 'adopted', moves: ['publication'] });
    await test.anyone.get(path).expect(404);
    await test.anyone.get(`${path}/workings`).expect(404);
    expect(await read.ids('/assessments')).not.toContain(id);
    expect(await read.journal(`assessment:${id}`)).toEqual([]);

    await authority.put(`${path}/publication`).send({}).expect(200);
    const workings = await read.workings(id);
    const { total, dimensions } = recomputed(workings);
    expect(workings.total.score).toBe(total?.toString());
    expect(workings.dimensions.map(({ score }) => score)).toEqual(dimensions.map((score) => score?.toString()));
    const page = await test.anyone.get(path).expect(200);
    expect(page.body).toMatchObject({
      state: 'published',
      version: 1,
      score: total?.rounded(2),
      rounding: 'half-even, 2 places',
      formulaText: { kk: expect.any(String), ru: expect.any(String) },
      reply,
      assessors: { members: 3, civilSociety: 2 },
    });
    expect(page.body).not.toHaveProperty('moves');
    const own = await authority.get(path).expect(200);
    expect(own.body).toEqual({ ...(page.body as object), moves: ['corrections'] });
    expect(workings.values.map(({ indicator: code, status, raw }) => [code, status, raw])).toEqual([
      ['budget', 'value', '71.3'],
      ['poverty', 'value', '31/3'],
      ['services', 'value', '55.5'],
      ['replies', 'value', '97.4'],
      ['reply-days', 'value', '21'],
      ['satisfaction', 'missing', null],
      ['publication', 'not_applicable', null],
      ['trust', 'value', '41.5'],
      ['dialogue', 'value', '30'],
    ]);
    expect(workings.dimensions.map(({ counted, of }) => [counted, of])).toEqual([
      [3, 3],
      [3, 3],
      [2, 3],
    ]);
    expect(Object.keys(workings).sort()).toEqual(['assessment', 'dimensions', 'methodology', 'total', 'values']);
    const [act] = await read.journal(`assessment:${id}`);
    expect(act).toMatchObject({
      what: 'assessment.published',
      rules: [{ id: 'A2.threshold' }, { id: 'A2.gap' }, { id: 'I1.languages' }],
      data: { weak: ['budget', 'poverty', 'reply-days', 'satisfaction', 'trust', 'dialogue'] },
    });

    await followToTheEnd(work);
  });

  async function followToTheEnd({ id, authority, officer }: AssessmentAtWork): Promise<void> {
    const { bodyId, secretary } = council;
    const weak = ['budget', 'poverty', 'reply-days', 'satisfaction', 'trust', 'dialogue'];
    const gaps = await read.gaps(id);
    expect(gaps.map((gap) => gap.indicator)).toEqual(weak);
    expect(gaps[0]).toMatchObject({ score: '42.60', dueOn: '2026-03-17', overdue: false });

    const measure = (code?: string): object => ({
      measure: text('Тұрғындармен тоқсан сайын кездесу', 'Ежеквартальные встречи с жителями'),
      ...(code === undefined ? {} : { indicator: code }),
      bodyId,
      dueOn: '2026-06-30',
      milestones: [{ name: text('Кесте бекітілді', 'График утверждён'), dueOn: '2026-04-01' }],
    });
    const path = `/assessments/${id}/follow-ups`;
    const outsider = await person(test, { role: 'secretary', councilId: (await activeCouncil(test)).councilId });
    await outsider.post(path).send(measure('budget')).expect(403);
    await officer.post(path).send(measure('budget')).expect(403);
    const unknown = await secretary.post(path).send(measure('weather')).expect(422);
    expect(unknown.body).toMatchObject({ errors: [{ pointer: '/indicator', code: 'not-found' }] });
    const other = { ...measure('budget'), bodyId: ABSENT };
    await secretary.post(path).send(other).expect(422);
    await secretary
      .post(path)
      .send({ ...measure('budget'), dueOn: '2026-03-01' })
      .expect(422);
    const promised: Thing[] = [];
    for (const [at, code] of weak.entries()) {
      const by = at % 2 === 0 ? secretary : authority;
      promised.push((await by.post(path).send(measure(code)).expect(201)).body as Thing);
    }
    expect(await read.gaps(id)).toEqual([]);

    const [kept, refused] = promised as [Thing, Thing];
    expect(kept).toMatchObject({ state: 'promised', overdue: false, indicator: 'budget', milestones: [{}], moves: [] });
    const note = text('Кездесулер басталды.', 'Встречи начались.');
    const evidence = EVIDENCE;
    await secretary.put(`/follow-ups/${kept.id}/progress`).send({ note }).expect(403);
    const foreign = await person(test, { role: 'officer', bodyId: (await activeCouncil(test)).bodyId });
    await foreign.put(`/follow-ups/${kept.id}/progress`).send({ note }).expect(403);
    await officer.put(`/follow-ups/${kept.id}/progress`).set('If-Match', '"v9-x"').send({ note }).expect(412);
    const progress = await officer.put(`/follow-ups/${kept.id}/progress`).send({ note, evidence }).expect(200);
    expect(progress.body).toMatchObject({ state: 'in_progress', reports: [{ kind: 'progress', note, evidence }] });
    await secretary
      .put(`/follow-ups/${kept.id}/verification`)
      .send({ verdict: 'fulfilled', grounds: note })
      .expect(409);

    // A reasoned refusal fills a gap as an action does; a second one is too late.
    const reasons = text('Өкілеттікке жатпайды.', 'Не относится к компетенции.');
    const refusal = await officer.put(`/follow-ups/${refused.id}/refusal`).send({ reasons }).expect(200);
    expect(refusal.body).toMatchObject({ state: 'refused', refusal: { reasons } });
    await officer.put(`/follow-ups/${refused.id}/refusal`).send({ reasons }).expect(409);
    expect(await read.gaps(id)).toEqual([]);

    test.clock.set('2026-07-01T09:00:00+05:00');
    const overdue = await read.ids('/follow-ups?overdue=true');
    expect(overdue).toContain(kept.id);
    expect(overdue).not.toContain(refused.id);
    const late = await again(officer);
    await late.put(`/follow-ups/${kept.id}/completion`).send({ note, evidence: [] }).expect(422);
    const done = await late.put(`/follow-ups/${kept.id}/completion`).send({ note, evidence }).expect(200);
    expect(done.body).toMatchObject({ state: 'reported', overdue: false });
    const verdict = { verdict: 'partly', grounds: text('Екі кездесу өтті.', 'Состоялись две встречи.') };
    await late.put(`/follow-ups/${kept.id}/verification`).send(verdict).expect(403);
    const verifier = await again(secretary);
    const verified = await verifier.put(`/follow-ups/${kept.id}/verification`).send(verdict).expect(200);
    expect(verified.body).toMatchObject({ state: 'verified', verification: verdict, moves: [] });
    const shown = await test.anyone.get(`/follow-ups/${kept.id}`).expect(200);
    expect(shown.body).toMatchObject({ state: 'verified', reports: [{ kind: 'progress' }, { kind: 'completion' }] });
    expect(shown.body).not.toHaveProperty('moves');
    expect((await read.journal(`follow-up:${kept.id}`)).map(({ what }) => what)).toEqual([
      'follow-up.promised',
      'follow-up.progressed',
      'follow-up.completed',
      'follow-up.verified',
    ]);
    expect(await read.ids(`/follow-ups?body=${bodyId}&state=verified`)).toEqual([kept.id]);
    expect(await read.ids('/follow-ups?modifiedSince=2026-07-01T00:00:00%2B05:00')).toEqual([kept.id]);
    const pages = await test.anyone.get('/follow-ups?limit=4').expect(200);
    const { items, next } = pages.body as { items: Thing[]; next: string };
    const rest = await read.ids(`/follow-ups?limit=4&after=${next}`);
    expect([...items.map((one) => one.id), ...rest].sort()).toEqual(promised.map((one) => one.id).sort());
    await test.anyone.get('/follow-ups?after=WyJ4IiwieCJd').expect(400);
  }
});
