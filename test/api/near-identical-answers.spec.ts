import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { QueryRunner } from 'typeorm';
import { Answers1763776800105 } from '../../migrations/1763776800105-answers.js';
import { WordingsService } from '../../src/answers/index.js';
import { migrate } from '../../src/platform/database/index.js';
import { GroupsAtWork, LIGHT, NOBODY, QUIET, type GroupedComment } from '../factories/comment-groups.js';
import type { PreparedConsultation } from '../factories/consultations.js';
import { startTestApplication, type TestApplication } from '../support/test-application.js';

interface Figures {
  comments: number;
  answers: number;
  distinct: number;
  nearIdentical: number;
  share: string | null;
  computedAt: string | null;
  pending: boolean;
  repeated: { consultationId: string; reasons: { kk: string; ru: string }; answers: number; comments: number }[];
}

const TEMPLATE = {
  kk: 'Құрметті пайдаланушы, порталдың соңғы техникалық жаңартуларына сәйкес жобаларды орналастыру тәртібі өзгертілді.',
  ru: 'Уважаемый пользователь, согласно последним доработкам портала порядок размещения проектов был изменён.',
};
/** The same with a greeting and other punctuation. */
const NEARLY = { kk: `${TEMPLATE.kk} Рақмет!`, ru: TEMPLATE.ru.toUpperCase() };
const OWN = {
  kk: 'Аулаға он екі шам қазан айының соңына дейін орнатылады, оған қаражат бюджетте көзделген.',
  ru: 'Двенадцать фонарей будут установлены во дворе до конца октября, средства в бюджете предусмотрены.',
};
const TREES = 'Көшенің екі жағына қарағаш пен үйеңкі отырғызылсын, жазда көлеңке жоқ деп өтінеміз.';

