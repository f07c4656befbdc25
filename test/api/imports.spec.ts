import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ImportsService, readPortalPage, type Imported } from '../../src/imports/index.js';
import { OPERATOR } from '../../src/platform/kernel/index.js';
import { portalPage } from '../factories/portal-pages.js';
import { rowsOf } from '../support/rows.js';
import { startTestApplication, type TestApplication } from '../support/test-application.js';

let test: TestApplication;
beforeAll(async () => {
  test = await startTestApplication({ at: '2026-11-22T10:00:00+05:00' });
});
afterAll(() => test.close());

const take = (...pages: string[]): Promise<Imported[]> =>
  test.app.get(ImportsService).import(pages.map(readPortalPage), OPERATOR);

const read = async <T>(path: string): Promise<T> => (await test.anyone.get(path).expect(200)).body as T;

const stored = (): Promise<unknown> => rowsOf(test.database);

interface Texts {
  kk: string;
  ru: string;
}
interface Consultation {
  id: string;
  state: string;
  phase: string;
  title: Texts;
  summary: Texts;
  objectives: Texts;
  bodyId: string;
  breaches: unknown[];
}
interface Draft {
  version: number;
  provisions: { id: string; number: string; heading: Texts | null; text: Texts }[];
}
interface Comment {
  id: string;
  number: number;
  channel: string;
  text: string;
  answer: { outcome: string; reasons: Texts } | null;
}

const pageOf = (number: string, shown: Parameters<typeof portalPage>[0] = {}): string =>
  portalPage({ number, ...shown });

