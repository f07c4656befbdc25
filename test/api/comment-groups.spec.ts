import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { GROUP_COMMENTS } from '../../src/comment-groups/index.js';
import { UnitOfWork } from '../../src/platform/database/index.js';
import { Jobs } from '../../src/platform/jobs/index.js';
import { ImportsService, readPortalPage } from '../../src/imports/index.js';
import { OPERATOR } from '../../src/platform/kernel/index.js';
import { expectCountsRight, type Groups, GroupsAtWork, LIGHT, NOBODY, QUIET } from '../factories/comment-groups.js';
import type { PreparedConsultation } from '../factories/consultations.js';
import { portalPage } from '../factories/portal-pages.js';
import { person } from '../support/people.js';
import { SentStatements } from '../support/sent-statements.js';
import { until } from '../support/until.js';
import { startTestApplication, type TestApplication } from '../support/test-application.js';

describe('groups of comments of the same text', () => {
  let test: TestApplication;
  let work: GroupsAtWork;
  beforeAll(async () => {
    test = await startTestApplication();
    work = await GroupsAtWork.begin(test);
  });
  afterAll(() => test.close());

  /** Groups as sets of texts, in an order of their own. */
  const partition = async (of: PreparedConsultation): Promise<string[]> => {
    const groups = new Map<string | null, string[]>();
    for (const { groupId, text } of await work.commentsOf(of)) {
      groups.set(groupId, [...(groups.get(groupId) ?? []), text ?? '']);
    }
    expect(groups.has(null)).toBe(false);
    return [...groups.values()].map((texts) => texts.sort().join(' | ')).sort();
  };

  describe('are found', () => {
    it('with copies and different texts counted, the largest first, short texts only where they are the same', async () => {
      const of = await work.fresh();
      const texts = [
        QUIET,
        LIGHT,
        QUIET,
        `${QUIET}!!`,
        QUIET.replace('жұмыстары', 'жұмысы'),
        'Қолдаймын',
        'қолдаймын.',
        'Қолдамаймын',
      ];
      await work.write(of, texts);
      expect(await work.groupsOf(of)).toMatchObject({ items: [], grouped: 0, waiting: 8 });
      expect(await work.grouping.sweep()).toBe(8);
      const { items, ...rest } = await work.groupsOf(of);
      expect(items.map(({ comments, texts: different }) => [comments, different])).toEqual([
        [4, 3],
        [2, 2],
        [1, 1],
        [1, 1],
      ]);
      expect(items[0]).toMatchObject({ withdrawn: 0, answered: 0, unanswered: 4, sample: { text: QUIET, number: 1 } });
      expect(rest).toMatchObject({
        next: null,
        grouped: 8,
        waiting: 0,
        method: { piece: 5, similarity: 0.8, leastWords: 6 },
      });
      expect((await work.commentsOf(of, items[0]?.id)).map(({ number }) => number)).toEqual([1, 3, 4, 5]);
      const large = await work.groupsOf(of, '?atLeast=2');
      expect(large.items.map(({ comments }) => comments)).toEqual([4, 2]);
    });

    it('page by page, each once, also where many are of one size', async () => {
      const of = await work.fresh();
      await work.written(of, [QUIET, QUIET, ...['бір', 'екі', 'үш', 'төрт', 'бес']]);
      const seen: string[] = [];
      for (let next: string | null = ''; next !== null;) {
        const page: Groups = await work.groupsOf(of, `?limit=2${next && `&after=${next}`}`);
        seen.push(...page.items.map(({ id }) => id));
        ({ next } = page);
      }
      expect(seen).toHaveLength(6);
      expect(new Set(seen).size).toBe(6);
      await test.anyone.get(`${work.path(of)}?after=x`).expect(400);
      await test.anyone.get(`${work.path(of)}?atLeast=x`).expect(400);
    });

    it('the same whatever the order and the size of the batches', async () => {
      const chain = ['', ' біз', ' біз бәріміз', ' біз бәріміз осында', ' біз бәріміз осында тұрамыз'];
      const texts = [
        ...chain.map((end) => QUIET + end),
        ...['', ' Срочно', ' Срочно нужно'].map((end) => LIGHT + end),
        ...[QUIET.toUpperCase(), LIGHT.replaceAll(' ', '  '), 'Иә', 'иә', 'Жоқ'],
      ];
      const found: string[][] = [];
      for (const [size, order] of [
        [1, texts],
        [2, [...texts].reverse()],
        [3, [...texts.filter((_, at) => at % 2 === 0), ...texts.filter((_, at) => at % 2 === 1)]],
        [4, [...texts.filter((_, at) => at % 3 === 2), ...texts.filter((_, at) => at % 3 !== 2).reverse()]],
        [100, texts],
      ] as [number, string[]][]) {
        const of = await work.fresh();
        await work.write(of, order);
        expect(await work.grouping.group(of.consultationId, size)).toBe(texts.length);
        found.push(await partition(of));
      }
      expect(found[0]).toHaveLength(4);
      for (const other of found.slice(1)) expect(other).toEqual(found[0]);
    });

    it('once, though a worker is killed in the middle or two are at it', async () => {
      const of = await work.fresh();
      await work.write(of, [QUIET, QUIET, LIGHT, `${QUIET} біз`, LIGHT, QUIET]);
      await test.database.query(`create function die() returns trigger language plpgsql as $$
        begin raise exception 'killed'; end $$;
        create trigger die before update on comment_group_cursors for each row execute function die()`);
      await expect(work.grouping.next(of.consultationId, 3)).rejects.toThrow();
      expect(await work.groupsOf(of)).toMatchObject({ items: [], grouped: 0, waiting: 6 });
      await test.database.query('drop trigger die on comment_group_cursors; drop function die()');
      const counts = await Promise.all([
        work.grouping.group(of.consultationId, 2),
        work.grouping.group(of.consultationId, 2),
      ]);
      const rest = await work.grouping.group(of.consultationId, 2);
      expect(counts[0] + counts[1] + rest).toBe(6);
      const before = await work.groupsOf(of);
      expect(before.items.map(({ comments, texts }) => [comments, texts])).toEqual([
        [4, 2],
        [2, 1],
      ]);
      expect(await work.grouping.sweep()).toBe(0);
      expect(await work.groupsOf(of)).toEqual(before);
    });

    it('in every other consultation though one cannot be grouped', async () => {
      const [bad, good] = [await work.fresh(), await work.fresh()];
      await work.write(bad, [QUIET]);
      await work.write(good, [QUIET, QUIET]);
      await test.database.query(`create function refuse() returns trigger language plpgsql as $$
        begin if new.consultation_id = '${bad.consultationId}' then raise exception 'refused'; end if; return new; end $$;
        create trigger refuse before insert on comment_groups for each row execute function refuse()`);
      await expect(work.grouping.sweep()).rejects.toThrow('Not all comments could be grouped.');
      expect(await work.groupsOf(good)).toMatchObject({ grouped: 2, waiting: 0 });
      expect(await work.groupsOf(bad)).toMatchObject({ grouped: 0, waiting: 1 });
      await test.database.query('drop trigger refuse on comment_groups; drop function refuse()');
      expect(await work.grouping.sweep()).toBe(1);
    });

    it('of imported comments as of all others', async () => {
      const [imported] = await test.app.get(ImportsService).import([readPortalPage(portalPage())], OPERATOR);
      await work.grouping.sweep();
      const of = { ...work.open, consultationId: imported?.consultationId ?? '' };
      const { items, grouped } = await work.groupsOf(of);
      expect(grouped).toBe(2);
      expect(items.reduce((sum, { comments }) => sum + comments, 0)).toBe(2);
      const answered = (await work.commentsOf(of)).filter(({ state }) => state === 'answered').length;
      expect(items.reduce((sum, group) => sum + group.answered, 0)).toBe(answered);
    });

    it('by the worker, whose task runs every minute', async () => {
      const of = await work.fresh();
      await work.write(of, [QUIET, QUIET]);
      const jobs = test.app.get(Jobs);
      await jobs.start();
      await test.app.get(UnitOfWork).run(() => jobs.add(GROUP_COMMENTS, {}));
      await until(async () => (await work.groupsOf(of)).grouped === 2);
      await jobs.stop();
      expect((await work.groupsOf(of)).items).toMatchObject([{ comments: 2, texts: 1 }]);
    });

    it('later in a rush, so that admission comes first', async () => {
      const of = await work.fresh();
      await work.write(of, [QUIET]);
      await test.database.query('update comment_counters set comments = 5000 where consultation_id = $1', [
        of.consultationId,
      ]);
      await test.database.query(
        `insert into comments select (jsonb_populate_record(c, jsonb_build_object('id', gen_random_uuid(), 'number', 5000,
           'receipt', 'x' || c.receipt, 'first_of_participant', false, 'repeat_hash', null))).* from comments c where consultation_id = $1`,
        [of.consultationId],
      );
      expect(await work.grouping.sweep()).toBe(0);
      test.clock.set('2026-03-02T10:00:30+05:00');
      expect(await work.grouping.sweep()).toBe(2);
      test.clock.set('2026-03-02T10:00:00+05:00');
    });

    it('at the cost of one page, however many comments they hold', async () => {
      const of = await work.fresh();
      await work.written(of, [QUIET, LIGHT]);
      const sent = new SentStatements(test);
      const ask = () => test.anyone.get(work.path(of)).set('Cookie', 'none=1').expect(200);
      await ask();
      const few = await sent.during(ask);
      await work.written(
        of,
        Array.from({ length: 30 }, (_, at) => (at % 2 === 0 ? QUIET : `${LIGHT} ${at}`)),
      );
      const many = await sent.during(ask);
      expect(many.sent).toBe(few.sent);
      expect((many.result.body as Groups).items.map(({ comments }) => comments)).toEqual([16, 16]);
    });
  });

  describe('show no text that was taken back', () => {
    it('but count it as withdrawn', async () => {
      const of = await work.fresh();
      const author = await person(test);
      const secret = `${QUIET} Абай 1.`;
      const [mine] = await work.written(of, [secret], author);
      const [other] = await work.written(of, [QUIET]);
      const [group] = (await work.groupsOf(of)).items;
      expect(group).toMatchObject({ comments: 2, texts: 2, sample: { commentId: mine?.id, text: secret } });
      await author.put(`/comments/${mine?.id ?? ''}/withdrawal`).expect(200);
      const after = await test.anyone.get(work.path(of)).expect(200);
      expect(after.text).not.toContain('Абай');
      expect((after.body as Groups).items).toMatchObject([
        { id: group?.id, comments: 1, texts: 1, withdrawn: 1, unanswered: 1, sample: { commentId: other?.id } },
      ]);
      expect((await work.commentsOf(of, group?.id)).map(({ text }) => text)).toEqual([null, QUIET]);
    });

    it('nor one that was hidden, which stays counted', async () => {
      const of = await work.fresh();
      const [hidden] = await work.written(of, [`${QUIET} Абай 2.`]);
      const [other] = await work.written(of, [QUIET]);
      const why = { ground: 'personal_data', explanation: { kk: 'Біреудің аты', ru: 'Чужое имя' } };
      await of.officer
        .put(`/comments/${hidden?.id ?? ''}/concealment`)
        .send(why)
        .expect(200);
      const after = await test.anyone.get(work.path(of)).expect(200);
      expect(after.text).not.toContain('Абай');
      expect((after.body as Groups).items).toMatchObject([{ comments: 2, texts: 2, sample: { commentId: other?.id } }]);
      await of.officer
        .put(`/comments/${other?.id ?? ''}/concealment`)
        .send(why)
        .expect(200);
      expect((await work.groupsOf(of)).items).toMatchObject([{ comments: 2, unanswered: 2, sample: null }]);
    });

    it('and have no sample where nothing is left', async () => {
      const of = await work.fresh();
      const author = await person(test);
      const [mine] = await work.write(of, [QUIET], author);
      await author.put(`/comments/${mine?.id ?? ''}/withdrawal`).expect(200);
      await work.grouping.sweep();
      expect((await work.groupsOf(of)).items).toMatchObject([
        { comments: 0, texts: 0, withdrawn: 1, unanswered: 0, sample: null },
      ]);
    });
  });

  it('are not found where there is no such consultation or group, or in another consultation', async () => {
    const of = await work.fresh();
    await work.written(of, [QUIET]);
    const [group] = (await work.groupsOf(of)).items;
    const other = await work.fresh();
    for (const wrong of [
      work.path({ ...of, consultationId: NOBODY }),
      work.path(of, NOBODY),
      work.path(other, group?.id),
      work.path(of, 'x'),
    ]) {
      await test.anyone.get(wrong).expect(404);
    }
  });

  it('have counters that agree with the comments, whatever happened', () => expectCountsRight(test, 20));
});
