import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { expectCountsRight, type Group, GroupsAtWork, LIGHT, NOBODY, QUIET } from '../factories/comment-groups.js';
import { person, type Person } from '../support/people.js';
import { startTestApplication, type TestApplication } from '../support/test-application.js';

const REASON = { kk: 'Басқа нәрсе туралы', ru: 'О другом' };
const ANSWER = { outcome: 'partly', reasons: { kk: 'Ескерілді', ru: 'Учтено' } };

describe('groups that an officer splits and merges', () => {
  let test: TestApplication;
  let work: GroupsAtWork;
  beforeAll(async () => {
    test = await startTestApplication();
    work = await GroupsAtWork.begin(test);
  });
  afterAll(() => test.close());

  it('for good: no computation undoes it, and copies of a text that left follow it', async () => {
    const of = await work.fresh();
    const [, , strange] = await work.written(of, [QUIET, `${QUIET} біз`, `${QUIET} емес`]);
    const [group] = (await work.groupsOf(of)).items;
    const parts = { comments: [strange?.id], reason: REASON };
    const split = await of.officer
      .post(`${work.path(of, group?.id)}/separation`)
      .send(parts)
      .expect(201);
    const apart = split.body as Group;
    expect(apart).toMatchObject({
      comments: 1,
      texts: 1,
      decisions: [{ kind: 'split', fromId: group?.id, comments: 1, reason: REASON }],
    });
    expect(await work.one(of, group?.id ?? '')).toMatchObject({ comments: 2, texts: 2, settledAt: expect.any(String) });
    await work.written(of, [`${QUIET} емес`, QUIET, `${QUIET} біз емес`]);
    expect(await work.one(of, apart.id)).toMatchObject({ comments: 2, texts: 1 });
    const { items } = await work.groupsOf(of);
    expect(items).toHaveLength(2);
    expect(items.reduce((sum, { comments }) => sum + comments, 0)).toBe(6);
    const journal = await test.anyone.get(`/journal?subject=comment-group:${group?.id ?? ''}`).expect(200);
    expect(journal.body).toMatchObject({
      items: [{ what: 'comment-group.split', data: { into: apart.id, comments: [strange?.id] } }],
    });
    expect(JSON.stringify(journal.body)).not.toContain(REASON.ru);
  });

  it('with one copy taken out, of which later copies stay where most are', async () => {
    const of = await work.fresh();
    const [first] = await work.written(of, [QUIET, QUIET, QUIET]);
    const [group] = (await work.groupsOf(of)).items;
    const apart = await of.officer
      .post(`${work.path(of, group?.id)}/separation`)
      .set('Idempotency-Key', 'split-1')
      .send({ comments: [first?.id], reason: REASON })
      .expect(201);
    const again = await of.officer
      .post(`${work.path(of, group?.id)}/separation`)
      .set('Idempotency-Key', 'split-1')
      .send({ comments: [first?.id], reason: REASON })
      .expect(201);
    expect((again.body as Group).id).toBe((apart.body as Group).id);
    await work.written(of, [QUIET]);
    expect((await work.groupsOf(of)).items.map(({ comments }) => comments)).toEqual([3, 1]);
  });

  it('into one: its comments, its texts and its address lead there', async () => {
    const of = await work.fresh();
    await work.written(of, [QUIET, QUIET, LIGHT]);
    const [quiet, light] = (await work.groupsOf(of)).items;
    const merger = { into: quiet?.id, reason: REASON };
    const merged = await of.officer
      .put(`${work.path(of, light?.id)}/merger`)
      .send(merger)
      .expect(200);
    expect(merged.body).toMatchObject({
      id: quiet?.id,
      comments: 3,
      texts: 2,
      decisions: [{ kind: 'merger', fromId: light?.id, comments: 1 }],
    });
    expect(await work.one(of, light?.id ?? '')).toMatchObject({ mergedInto: quiet?.id, comments: 0, sample: null });
    await work.written(of, [LIGHT, `${LIGHT} Срочно`]);
    expect((await work.groupsOf(of)).items).toMatchObject([{ id: quiet?.id, comments: 5, texts: 3 }]);
    const gone = await of.officer
      .put(`${work.path(of, light?.id)}/answer`)
      .send(ANSWER)
      .expect(409);
    expect(gone.body).toMatchObject({ mergedInto: quiet?.id });
  });

  it('only by officers of the body, with a reason in both languages, and within the consultation', async () => {
    const of = await work.fresh();
    const other = await work.fresh();
    const [first, second] = await work.written(of, [QUIET, QUIET, LIGHT]);
    const [foreign] = await work.written(other, [QUIET]);
    const [quiet, light] = (await work.groupsOf(of)).items;
    const [elsewhere] = (await work.groupsOf(other)).items;
    const split = (by: Pick<Person, 'post'>, body: object) =>
      by.post(`${work.path(of, quiet?.id)}/separation`).send(body);
    const parts = { comments: [first?.id], reason: REASON };
    await split(test.anyone, parts).expect(401);
    await split(await person(test), parts).expect(403);
    await split(await work.strangeOfficer(), parts).expect(403);
    const wrong: [object, string, string][] = [
      [{ comments: [first?.id] }, '/reason', ''],
      [{ ...parts, reason: { kk: 'Иә' } }, '/reason/ru', ''],
      [{ ...parts, comments: [] }, '/comments', 'too-few'],
      [{ ...parts, comments: ['x'] }, '/comments', 'id-expected'],
      [{ ...parts, comments: [first?.id, foreign?.id] }, '/comments/1', 'not-in-group'],
      [{ ...parts, comments: [first?.id, second?.id] }, '/comments', 'whole-group'],
    ];
    for (const [body, pointer, code] of wrong) {
      const refused = await split(of.officer, body).expect(422);
      const [error] = (refused.body as { errors: { pointer: string; code: string }[] }).errors;
      expect(error?.pointer).toBe(pointer);
      if (code !== '') expect(error?.code).toBe(code);
    }
    for (const into of [quiet?.id, NOBODY, elsewhere?.id]) {
      const merger = of.officer.put(`${work.path(of, quiet?.id)}/merger`).send({ into, reason: REASON });
      expect((await merger.expect(422)).body).toMatchObject({ errors: [{ pointer: '/into' }] });
    }
    await of.officer
      .put(`${work.path(of, quiet?.id)}/merger`)
      .send({ into: light?.id })
      .expect(422);
    await (
      await person(test)
    )
      .put(`${work.path(of, quiet?.id)}/merger`)
      .send({ into: light?.id, reason: REASON })
      .expect(403);
    expect((await work.groupsOf(of)).items.map(({ comments }) => comments)).toEqual([2, 1]);
  });
  it('have counters that agree with the comments, whatever happened', () => expectCountsRight(test, 5));
});
