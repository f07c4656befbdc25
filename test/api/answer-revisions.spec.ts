import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { WordingsService } from '../../src/answers/index.js';
import { expectCountsRight, GroupsAtWork, LIGHT, NOBODY, QUIET } from '../factories/comment-groups.js';
import { person, signIn } from '../support/people.js';
import { startTestApplication, type TestApplication } from '../support/test-application.js';

const REASONS = { kk: 'Ескерілмейді', ru: 'Не учитывается' };
const WHY = { kk: 'Жаңа мәлімет келді', ru: 'Появились новые сведения' };
const FIRST = { outcome: 'declined', reasons: REASONS };
const BETTER = { outcome: 'partly', reasons: { kk: 'Ішінара ескеріледі', ru: 'Учитывается частично' } };
const GIVEN = '2026-03-02T10:00:00+05:00';
const CHANGED = '2026-03-02T15:00:00+05:00';

/** K8.answers: answers are given until the completion report is published; until then they may be changed. */
describe('changing an answer to a comment', () => {
  let test: TestApplication;
  let work: GroupsAtWork;
  beforeAll(async () => {
    test = await startTestApplication({ at: GIVEN });
    work = await GroupsAtWork.begin(test);
  });
  afterAll(() => test.close());

  const answered = async () => {
    test.clock.set(GIVEN);
    const of = await work.fresh();
    const [comment, other] = await work.written(of, [QUIET, LIGHT]);
    const id = comment?.id ?? '';
    await of.officer.put(`/comments/${id}/answer`).send(FIRST).expect(200);
    return { of, id, other: other?.id ?? '', receipt: comment?.receipt.number ?? '' };
  };
  const provisionsIn = async ({ consultationId }: { consultationId: string }): Promise<string[]> => {
    const { body } = await test.anyone.get(`/consultations/${consultationId}/draft`).expect(200);
    return (body as { provisions: { id: string }[] }).provisions.map(({ id }) => id);
  };
  const revision = (id: string): string => `/comments/${id}/answer/revision`;
  const earlier = async (id: string, query = '') =>
    (await test.anyone.get(`/comments/${id}/earlier-answers${query}`).expect(200)).body as {
      items: { number: number }[];
      next: string | null;
    };

  it('puts a new one in its place and keeps the earlier one readable, with when and why', async () => {
    const { of, id, receipt } = await answered();
    expect(await earlier(id)).toEqual({ items: [], next: null });
    test.clock.set(CHANGED);
    const changed = await of.officer
      .put(revision(id))
      .send({ ...BETTER, why: WHY })
      .expect(200);
    const answer = { ...BETTER, answeredAt: '2026-03-02T05:00:00.000Z', revisedAt: '2026-03-02T10:00:00.000Z' };
    expect(changed.body).toMatchObject({ state: 'answered', answer, moves: ['revision'] });
    const seen = await test.anyone.get(`/receipts/${receipt}`).expect(200);
    expect(seen.body).toMatchObject({ answer });
    const listed = await test.anyone.get(`/consultations/${of.consultationId}/comments`).expect(200);
    expect((listed.body as { items: object[] }).items).toMatchObject([{ answer }, { answer: null }]);
    expect(await earlier(id)).toEqual({
      items: [
        {
          ...{ number: 1, ...FIRST, why: WHY },
          ...{ answeredAt: '2026-03-02T05:00:00.000Z', replacedAt: '2026-03-02T10:00:00.000Z', provisionId: null },
        },
      ],
      next: null,
    });
    const history = await test.anyone.get(`/journal?subject=comment:${id}`).expect(200);
    const last = (history.body as { items: { data: object }[] }).items.at(-1);
    expect(last).toMatchObject({
      what: 'comment.answer-revised',
      actor: { kind: 'account' },
      data: { consultationId: of.consultationId, outcome: 'partly', number: 2 },
    });
    expect(JSON.stringify(last)).not.toContain('частично');
  });

  it('again and again: each earlier answer stood from its own time on; they are paged', async () => {
    const { of, id } = await answered();
    for (const hour of [11, 12, 13]) {
      test.clock.set(`2026-03-02T${hour}:00:00+05:00`);
      const reasons = { kk: `Сағат ${hour}`, ru: `Час ${hour}` };
      await of.officer.put(revision(id)).send({ outcome: 'partly', reasons, why: WHY }).expect(200);
    }
    const { items, next } = await earlier(id, '?limit=2');
    expect(items).toMatchObject([
      { number: 3, answeredAt: '2026-03-02T07:00:00.000Z', replacedAt: '2026-03-02T08:00:00.000Z' },
      { number: 2, answeredAt: '2026-03-02T06:00:00.000Z', replacedAt: '2026-03-02T07:00:00.000Z' },
    ]);
    expect(await earlier(id, `?limit=2&after=${next ?? ''}`)).toMatchObject({ items: [{ number: 1 }], next: null });
  });

  it('only by an officer of the body, of an answer that was given, to another one, with a reason', async () => {
    const { of, id, other } = await answered();
    const wanted = { ...BETTER, why: WHY };
    await test.anyone.put(revision(id)).send(wanted).expect(401);
    await (await person(test)).put(revision(id)).send(wanted).expect(403);
    await (await work.strangeOfficer()).put(revision(id)).send(wanted).expect(403);
    await of.officer.put(revision(NOBODY)).send(wanted).expect(404);
    await test.anyone.get(`/comments/${NOBODY}/earlier-answers`).expect(404);
    const waiting = await of.officer.put(revision(other)).send(wanted).expect(409);
    expect(waiting.body).toMatchObject({ state: 'accepted', possible: ['answer', 'withdrawal'] });
    const silent = await of.officer.put(revision(id)).send(BETTER).expect(422);
    expect(silent.body).toMatchObject({ errors: [{ pointer: '/why' }] });
    await of.officer
      .put(revision(id))
      .send({ ...wanted, note: 'x' })
      .expect(422);
    const same = await of.officer
      .put(revision(id))
      .send({ ...FIRST, why: WHY })
      .expect(422);
    expect(same.body).toMatchObject({ errors: [{ pointer: '/reasons', code: 'unchanged' }] });
    const read = await of.officer.get(`/comments/${id}`).expect(200);
    const seen = read.headers['etag'] ?? '';
    await of.officer.put(revision(id)).set('If-Match', seen).send(wanted).expect(200);
    await of.officer
      .put(revision(id))
      .set('If-Match', seen)
      .send({ ...FIRST, why: WHY })
      .expect(412);
    expect((await earlier(id)).items).toHaveLength(1);
  });

  it('refuses it for a withdrawn comment', async () => {
    test.clock.set(GIVEN);
    const of = await work.fresh();
    const author = await person(test);
    const [mine] = await work.written(of, [QUIET], author);
    await author.put(`/comments/${mine?.id ?? ''}/withdrawal`).expect(200);
    const refused = await of.officer
      .put(revision(mine?.id ?? ''))
      .send({ ...BETTER, why: WHY })
      .expect(409);
    expect(refused.body).toMatchObject({ state: 'withdrawn' });
  });

  it('until the report is published; what was answered in time stays so in it', async () => {
    const { of, id, other } = await answered();
    await of.officer.put(`/comments/${other}/answer`).send(FIRST).expect(200);
    test.clock.set('2026-04-20T10:00:00+05:00');
    const officer = await signIn(test, of.officer.email, of.officer.accountId);
    await officer
      .put(revision(id))
      .send({ ...BETTER, why: WHY })
      .expect(200);
    const report = await officer.put(`/consultations/${of.consultationId}/report`).send({}).expect(200);
    expect(report.body).toMatchObject({
      counts: { total: 2, answered: 2, answeredOnTime: 2, byOutcome: { partly: 1, declined: 1 } },
    });
    const late = await officer
      .put(revision(id))
      .send({ ...FIRST, why: WHY })
      .expect(409);
    expect(late.body).toMatchObject({ state: 'reported' });
    const offered = await officer.get(`/comments/${id}`).expect(200);
    expect(offered.body).toMatchObject({ moves: [], answer: BETTER });
    expect((await earlier(id)).items).toHaveLength(1);
  });

  it('leads to the provision that was changed, alone or as a group, and keeps where the earlier one led', async () => {
    test.clock.set(GIVEN);
    const of = await work.fresh();
    const [first = ''] = of.provisionIds;
    const [one, two] = await work.written(of, [QUIET, QUIET]);
    const [group] = (await work.groupsOf(of)).items;
    const single = `/comments/${one?.id ?? ''}/answer`;
    const whole = `${work.path(of, group?.id)}/answer`;
    const provisions = [
      { id: first, text: { kk: 'Басқаша', ru: 'Иначе' } },
      { number: '2', text: { kk: 'Жаңа', ru: 'Новое' } },
    ];
    await of.officer.post(`/consultations/${of.consultationId}/versions`).send({ provisions }).expect(201);
    const [, second = ''] = await provisionsIn(of);
    const [strange = ''] = (await work.fresh()).provisionIds;
    for (const path of [single, whole]) {
      for (const provisionId of [strange, NOBODY]) {
        const refused = await of.officer
          .put(path)
          .send({ ...BETTER, provisionId })
          .expect(422);
        expect(refused.body).toMatchObject({ errors: [{ pointer: '/provisionId', code: 'not-found' }] });
      }
    }
    await of.officer
      .put(single)
      .send({ ...BETTER, provisionId: first.toUpperCase() })
      .expect(200);
    await of.officer
      .put(whole)
      .send({ ...BETTER, provisionId: second })
      .expect(200);
    const led = async () =>
      (await work.commentsOf(of)).map(({ answer }) => (answer as { provisionId?: string }).provisionId);
    expect(await led()).toEqual([first, second]);
    const receipt = await test.anyone.get(`/receipts/${two?.receipt.number ?? ''}`).expect(200);
    expect(receipt.body).toMatchObject({ answer: { ...BETTER, provisionId: second } });
    const acts = await test.anyone.get(`/journal?subject=comment:${two?.id ?? ''}`).expect(200);
    expect((acts.body as { items: object[] }).items.at(-1)).toMatchObject({
      what: 'comment.answered',
      data: { groupId: group?.id, provisionId: second },
    });

    const same = await of.officer
      .put(`${single}/revision`)
      .send({ ...BETTER, why: WHY, provisionId: first })
      .expect(422);
    expect(same.body).toMatchObject({ errors: [{ code: 'unchanged' }] });
    await of.officer
      .put(`${whole}/revision`)
      .send({ ...BETTER, why: WHY, provisionId: strange })
      .expect(422);
    await of.officer
      .put(`${whole}/revision`)
      .send({ ...BETTER, why: WHY, provisionId: first })
      .expect(200);
    expect(await led()).toEqual([first, first]);
    expect([(await earlier(one?.id ?? '')).items, (await earlier(two?.id ?? '')).items]).toMatchObject([
      [],
      [{ number: 1, ...BETTER, provisionId: second }],
    ]);
    await of.officer
      .put(`${single}/revision`)
      .send({ ...BETTER, why: WHY })
      .expect(200);
    expect(await led()).toEqual([null, first]);
    expect((await earlier(one?.id ?? '')).items).toMatchObject([{ number: 1, provisionId: first }]);
    const changes = await test.anyone.get(`/journal?subject=comment:${two?.id ?? ''}`).expect(200);
    expect((changes.body as { items: object[] }).items.at(-1)).toMatchObject({
      data: { number: 2, provisionId: first },
    });
  });

  it('leads to no provision that was taken out before the text was published', async () => {
    test.clock.set(GIVEN);
    const of = await work.fresh();
    const [comment] = await work.written(of, [QUIET]);
    const [kept = ''] = of.provisionIds;
    const gone = '0192f0c0-0000-7000-8000-00000000dead';
    await test.database.query(`insert into provisions (id, consultation_id) values ($1, $2)`, [
      gone,
      of.consultationId,
    ]);
    const send = (provisionId: string) =>
      of.officer.put(`/comments/${comment?.id ?? ''}/answer`).send({ ...FIRST, provisionId });
    await send(gone).expect(422);
    await send(kept).expect(200);
  });

  it('leaves groups as they are, and counts the answer that stands', async () => {
    const { of, id, other } = await answered();
    await of.officer.put(`/comments/${other}/answer`).send(FIRST).expect(200);
    const before = await work.groupsOf(of);
    const wordings = test.app.get(WordingsService);
    const share = async (): Promise<unknown> => {
      await wordings.sweep();
      const { body } = await test.anyone.get(`/consultations/${of.consultationId}/answers`).expect(200);
      return (body as { share: unknown }).share;
    };
    expect(await share()).toBe('1');
    await of.officer
      .put(revision(id))
      .send({ ...BETTER, why: WHY })
      .expect(200);
    expect(await share()).toBe('0');
    expect((await work.groupsOf(of)).items).toEqual(before.items);
    await expectCountsRight(test, 2);
  });
});