describe('the share of near-identical answers', () => {
  let test: TestApplication;
  let work: GroupsAtWork;
  let wordings: WordingsService;
  beforeAll(async () => {
    test = await startTestApplication();
    work = await GroupsAtWork.begin(test);
    wordings = test.app.get(WordingsService);
  });
  afterAll(() => test.close());

  const read = async (path: string): Promise<Figures> => (await test.anyone.get(path).expect(200)).body as Figures;
  const figuresOf = ({ consultationId }: PreparedConsultation): Promise<Figures> =>
    read(`/consultations/${consultationId}/answers`);
  const answer = (
    of: PreparedConsultation,
    comment: GroupedComment | undefined,
    reasons: object,
    outcome = 'declined',
  ) =>
    of.officer
      .put(`/comments/${comment?.id ?? ''}/answer`)
      .send({ outcome, reasons })
      .expect(200);

  it('counts a template that stands under comments of different groups', async () => {
    const of = await work.fresh();
    const [quiet, light, trees] = await work.written(of, [QUIET, LIGHT, TREES]);
    expect(await figuresOf(of)).toMatchObject({ answers: 0, share: null, computedAt: null, pending: false });
    await answer(of, quiet, TEMPLATE);
    await answer(of, light, OWN, 'accepted');
    await answer(of, trees, NEARLY);
    expect(await figuresOf(of)).toMatchObject({ answers: 0, share: null, pending: true });
    await wordings.sweep();
    expect(await figuresOf(of)).toMatchObject({
      ...{ comments: 3, answers: 3, distinct: 2, nearIdentical: 2, share: '2/3', pending: false },
      repeated: [{ consultationId: of.consultationId, answers: 2, comments: 2 }],
      method: { similarity: 0.8, piece: 5, leastWords: 6 },
    });
  });

  it('but not an answer given once to a group, nor copies of a group answered one by one', async () => {
    const of = await work.fresh();
    await work.written(of, [QUIET, QUIET, `${QUIET} біз`, LIGHT, LIGHT]);
    const [group] = (await work.groupsOf(of)).items;
    await of.officer
      .put(`${work.path(of, group?.id)}/answer`)
      .send({ outcome: 'partly', reasons: TEMPLATE })
      .expect(200);
    for (const comment of (await work.commentsOf(of)).slice(3)) await answer(of, comment, OWN);
    await wordings.sweep();
    expect(await figuresOf(of)).toMatchObject({
      ...{ comments: 5, answers: 2, distinct: 2, nearIdentical: 0, share: '0', repeated: [] },
    });
  });

  it('takes short reasons for repeated only where they are the same in both languages', async () => {
    const of = await work.fresh();
    const [quiet, light, trees, other] = await work.written(of, [QUIET, LIGHT, TREES, 'Мүлде басқа бір ой.']);
    await answer(of, quiet, { kk: 'Ескертуіңіз толық ескерілді', ru: 'Ваше замечание учтено полностью' }, 'accepted');
    await answer(of, light, { kk: 'Ескертуіңіз толық ескерілмеді', ru: 'Ваше замечание не учтено полностью' });
    await answer(of, trees, { kk: 'ЕСКЕРТУІҢІЗ толық ескерілді.', ru: 'Ваше замечание учтено полностью!' }, 'accepted');
    await answer(of, other, { kk: 'Ескертуіңіз толық ескерілді', ru: 'Другое' }, 'accepted');
    await wordings.sweep();
    expect(await figuresOf(of)).toMatchObject({ answers: 4, distinct: 3, nearIdentical: 2, share: '1/2' });
  });

  it('follows comments from group to group: what becomes one group has one answer', async () => {
    const of = await work.fresh();
    const [quiet, light] = await work.written(of, [QUIET, LIGHT]);
    await answer(of, quiet, TEMPLATE);
    await answer(of, light, TEMPLATE);
    await wordings.sweep();
    expect(await figuresOf(of)).toMatchObject({ answers: 2, nearIdentical: 2, share: '1' });
    const [from, into] = (await work.groupsOf(of)).items;
    const reason = { kk: 'Бір нәрсе туралы', ru: 'Об одном' };
    await of.officer
      .put(`${work.path(of, from?.id)}/merger`)
      .send({ into: into?.id, reason })
      .expect(200);
    await wordings.sweep();
    expect(await figuresOf(of)).toMatchObject({ comments: 2, answers: 1, nearIdentical: 0, share: '0', repeated: [] });
  });

  it('comes to the same, whether texts are compared at once or one by one', async () => {
    const of = await work.fresh();
    const texts = Array.from({ length: 6 }, (_, at) => `${'абвгде'.charAt(at).repeat(9)} ${TREES.slice(at * 9)} ${at}`);
    const comments = await work.written(of, texts);
    const reasons = [TEMPLATE, OWN, NEARLY, TEMPLATE, { kk: `Сәлем! ${OWN.kk}`, ru: OWN.ru }, { kk: 'Бір', ru: 'Раз' }];
    for (const [at, comment] of comments.entries()) await answer(of, comment, reasons[at] ?? OWN);
    await wordings.compare(of.consultationId, 1);
    const oneByOne = await figuresOf(of);
    expect(oneByOne).toMatchObject({ answers: 6, distinct: 3, nearIdentical: 5, share: '5/6', pending: false });
    expect(oneByOne.repeated.map(({ answers }) => answers)).toEqual([3, 2]);
    const again = await work.fresh();
    for (const [at, comment] of (await work.written(again, texts)).entries()) {
      await answer(again, comment, reasons[at] ?? OWN);
    }
    await wordings.compare(again.consultationId);
    const { comments: of6, answers, distinct, nearIdentical, share } = oneByOne;
    expect(await figuresOf(again)).toMatchObject({ comments: of6, answers, distinct, nearIdentical, share });
  });

  it('adds up the discussions of a body, and is a problem for what there is not', async () => {
    const rows = await test.database.query<Record<'comments' | 'answers' | 'near', number>>(
      'select sum(comments)::int as comments, sum(answers)::int as answers, sum(near_identical)::int as near from answer_figures',
    );
    const of = await read(`/bodies/${work.open.bodyId}/answers`);
    expect(of).toMatchObject({ comments: rows[0]?.comments, answers: rows[0]?.answers, nearIdentical: rows[0]?.near });
    expect(of.answers).toBeGreaterThanOrEqual(22);
    const counts = of.repeated.map(({ answers }) => answers);
    expect(counts).toEqual([...counts].sort((one, other) => other - one));
    await test.anyone.get(`/bodies/${NOBODY}/answers`).expect(404);
    await test.anyone.get(`/consultations/${NOBODY}/answers`).expect(404);
  });

  it('counts answers that were given before there was this count', async () => {
    const path = `/bodies/${work.open.bodyId}/answers`;
    const { comments, answers, distinct, nearIdentical, share } = await read(path);
    const migration = new Answers1763776800105();
    const runner = { query: (sql: string) => test.database.query(sql) } as unknown as QueryRunner;
    await migration.down(runner);
    await test.database.query('delete from migrations where name = $1', [migration.name]);
    await migrate(test.database.ownerUrl, test.database.url);
    // A cookie keeps the answer out of the memory of public answers, which no act has emptied.
    const fresh = await test.anyone.get(path).set('Cookie', 'none=1').expect(200);
    expect(fresh.body).toMatchObject({ answers: 0, computedAt: null, pending: true });
    await wordings.sweep();
    expect(await read(path)).toMatchObject({ comments, answers, distinct, nearIdentical, share, pending: false });
  });
});
