import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Group, GroupsAtWork, LIGHT, NOBODY, QUIET } from '../factories/comment-groups.js';
import { person, type Person } from '../support/people.js';
import { startTestApplication, type TestApplication } from '../support/test-application.js';

const ANSWER = { outcome: 'partly', reasons: { kk: 'Ескерілді', ru: 'Учтено' } };
const OTHER = { outcome: 'accepted', reasons: { kk: 'Қабылданды', ru: 'Принято' } };
const WHY = { kk: 'Мәтін өзгерді', ru: 'Текст изменился' };

interface Item {
  id: string;
  number: number;
  text: string | null;
  groupSize: number | null;
  assignee: { accountId: string; displayName: string } | null;
}

type Of = Awaited<ReturnType<GroupsAtWork['fresh']>>;

describe('the work list of a body’s officers', () => {
  let test: TestApplication;
  let work: GroupsAtWork;
  let colleague: Person;
  beforeAll(async () => {
    test = await startTestApplication();
    work = await GroupsAtWork.begin(test);
    colleague = await person(test, { role: 'officer', bodyId: work.open.bodyId });
  });
  afterAll(() => test.close());

  const at = ({ consultationId }: Of, part: string): string => `/consultations/${consultationId}/${part}`;
  const listed = async (of: Of, query = '', by: Person = of.officer): Promise<Item[]> => {
    const { body } = await by.get(at(of, 'work-list') + query).expect(200);
    return (body as { items: Item[] }).items;
  };
  const numbers = async (of: Of, query = '', by?: Person): Promise<number[]> =>
    (await listed(of, query, by)).map(({ number }) => number);

  it('shares what waits, comment by comment and group by group, and shows each what is his', async () => {
    const of = await work.fresh();
    const [first, second] = await work.written(of, [QUIET, LIGHT, `${QUIET} біз`, LIGHT.toUpperCase()]);
    const assigned = await of.officer
      .put(at(of, 'assignments'))
      .send({ comments: [first?.id, second?.id], to: colleague.accountId })
      .expect(200);
    expect(assigned.body).toEqual({ assigned: 2, leftAlone: [] });
    expect(await numbers(of, '?assigned=me', colleague)).toEqual([1, 2]);
    expect(await numbers(of, '?assigned=none')).toEqual([3, 4]);
    const [group] = (await work.groupsOf(of)).items;
    await of.officer.put(at(of, 'assignments')).send({ group: group?.id, to: 'me' }).expect(200);
    expect(await numbers(of, '?assigned=me')).toHaveLength(2);
    const officers = await of.officer.get(at(of, 'officers')).expect(200);
    const { items, waiting, unassigned } = officers.body as {
      items: { accountId: string; waiting: number }[];
      waiting: number;
      unassigned: number;
    };
    expect(waiting).toBe(4);
    expect(unassigned).toBe(4 - items.reduce((sum, one) => sum + one.waiting, 0));
    await of.officer
      .put(at(of, 'assignments'))
      .send({ comments: [first?.id], to: 'none' })
      .expect(200);
    expect((await listed(of)).find(({ id }) => id === first?.id)?.assignee).toBeNull();
  });

  it('is read by language, state, group, officer and in pages', async () => {
    const of = await work.fresh();
    const [one, two] = await work.written(of, [QUIET, LIGHT, `${QUIET} біз`]);
    await of.officer
      .put(`/comments/${two?.id ?? ''}/answer`)
      .send(ANSWER)
      .expect(200);
    const [group] = (await work.groupsOf(of)).items;
    expect(await numbers(of)).toEqual([1, 3]);
    expect(await numbers(of, '?state=answered')).toEqual([2]);
    expect(await numbers(of, '?state=any&language=ru')).toEqual([]);
    expect(await listed(of, `?group=${group?.id ?? ''}&language=kk`)).toMatchObject([
      { number: 1, text: QUIET, groupSize: 2, assignee: null },
      { number: 3 },
    ]);
    const page = await of.officer.get(at(of, 'work-list?limit=1')).expect(200);
    const { next } = page.body as { next: string };
    expect(await numbers(of, `?limit=1&after=${next}`)).toEqual([3]);
    expect(await numbers(of, `?assigned=${NOBODY}`)).toEqual([]);
    const late = { comments: [one?.id, two?.id], to: of.officer.accountId };
    const assigned = await of.officer.put(at(of, 'assignments')).send(late).expect(200);
    expect(assigned.body).toEqual({ assigned: 1, leftAlone: [two?.id] });
  });

  it('is nobody else’s, and takes nobody who does not answer for the body', async () => {
    const of = await work.fresh();
    const [comment] = await work.written(of, [QUIET]);
    const [foreign] = await work.written(await work.fresh(), [QUIET]);
    const strange = await work.strangeOfficer();
    const citizen = await person(test);
    for (const part of ['work-list', 'officers']) {
      await test.anyone.get(at(of, part)).expect(401);
      await citizen.get(at(of, part)).expect(403);
      await strange.get(at(of, part)).expect(403);
    }
    const wanted = { comments: [comment?.id], to: colleague.accountId };
    await strange.put(at(of, 'assignments')).send(wanted).expect(403);
    const wrong: [object, string][] = [
      [{ ...wanted, to: citizen.accountId }, '/to'],
      [{ ...wanted, to: strange.accountId }, '/to'],
      [{ comments: [comment?.id] }, '/to'],
      [{ ...wanted, comments: [comment?.id, foreign?.id] }, '/comments/1'],
      [{ ...wanted, comments: [] }, '/comments'],
      [{ to: colleague.accountId }, '/comments'],
      [{ ...wanted, group: NOBODY }, '/group'],
      [{ group: NOBODY, to: 'none' }, '/group'],
    ];
    for (const [body, pointer] of wrong) {
      const refused = await of.officer.put(at(of, 'assignments')).send(body).expect(422);
      expect(refused.body).toMatchObject({ errors: [{ pointer }] });
    }
    for (const query of ['?assigned=somebody', '?state=lost', '?language=de', '?group=1']) {
      await of.officer.get(at(of, 'work-list') + query).expect(400);
    }
    expect((await listed(of))[0]?.assignee).toBeNull();
  });

  it('is not public: the journal names neither whom nor what to everybody', async () => {
    const journal = await test.anyone.get('/journal?limit=100').expect(200);
    expect(JSON.stringify(journal.body)).not.toContain('comments.assigned');
    const [kept] = await test.database.query<{ n: number }>(
      `select count(*)::int as n from journal where what = 'comments.assigned' and not public`,
    );
    expect(kept?.n).toBeGreaterThan(0);
  });

  it('changes the answers of a whole group at once; each that stood stays readable with the reason', async () => {
    const of = await work.fresh();
    const [first, , third] = await work.written(of, [QUIET, `${QUIET} біз`, QUIET.toUpperCase()]);
    const [group] = (await work.groupsOf(of)).items;
    const path = `${work.path(of, group?.id)}/answer`;
    const revision = { ...OTHER, why: WHY };
    await of.officer.put(`${path}/revision`).send(revision).expect(409);
    await of.officer
      .put(`/comments/${third?.id ?? ''}/answer`)
      .send(OTHER)
      .expect(200);
    const unchanged = await of.officer.put(`${path}/revision`).send(revision).expect(422);
    expect(unchanged.body).toMatchObject({ errors: [{ pointer: '/reasons', code: 'unchanged' }] });
    await of.officer.put(path).send(ANSWER).expect(200);
    await colleague
      .put(`${path}/revision`)
      .send({ ...OTHER })
      .expect(422);
    await (await work.strangeOfficer()).put(`${path}/revision`).send(revision).expect(403);
    const revised = await colleague.put(`${path}/revision`).send(revision).expect(200);
    expect((revised.body as Group).moves).toContain('revision');
    const outcomes = (await work.commentsOf(of, group?.id)).map(({ answer }) => answer?.outcome);
    expect(outcomes).toEqual(['accepted', 'accepted', 'accepted']);
    const earlier = await test.anyone.get(`/comments/${first?.id ?? ''}/earlier-answers`).expect(200);
    expect(earlier.body).toMatchObject({ items: [{ number: 1, ...ANSWER, why: WHY }] });
    const untouched = await test.anyone.get(`/comments/${third?.id ?? ''}/earlier-answers`).expect(200);
    expect(untouched.body).toMatchObject({ items: [] });
    const acts = await test.anyone.get(`/journal?subject=comment:${first?.id ?? ''}`).expect(200);
    expect((acts.body as { items: object[] }).items.at(-1)).toMatchObject({
      what: 'comment.answer-revised',
      data: { outcome: 'accepted', number: 2, groupId: group?.id },
    });
    await of.officer
      .put(`${path}/revision`)
      .send({ ...ANSWER, why: WHY })
      .expect(200);
    const twice = await test.anyone.get(`/comments/${first?.id ?? ''}/earlier-answers`).expect(200);
    expect((twice.body as { items: { number: number }[] }).items.map(({ number }) => number)).toEqual([2, 1]);
  });
});
