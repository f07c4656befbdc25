import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { UnitOfWork } from '../../src/platform/database/index.js';
import { Jobs } from '../../src/platform/jobs/index.js';
import { INDEX_FOR_SEARCH, IndexingService } from '../../src/search/index.js';
import { CONCEALMENT } from '../factories/concealments.js';
import { preparedConsultation, publishedConsultation, type PreparedConsultation } from '../factories/consultations.js';
import { manyComments } from '../factories/many-comments.js';
import { person, type Person } from '../support/people.js';
import { startTestApplication, type TestApplication } from '../support/test-application.js';
import { until } from '../support/until.js';

interface Found {
  items: {
    id: string;
    consultationId: string;
    number: number;
    title: { kk: string };
    snippet: { language: string; provisionId: string | null; pieces: { text: string; hit: boolean }[] };
  }[];
  next: string | null;
  found: number | null;
  more: boolean;
}

const NOBODY = '0192f0c0-0000-7000-8000-000000000000';
const TEXTS: readonly (readonly [string, string])[] = [
  ['kk', 'Мектептің алдындағы жолды жөндеу керек, балалар қауіпті жолмен жүреді.'],
  ['kk', 'Ағаштарды кесуге қарсымын! Өзен жағасында құрылыс салынбасын.'],
  ['ru', 'Прошу отремонтировать дорогу возле школы: дети ходят по опасной дороге.'],
  ['ru', 'Деревья не вырубать. Ёлки у реки посажены в 1985 году.'],
  ['en', 'Please repair the roads near the school; children are walking on dangerous road sides.'],
  ['ru', 'Школа хорошая, дорога плохая, освещение отсутствует.'],
];