describe('a discussion taken over from the national portal', () => {
  it('keeps its real dates and shows the rule that its window broke', async () => {
    const [imported] = await take(pageOf('201'));
    const consultation = await read<Consultation>(`/consultations/${imported?.consultationId}`);
    expect(imported).toMatchObject({ what: 'created', comments: 2 });
    expect(consultation).toMatchObject({
      state: 'reported',
      phase: 'reported',
      reportedOn: null,
      source: 'open-npa',
      actType: 'ministerial_order',
      category: 'migration-and-citizenship',
      publishedOn: '2026-09-09',
      closesOn: '2026-09-14',
      dueOn: '2026-09-28',
      breaches: [{ rule: 'K8.window', required: '2026-09-23', actual: '2026-09-14' }],
    });
  });

  it('breaks no rule when its window was long enough', async () => {
    const [imported] = await take(pageOf('202', { until: '23/09/2026' }));
    expect((await read<Consultation>(`/consultations/${imported?.consultationId}`)).breaches).toEqual([]);
  });

  it('makes the rows of its table provisions, and fills the language that was not read', async () => {
    const [imported] = await take(pageOf('203'));
    const draft = await read<Draft>(`/consultations/${imported?.consultationId}/draft`);
    const words = 'Проект налогов\nВторая строка\nТретья строка';
    expect(draft.version).toBe(2);
    expect(draft.provisions.map(({ number, heading }) => [number, heading])).toEqual([
      ['1', { kk: 'Наименование', ru: 'Наименование' }],
      ['2', { kk: 'Орган', ru: 'Орган' }],
    ]);
    expect(draft.provisions[0]?.text).toEqual({ kk: words, ru: words });
    const source = await read<object>(`/consultations/${imported?.consultationId}/source`);
    expect(source).toMatchObject({
      externalId: '203',
      url: 'https://legalacts.egov.kz/npa/view?id=203',
      languages: ['ru'],
      bodyName: { ru: 'Орган' },
      files: [{ language: 'ru', name: 'проект.docx' }],
      counters: { comments: 3, views: 822 },
      missingEntries: 0,
      reportUrl: 'https://legalacts.egov.kz/report?id=203',
    });
  });

  it('has its comments by channel, with outcome and reasons', async () => {
    const [imported] = await take(pageOf('204'));
    const { items } = await read<{ items: Comment[] }>(`/consultations/${imported?.consultationId}/comments`);
    expect(items).toMatchObject([
      {
        number: 1,
        channel: 'business',
        state: 'accepted',
        text: 'Без ответа',
        participant: 1,
        answer: null,
        author: null,
      },
      {
        number: 2,
        channel: 'business',
        state: 'answered',
        participant: 2,
        acceptedAt: '2026-09-10T06:05:00.000Z',
        answer: {
          outcome: 'declined',
          reasons: { kk: 'Спасибо!', ru: 'Спасибо!' },
          answeredAt: '2026-09-10T07:24:00.000Z',
        },
      },
    ]);
    expect(await read(`/comments/${items[1]?.id}/source`)).toMatchObject({
      externalId: '102',
      author: 'Участник 2',
      fragment: { anchor: '3', label: '1\t\tНаименование...' },
      mark: 'not accepted',
      replies: [{ id: '103', author: 'Орган', text: 'Спасибо!' }],
      reasonsLanguage: 'ru',
    });
    const [comment] = await test.database.query<{ id: string }>(
      `update comments set concealment = '{"ground": "insult", "explanation": {"kk": "Қ", "ru": "О"},
        "concealedOn": "2026-09-11", "appeal": "none"}' where id = $1 returning id`,
      [items[1]?.id],
    );
    expect(await read(`/comments/${comment?.id ?? ''}/source`)).toMatchObject({ externalId: '102', author: null });
  });

  it('is one record, the same whichever language came first', async () => {
    const russian = (number: string): string => pageOf(number);
    const kazakh = (number: string): string =>
      pageOf(number, { language: 'kk', title: 'Тәртіп туралы' }).replace('Вторая строка', 'Екінші жол');
    const outcomes: unknown[] = [];
    for (const [number, pages] of [
      ['205', [russian, kazakh]],
      ['206', [kazakh, russian]],
    ] as const) {
      const [one] = await take(pages[0](number));
      const [other] = await take(pages[1](number));
      expect(other).toEqual({ consultationId: one?.consultationId, what: 'completed', comments: 0 });
      const id = one?.consultationId ?? '';
      const { title, summary } = await read<Consultation>(`/consultations/${id}`);
      const { provisions } = await read<Draft>(`/consultations/${id}/draft`);
      const { items } = await read<{ items: Comment[] }>(`/consultations/${id}/comments`);
      outcomes.push({
        ...{ title, summary },
        texts: provisions.map(({ heading, text }) => ({ heading, text })),
        comments: items.map(({ number: n, text }) => [n, text]),
        languages: (await read<{ languages: string[] }>(`/consultations/${id}/source`)).languages,
      });
    }
    expect(outcomes[0]).toEqual(outcomes[1]);
    expect(outcomes[0]).toMatchObject({
      title: { kk: 'Тәртіп туралы', ru: 'О порядке' },
      languages: ['kk', 'ru'],
      texts: [
        { text: { kk: expect.stringContaining('Екінші жол'), ru: expect.stringContaining('Вторая строка') } },
        {},
      ],
    });
  });

  it('read again changes nothing, neither rows nor journal', async () => {
    const pages = [pageOf('207'), pageOf('207', { language: 'kk', title: 'Тәртіп туралы' })];
    await take(...pages);
    const before = await stored();
    expect((await take(...pages)).map(({ what }) => what)).toEqual(['unchanged', 'unchanged']);
    expect(await stored()).toEqual(before);
  });

  it('is completed by a page that was saved later: new comments, a new answer, a later end', async () => {
    const early = { comments: ['10/09 - 11:05'], until: '14/09/2026' };
    const unanswered = pageOf('208', early).replace('fa fa-times-circle" title="Не принято"', 'fa"');
    const [first] = await take(unanswered);
    const path = `/consultations/${first?.consultationId}`;
    expect((await read<{ items: Comment[] }>(`${path}/comments`)).items).toMatchObject([{ state: 'accepted' }]);
    const [later] = await take(pageOf('208', { until: '30/09/2026' }));
    expect(later).toMatchObject({ what: 'completed', comments: 1 });
    expect(await read(path)).toMatchObject({ closesOn: '2026-09-30', breaches: [] });
    const { items } = await read<{ items: Comment[] }>(`${path}/comments`);
    expect(items).toMatchObject([
      { number: 1, state: 'answered', answer: { outcome: 'declined' } },
      { number: 2, state: 'accepted' },
    ]);
  });

  it('has a new version with the same provisions when its text was changed there, and takes no older page for news', async () => {
    const first = pageOf('209').replace('Версия 2', 'Версия 1');
    const [imported] = await take(first);
    const path = `/consultations/${imported?.consultationId}/draft`;
    const before = await read<Draft>(path);
    await take(pageOf('209').replace('Вторая строка', 'Новая строка'));
    const after = await read<Draft>(path);
    expect([before.version, after.version]).toEqual([1, 2]);
    expect(after.provisions.map(({ id }) => id)).toEqual(before.provisions.map(({ id }) => id));
    expect(after.provisions[0]?.text.ru).toContain('Новая строка');
    expect(await take(first)).toMatchObject([{ what: 'unchanged' }]);
    expect((await read<Draft>(path)).version).toBe(2);
  });

  it('adds a body that is not known, in the place its name names, and learns its other name later', async () => {
    const akimat = { body: '4711', bodyName: 'Аппарат акима города Каражал' };
    const [imported] = await take(pageOf('210', akimat));
    const { bodyId } = await read<Consultation>(`/consultations/${imported?.consultationId}`);
    const territory = async (): Promise<unknown> =>
      read(`/territories/${(await read<{ territoryId: string }>(`/bodies/${bodyId}`)).territoryId}`);
    expect(await read(`/bodies/${bodyId}`)).toMatchObject({
      code: 'portal-4711',
      kind: 'local_executive',
      subkind: 'akimat',
    });
    expect(await territory()).toMatchObject({ code: '621800000' });
    await take(pageOf('210', { ...akimat, language: 'kk', bodyName: 'Қаражал қаласы әкімінің аппараты' }));
    expect(await read(`/bodies/${bodyId}`)).toMatchObject({
      name: { kk: 'Қаражал қаласы әкімінің аппараты', ru: 'Аппарат акима города Каражал' },
    });
  });

  it('is stored whole or not at all', async () => {
    const before = await stored();
    const strange = pageOf('212', { actType: 'Манифест' });
    await expect(take(pageOf('211'), strange)).rejects.toMatchObject({ parts: { code: 'portal-type-unknown' } });
    expect(await stored()).toEqual(before);
  });

  it('is recorded in the journal by kind of actor only, without names or texts of people', async () => {
    const [imported] = await take(pageOf('213'));
    const { items } = await read<{ items: { what: string; actor: unknown; rules: { id: string }[]; data: object }[] }>(
      `/journal?subject=consultation:${imported?.consultationId}`,
    );
    expect(items.map(({ what, actor }) => [what, actor])).toEqual([['consultation.imported', { kind: 'operator' }]]);
    expect(items[0]?.rules.map(({ id }) => id)).toEqual(['K8.window', 'K8.answers']);
    expect(items[0]?.data).toMatchObject({
      publishedOn: '2026-09-09',
      breaches: [{ rule: 'K8.window' }],
      provisions: 2,
    });
    const comments = await read<{ items: { what: string; data: object }[] }>('/journal?subject=comment&limit=100');
    const ours = comments.items.filter(({ data }) => JSON.stringify(data).includes(imported?.consultationId ?? '-'));
    expect(ours.map(({ what }) => what)).toEqual(['comment.imported', 'comment.imported']);
    expect(JSON.stringify(ours)).not.toMatch(/Участник|Спасибо|Без ответа/);
  });

  it('made here has no source', async () => {
    await test.anyone.get('/consultations/0192f0c0-0000-7000-8000-000000000000/source').expect(404);
    await test.anyone.get('/comments/0192f0c0-0000-7000-8000-000000000000/source').expect(404);
  });

  it('is one record when two operators take it over at once', async () => {
    const both = await Promise.all([take(pageOf('214')), take(pageOf('214', { language: 'kk' }))]);
    expect(new Set(both.flat().map(({ consultationId }) => consultationId)).size).toBe(1);
    expect(
      both
        .flat()
        .map(({ what }) => what)
        .sort(),
    ).toEqual(['completed', 'created']);
  });
});
