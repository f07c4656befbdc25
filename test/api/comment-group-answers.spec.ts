import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { expectCountsRight, type Group, GroupsAtWork, LIGHT, NOBODY, QUIET } from '../factories/comment-groups.js';
import { person, signIn } from '../support/people.js';
import { SentStatements } from '../support/sent-statements.js';
import { startTestApplication, type TestApplication } from '../support/test-application.js';

const REASONS = { kk: 'Ескерілді', ru: 'Учтено' };
const ANSWER = { outcome: 'partly', reasons: REASONS };
const REASON = { kk: 'Басқа нәрсе туралы', ru: 'О другом' };

describe('one answer for a group of comments', () => {
  let test: TestApplication;
  let work: GroupsAtWork;
  beforeAll(async () => {
    test = await startTestApplication();
    work = await GroupsAtWork.begin(test);
  });
  afterAll(() => test.close());

  it('every comment that waits, with one act for the group and one for each comment', async () => {
    const of = await work.fresh();
    const author = await person(test);
    const [alone] = await work.written(of, [QUIET, QUIET, `${QUIET} біз`]);
    const [mine] = await work.written(of, [QUIET], author);
    await of.officer
      .put(`/comments/${alone?.id ?? ''}/answer`)
      .send({ outcome: 'declined', reasons: REASONS })
      .expect(200);
    const [group] = (await work.groupsOf(of)).items;
    expect(group).toMatchObject({ comments: 4, answered: 1, unanswered: 3 });
    const answered = await of.officer
      .put(`${work.path(of, group?.id)}/answer`)
      .send(ANSWER)
      .expect(200);
    expect(answered.body).toMatchObject({ comments: 4, answered: 4, unanswered: 0 });
    expect((answered.body as Group).moves).toEqual(['revision', 'separation', 'merger']);
    const outcomes = (await work.commentsOf(of, group?.id)).map(({ answer }) => answer?.outcome);
    expect(outcomes).toEqual(['declined', 'partly', 'partly', 'partly']);
    const receipt = await test.anyone.get(`/receipts/${mine?.receipt.number ?? ''}`).expect(200);
    expect(receipt.body).toMatchObject({ state: 'answered', answer: ANSWER });
    const own = await author.get('/me/comments').expect(200);
    expect(own.body).toMatchObject({ items: [{ answer: ANSWER }] });
    const act = await test.anyone.get(`/journal?subject=comment-group:${group?.id ?? ''}`).expect(200);
    expect(act.body).toMatchObject({
      items: [
        {
          what: 'comment-group.answered',
          data: { consultationId: of.consultationId, outcome: 'partly', comments: 3 },
        },
      ],
    });
    const history = await test.anyone.get(`/journal?subject=comment:${mine?.id ?? ''}`).expect(200);
    expect((history.body as { items: object[] }).items.at(-1)).toMatchObject({
      what: 'comment.answered',
      actor: { kind: 'account' },
      data: { consultationId: of.consultationId, outcome: 'partly', groupId: group?.id },
    });
  });

  it('but not who joins later: he waits, and can be answered with the rest', async () => {
    const of = await work.fresh();
    await work.written(of, [QUIET, QUIET]);
    const [group] = (await work.groupsOf(of)).items;
    const answer = () => of.officer.put(`${work.path(of, group?.id)}/answer`);
    await answer().send(ANSWER).expect(200);
    const again = await answer().send(ANSWER).expect(409);
    expect(again.body).toMatchObject({ detail: 'Бұл топта жауап күтіп тұрған ескерту жоқ.' });
    await work.written(of, [QUIET]);
    expect((await work.groupsOf(of, '?unanswered=true')).items).toMatchObject([
      { id: group?.id, answered: 2, unanswered: 1 },
    ]);
    expect((await work.commentsOf(of, group?.id)).at(-1)).toMatchObject({ state: 'accepted', answer: null });
    await answer().send(ANSWER).expect(200);
    expect((await work.groupsOf(of, '?unanswered=true')).items).toEqual([]);
  });

  it('by the same number of statements for many as for few', async () => {
    const of = await work.fresh();
    await work.written(of, [QUIET, QUIET, ...Array.from({ length: 40 }, () => LIGHT)]);
    const [large, small] = (await work.groupsOf(of)).items;
    const sent = new SentStatements(test);
    const answer = (id = '') =>
      sent.during(() =>
        of.officer
          .put(`${work.path(of, id)}/answer`)
          .send(ANSWER)
          .expect(200),
      );
    const [few, many] = [await answer(small?.id), await answer(large?.id)];
    expect(many.sent).toBe(few.sent);
    expect(many.result.body).toMatchObject({ answered: 40 });
    const [entries] = await test.database.query<{ count: number }>(
      `select count(*)::int as count from journal where what = 'comment.answered' and entry like '%' || $1 || '%'`,
      [large?.id],
    );
    expect(entries?.count).toBe(40);
  });

  it('only as a single comment is: not by others, not without reasons, not after another text joined unseen', async () => {
    const of = await work.fresh();
    await work.written(of, [QUIET, QUIET]);
    const [group] = (await work.groupsOf(of)).items;
    const at = `${work.path(of, group?.id)}/answer`;
    await test.anyone.put(at).send(ANSWER).expect(401);
    await (await person(test)).put(at).send(ANSWER).expect(403);
    await (await work.strangeOfficer()).put(at).send(ANSWER).expect(403);
    await of.officer.put(at).send({ outcome: 'partly' }).expect(422);
    await of.officer
      .put(at)
      .send({ ...ANSWER, reasons: { kk: 'Иә' } })
      .expect(422);
    const other = await work.fresh();
    await of.officer
      .put(`${work.path(other, group?.id)}/answer`)
      .send(ANSWER)
      .expect(404);
    await of.officer
      .put(`${work.path(of, NOBODY)}/answer`)
      .send(ANSWER)
      .expect(404);
    const read = await of.officer.get(work.path(of, group?.id)).expect(200);
    await work.written(of, [QUIET]);
    const same = await of.officer.get(work.path(of, group?.id)).expect(200);
    expect(/v\d+/.exec(same.headers['etag'] ?? '')?.[0]).toBe(/v\d+/.exec(read.headers['etag'] ?? '')?.[0]);
    await work.written(of, [`${QUIET} біз`]);
    await of.officer
      .put(at)
      .set('If-Match', read.headers['etag'] ?? '')
      .send(ANSWER)
      .expect(412);
    expect(await work.one(of, group?.id ?? '')).toMatchObject({ answered: 0, unanswered: 4 });
  });

  it('until the report is published; groups do not change either after it', async () => {
    const of = await work.fresh();
    await work.written(of, [QUIET, QUIET, LIGHT]);
    const [group, other] = (await work.groupsOf(of)).items;
    for (const id of [group?.id, other?.id])
      await of.officer
        .put(`${work.path(of, id)}/answer`)
        .send(ANSWER)
        .expect(200);
    test.clock.set('2026-04-20T10:00:00+05:00');
    const officer = await signIn(test, of.officer.email, of.officer.accountId);
    await officer.put(`/consultations/${of.consultationId}/report`).send({}).expect(200);
    const late = await officer
      .put(`${work.path(of, group?.id)}/answer`)
      .send(ANSWER)
      .expect(409);
    expect(late.body).toMatchObject({ state: 'reported' });
    const [first] = await work.commentsOf(of, group?.id);
    const parts = { comments: [first?.id], reason: REASON };
    const split = await officer
      .post(`${work.path(of, group?.id)}/separation`)
      .send(parts)
      .expect(409);
    expect(split.body).toMatchObject({ state: 'reported' });
    await officer
      .put(`${work.path(of, group?.id)}/merger`)
      .send({ into: other?.id, reason: REASON })
      .expect(409);
    expect(await work.one(of, group?.id ?? '', officer)).toMatchObject({ moves: [] });
    test.clock.set('2026-03-02T10:00:00+05:00');
  });
  it('have counters that agree with the comments, whatever happened', () => expectCountsRight(test, 5));
});