describe('search', () => {
  let test: TestApplication;
  let open: PreparedConsultation;
  let citizen: Person;
  beforeAll(async () => {
    test = await startTestApplication();
    open = await publishedConsultation(test, { provisions: 3 });
    citizen = await person(test);
    for (const [language, text] of TEXTS) await say(open, text, language);
    await sweep();
  });
  afterAll(() => test.close());

  const sweep = () => test.app.get(IndexingService).sweep();
  const say = async (of: PreparedConsultation, text: string, language = 'kk'): Promise<string> => {
    const made = await citizen.post(`/consultations/${of.consultationId}/comments`).send({ text, language });
    expect(made.status).toBe(201);
    return (made.body as { id: string }).id;
  };
  const url = (kind: string, query: Record<string, string>): string =>
    `/search/${kind}?${new URLSearchParams(query).toString()}`;
  const find = async (kind: string, q: string, query: Record<string, string> = {}): Promise<Found> => {
    const { body } = await test.anyone.get(url(kind, { q, ...query })).expect(200);
    return body as Found;
  };
  const numbers = async (q: string, query: Record<string, string> = {}): Promise<number[]> =>
    (await find('comments', q, { consultation: open.consultationId, ...query })).items
      .map(({ number }) => number)
      .sort();
  const marked = ({ snippet }: Found['items'][number]): string =>
    snippet.pieces.map(({ text, hit }) => (hit ? `[${text}]` : text)).join('');

  describe('among comments', () => {
    it.each([
      ['a Kazakh word in its forms', 'жол', [1]],
      ['a Kazakh word typed without Kazakh letters', 'агаш озен курылыс', [2]],
      ['a Kazakh word typed in another form', 'мектептерге', [1]],
      ['a Russian word in its forms', 'дорог', [3, 6]],
      ['е typed for ё', 'елка', [4]],
      ['a number', '1985', [4]],
      ['an English word in its forms', 'Roads', [5]],
      ['words together', 'школа дороги', [3, 6]],
      ['a phrase', '"опасной дороге"', [3]],
      ['a phrase in other forms only in its order', '"дорога плохая"', [6]],
      ['a phrase the other way round', '"плохая дорога"', []],
      ['a word that must not be there', 'дорога -освещение', [3]],
      ['alternatives in three languages', 'дорога or roads немесе жол', [1, 3, 5, 6]],
      ['words of two languages together', 'дорога roads', []],
      ['signs that are operators elsewhere', `дорога':* & !!`, [3, 6]],
      ['capitals and directions', 'ДО\u202eРОГА', [3, 6]],
      ['what nobody wrote', 'вертолёт', []],
    ])('finds %s', async (_, q, expected) => {
      expect(await numbers(q)).toEqual(expected);
    });

    it('shows where the words stand, as pieces of plain text', async () => {
      const hostile = await publishedConsultation(test, { provisions: 1, body: open });
      await say(hostile, `<b>Шу</b> & "шуды" ${'өте '.repeat(60)} тыныштық`);
      await sweep();
      const { items, found, more } = await find('comments', 'шу', { consultation: hostile.consultationId });
      expect([found, more, items.length]).toEqual([1, false, 1]);
      expect(items[0] && marked(items[0])).toMatch(/^<b>\[Шу\]<\/b> & "\[шуды\]" өте .* …$/);
      expect(items[0]).toMatchObject({
        consultationTitle: { kk: 'Түнгі тыныштық туралы' },
        snippet: { language: 'kk' },
      });
      const [last] = (await find('comments', 'тынышт ық'.replace(' ', ''), { consultation: hostile.consultationId }))
        .items;
      expect(last && marked(last)).toMatch(/^… өте .*\[тыныштық\]$/);
    });

    it('never finds what was withdrawn or concealed, and again what is shown again', async () => {
      const of = await publishedConsultation(test, { provisions: 1, body: open });
      const taken = await say(of, 'Бірегей сөз: қарлығаш алынды');
      const hidden = await say(of, 'Бірегей сөз: қарлығаш жасырылды');
      await sweep();
      const left = async (): Promise<number[]> =>
        (await find('comments', 'қарлығаш')).items.map(({ number }) => number).sort();
      expect(await left()).toEqual([1, 2]);
      await citizen.put(`/comments/${taken}/withdrawal`).expect(200);
      await open.officer.put(`/comments/${hidden}/concealment`).send(CONCEALMENT).expect(200);
      expect(await left()).toEqual([]);
      expect(await find('comments', 'қарлығаш', { sort: 'newest' })).toMatchObject({ items: [], next: null });
      expect((await find('comments', 'қарлығаш')).found).toBe(0);
    });

    it('finds by what the consultation is, and by the day', async () => {
      const of = { consultation: open.consultationId };
      expect(await numbers('дорога', { phase: 'commenting', body: open.bodyId, actType: 'akimat_decision' })).toEqual([
        3, 6,
      ]);
      expect(await numbers('дорога', { category: 'education' })).toEqual([]);
      expect(await numbers('дорога', { phase: 'overdue' })).toEqual([]);
      const today = test.clock.today();
      expect(await numbers('дорога', { from: today, to: today })).toEqual([3, 6]);
      expect(await numbers('дорога', { to: '2026-03-01' })).toEqual([]);
      expect((await find('comments', 'дорога', { category: 'natural-resources-and-ecology' })).items).toHaveLength(2);
      expect((await find('comments', 'дорога', { territory: NOBODY })).items).toEqual([]);
      const body = (await test.anyone.get(`/bodies/${open.bodyId}`).expect(200)).body as { territoryId: string };
      expect((await find('comments', 'дорога', { territory: body.territoryId })).items).toHaveLength(2);
      await test.anyone.get(url('comments', { q: 'дорога', ...of, consultation: NOBODY })).expect(404);
      const secret = await preparedConsultation(test, { provisions: 1, body: open });
      await test.anyone.get(url('comments', { q: 'дорога', consultation: secret.consultationId })).expect(404);
    });

    it('ranks the newest of very many, says that there are more, and shows all in the order of time', async () => {
      const of = await publishedConsultation(test, { provisions: 1, body: open });
      await say(of, 'Шу көп, тыныштық жоқ');
      await manyComments(test.database, of.consultationId, 2_600);
      await test.database.query('update comment_counters set comments = 2601 where consultation_id = $1', [
        of.consultationId,
      ]);
      expect(await test.app.get(IndexingService).indexComments(of.consultationId)).toBe(2_601);
      const within = { consultation: of.consultationId };
      const first = await find('comments', 'шу', { ...within, limit: '100' });
      expect(first).toMatchObject({ found: 100, more: true });
      expect(Math.min(...first.items.map(({ number }) => number))).toBeGreaterThan(2_000);
      expect((await find('comments', 'тыныштық', within)).items.map(({ number }) => number)).toEqual([1]);
      const seen: number[] = [];
      for (let page = await find('comments', 'шу', { ...within, limit: '100', sort: 'newest' }); ;) {
        seen.push(...page.items.map(({ number }) => number));
        if (page.next === null) break;
        page = await find('comments', 'шу', { ...within, limit: '100', sort: 'newest', after: page.next });
      }
      expect(seen).toEqual(Array.from({ length: 2_601 }, (_, at) => 2_601 - at));
      const ranked = new Set<string>();
      for (let page = first; ;) {
        for (const { id } of page.items) ranked.add(id);
        if (page.next === null) break;
        page = await find('comments', 'шу', { ...within, limit: '100', after: page.next });
      }
      expect(ranked.size).toBe(101);
      expect((await find('comments', 'шу')).items.length).toBe(20);
    });

    it('is indexed once though two are at it or one is killed, and not at all before the consultation is locked', async () => {
      const of = await publishedConsultation(test, { provisions: 1, body: open });
      for (const text of ['бір шу', 'екі шу', 'үш шу']) await say(of, text);
      await test.database.query(`create function die() returns trigger language plpgsql as $$
        begin raise exception 'killed'; end $$;
        create trigger die before update on search_scopes for each row execute function die()`);
      const indexing = test.app.get(IndexingService);
      await expect(indexing.indexComments(of.consultationId, 2)).rejects.toThrow();
      await test.database.query('drop trigger die on search_scopes; drop function die()');
      expect((await find('comments', 'шу', { consultation: of.consultationId })).items).toEqual([]);
      await Promise.all([indexing.indexComments(of.consultationId, 2), indexing.indexComments(of.consultationId, 2)]);
      await indexing.indexComments(of.consultationId, 2);
      expect((await find('comments', 'шу', { consultation: of.consultationId })).found).toBe(3);
      const twice = 'select place from comment_search group by place having count(*) > 1';
      expect(await test.database.query(twice)).toEqual([]);
    });

    it('is indexed by the worker within a minute', async () => {
      const of = await publishedConsultation(test, { provisions: 1, body: open });
      await say(of, 'Жұмысшы індекстейді');
      const jobs = test.app.get(Jobs);
      await jobs.start();
      await test.app.get(UnitOfWork).run(() => jobs.add(INDEX_FOR_SEARCH, {}));
      await until(async () => (await find('comments', 'жұмысшы')).items.length === 1);
      await jobs.stop();
      expect((await find('comments', 'жұмысшы')).items).toHaveLength(1);
    });
  });

  describe('among drafts', () => {
    it('finds words of title, objectives, note and provisions of the current version, in each language', async () => {
      const note = { kk: 'Нұсқаулықта бүркіт аталады', ru: 'В записке назван беркут' };
      const objectives = { kk: 'Лаңкестік мақсат', ru: 'Особая цель', en: 'A peculiar objective' };
      const title = { kk: 'Аққулар туралы', ru: 'О лебедях', en: 'On swans' };
      const of = await publishedConsultation(test, {
        provisions: 3,
        body: open,
        change: { explanatoryNote: note, objectives, title, actType: 'ministerial_order', category: 'education' },
      });
      await sweep();
      for (const [q, language] of [
        ['аккудын', 'kk'],
        ['лебеди', 'ru'],
        ['swan', 'en'],
        ['бүркіттер', 'kk'],
        ['беркута', 'ru'],
        ['peculiar', 'en'],
        ['аққу бүркіт деңгейі', 'kk'],
      ]) {
        const { items } = await find('consultations', q ?? '');
        expect([q, items.map(({ id }) => id), items[0]?.snippet.language]).toEqual([q, [of.consultationId], language]);
      }
      const [found] = (await find('consultations', '"ночного шума 2" лебеди')).items;
      expect(found && marked(found)).toBe('Пункт [2]\nУровень [ночного] [шума] [2]');
      expect(found?.snippet.provisionId).toBe(of.provisionIds[1]);
      const only = (query: Record<string, string>) => find('consultations', 'шум', query);
      expect((await only({ actType: 'ministerial_order' })).items.map(({ id }) => id)).toEqual([of.consultationId]);
      expect((await only({ category: 'education', phase: 'commenting', body: open.bodyId })).found).toBe(1);
      expect((await only({ to: '2026-03-01' })).items).toEqual([]);
    });

    it('follows the text, and knows nothing that is not published', async () => {
      const of = await preparedConsultation(test, {
        provisions: 1,
        body: open,
        change: { title: { kk: 'Тырна', ru: 'Журавль' } },
      });
      await sweep();
      expect((await find('consultations', 'журавль')).items).toEqual([]);
      await of.officer.put(`/consultations/${of.consultationId}/publication`).expect(200);
      await sweep();
      expect((await find('consultations', 'журавли')).items).toHaveLength(1);
      const provisions = [{ text: { kk: 'Жаңа мәтін: үкі', ru: 'Новый текст: филин' } }];
      await of.officer.post(`/consultations/${of.consultationId}/versions`).send({ provisions }).expect(201);
      await sweep();
      expect((await find('consultations', 'журавль филин')).items).toHaveLength(1);
      expect((await find('consultations', 'журавль шум ночной')).items).toHaveLength(0);
    });

    it('gives page after page, the best first or the newest first, each once', async () => {
      for (const sort of ['relevance', 'newest']) {
        const seen: string[] = [];
        for (let page = await find('consultations', 'шум', { limit: '2', sort }); ;) {
          seen.push(...page.items.map(({ id }) => id));
          if (page.next === null) break;
          page = await find('consultations', 'шум', { limit: '2', sort, after: page.next });
        }
        expect(new Set(seen).size).toBe(seen.length);
        expect(seen.length).toBeGreaterThan(4);
      }
    });
  });

  it('refuses what is no question, naming the parameter', async () => {
    for (const kind of ['comments', 'consultations']) {
      for (const [q, code] of [
        ['', 'too-short'],
        ['   ', 'blank'],
        ['&', 'search-words-expected'],
        ['😀', 'search-words-expected'],
        ['и', 'search-words-expected'],
        ['-дорога', 'search-words-expected'],
        ['дорога or -школа', 'search-words-expected'],
        ['a'.repeat(10_000), 'too-long'],
        ['а1 '.repeat(21), 'search-words-too-many'],
        ['\u0000', 'control-character'],
      ] as const) {
        const { status, body } = await test.anyone.get(url(kind, { q }));
        const { errors } = body as { errors: { pointer: string; code: string }[] };
        expect([q.slice(0, 20), status, errors[0]]).toMatchObject([q.slice(0, 20), 400, { pointer: '/q', code }]);
      }
      await test.anyone.get(`/search/${kind}`).expect(400);
      for (const query of ['sort=name', 'phase=x', 'body=1', 'from=1', 'after=x', 'limit=0', 'order=1', 'actType=x']) {
        await test.anyone.get(`/search/${kind}?q=жол&${query}`.replace('жол', encodeURIComponent('жол'))).expect(400);
      }
      await test.anyone.get(url(kind, { q: 'ш' })).expect(200);
      await test.anyone.get(url(kind, { q: 'и'.repeat(200) })).expect(200);
    }
  });
});
