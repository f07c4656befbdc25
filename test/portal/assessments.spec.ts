import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import {
  EVIDENCE,
  judgeAll,
  publishedAssessment,
  publishedMethodology,
  text,
  type AssessmentAtWork,
} from '../factories/assessments.js';
import { activeCouncil } from '../factories/councils.js';
import { readerOf } from '../support/assessment-reader.js';
import { Reader, type Seen } from '../support/reader.js';
import { startTestApplication, type TestApplication } from '../support/test-application.js';

const LANGUAGES = ['kk', 'ru', 'en'] as const;
const MARKUP = '<b>"&\'</b>';
/** Assessments are made by a hundred requests of a dozen people. */
const MAKING_MS = 400_000;
const ABSENT = '0192f0c0-0000-7000-8000-000000000000';

describe('the pages of assessments', () => {
  let test: TestApplication;
  let reader: Reader;
  /** The first body's year 2025, corrected once; its methodology. */
  let work: AssessmentAtWork;
  /** Another body in the same round. */
  let other: AssessmentAtWork;
  /** The first body's year 2024, by another version of the methodology. */
  let earlier: AssessmentAtWork;
  beforeAll(async () => {
    test = await startTestApplication();
    reader = new Reader(test);
    const council = await activeCouncil(test);
    const methodologyId = await publishedMethodology(council.authority);
    const before = await publishedMethodology(council.authority, {
      name: text(`Бұрынғы ${MARKUP}`, `Прежняя ${MARKUP}`),
      previousId: methodologyId,
    });
    earlier = await publishedAssessment(test, { council, methodologyId: before, from: '2024-01-01', to: '2024-12-31' });
    work = await publishedAssessment(test, { council, methodologyId });
    other = await publishedAssessment(test, { methodologyId });
    await corrected(work);
  }, MAKING_MS);
  afterAll(() => test.close());

  /** A corrected version with another value and another reply. */
  async function corrected(one: AssessmentAtWork): Promise<void> {
    const { id, authority, officer } = one;
    const path = `/assessments/${id}`;
    const reason = text('Бюджет дерегі қате', 'Ошибка в данных бюджета');
    await authority.post(`${path}/corrections`).send({ reason }).expect(201);
    await authority.put(`${path}/values/budget`).send({ status: 'value', value: '96', evidence: EVIDENCE }).expect(200);
    await judgeAll(one);
    await authority.put(`${path}/reply-request`).expect(200);
    const remarks = [{ indicator: 'trust', text: text('Сенім өсті', 'Доверие выросло') }];
    await officer
      .put(`${path}/reply`)
      .send({ text: text(`Рақмет ${MARKUP}`, `Спасибо ${MARKUP}`), remarks })
      .expect(200);
    await authority.put(`${path}/adoption`).expect(200);
    await authority.put(`${path}/publication`).send({}).expect(200);
  }

  const seen = async (path: string): Promise<Seen> => {
    const page = await reader.get(path);
    expect([path, page.status]).toEqual([path, 200]);
    return page;
  };
  const words = (page: Seen): string => page.$('main').text().replaceAll(/\s+/g, ' ');
  const scoreOf = async (id: string, query = ''): Promise<string> =>
    ((await test.anyone.get(`/assessments/${id}${query}`).expect(200)).body as { score: string }).score;

  it('open in three languages, each whole', async () => {
    const paths = [
      '/assessments',
      `/assessments/bodies/${work.council.bodyId}`,
      `/assessments/${work.id}`,
      `/assessments/${work.id}?version=1`,
      `/assessments/${work.id}/workings`,
      `/methodologies/${work.methodologyId}`,
    ];
    for (const path of paths) {
      for (const language of LANGUAGES) {
        const { $, html, headers } = await seen(`/${language}${path}`);
        expect([path, $('html').attr('lang'), $('h1').length]).toEqual([path, language, 1]);
        expect(headers['cache-control']).toContain('public');
        expect($('[style], form[method=post]')).toHaveLength(0);
        expect(html).not.toContain('<b>"');
        expect($('table').filter((_, table) => $(table).find('caption').text() === '')).toHaveLength(0);
        const levels = $('h1, h2, h3, h4')
          .get()
          .map(({ tagName }) => Number(tagName.slice(1)));
        expect(levels.every((level, at) => at === 0 || level <= (levels[at - 1] ?? 0) + 1)).toBe(true);
      }
    }
  });

  it('say 404 where nothing is public', async () => {
    const paths = [`/assessments/${ABSENT}`, `/assessments/${ABSENT}/workings`, `/assessments/bodies/${ABSENT}`];
    for (const path of [...paths, `/methodologies/${ABSENT}`, `/assessments/${work.id}?version=9`, '/assessments/x']) {
      expect([path, (await reader.get(`/ru${path}`)).status]).toEqual([path, 404]);
    }
  });

  describe('the ranking', () => {
    it('puts the bodies of the latest round in the order of their scores', async () => {
      const page = await seen('/ru/assessments');
      const rows = page
        .$('main table tbody tr')
        .get()
        .map((row) =>
          page
            .$(row)
            .find('td')
            .get()
            .map((cell) => page.$(cell).text()),
        );
      const [first, second] = [await scoreOf(work.id), await scoreOf(other.id)];
      expect(rows.map(([place, , score]) => [place, score])).toEqual([
        ['1', first.replace('.', ',')],
        ['2', second.replace('.', ',')],
      ]);
      expect(page.$(`main a[href="/ru/assessments/${work.id}"]`)).toHaveLength(1);
      expect(page.$('main h2').first().text()).toBe('2025 год');
    });

    it('never shows results of another version of the methodology among them', async () => {
      const latest = await seen('/ru/assessments');
      expect(latest.$(`main a[href="/ru/assessments/${earlier.id}"]`)).toHaveLength(0);
      const link = latest.$('main a[href*="methodology="]').attr('href') ?? '';
      expect(link).toContain(earlier.methodologyId);
      const round = await seen(link);
      expect(round.$(`main a[href="/ru/assessments/${earlier.id}"]`)).toHaveLength(1);
      expect(round.$(`main a[href="/ru/assessments/${work.id}"]`)).toHaveLength(0);
      expect(words(round)).toContain('версия 2');
    });

    it('says that there is nothing for a round without results', async () => {
      const page = await seen(`/en/assessments?methodology=${ABSENT}`);
      expect(page.$('main table')).toHaveLength(0);
      expect(words(page)).toContain('No result has been published here yet');
    });

    it('refuses a filter that is none', async () => {
      expect((await reader.get('/ru/assessments?methodology=x')).status).toBe(400);
    });
  });

  describe('a body through the years', () => {
    it('has a table for each version of the methodology', async () => {
      const page = await seen(`/ru/assessments/bodies/${work.council.bodyId}`);
      const captions = page
        .$('main table caption')
        .get()
        .map((caption) => page.$(caption).text());
      expect(captions).toHaveLength(2);
      expect(captions[0]).toContain(`Прежняя ${MARKUP}, версия 2`);
      expect(
        page
          .$('main tbody')
          .get()
          .map((body) => page.$(body).find('tr').length),
      ).toEqual([1, 1]);
    });

    it('says so when it was never assessed', async () => {
      const [body] = await test.database.query<{ id: string }>(
        `select id from bodies where id <> all(array(select body_id from assessments)) limit 1`,
      );
      const page = await seen(`/ru/assessments/bodies/${body?.id ?? ''}`);
      expect(words(page)).toContain('Опубликованных оценок этого органа пока нет');
      expect(page.$('main img')).toHaveLength(0);
    });
  });

  describe('one assessment', () => {
    it('prints the reply beside the score', async () => {
      const page = await seen(`/ru/assessments/${work.id}`);
      const halves = page
        .$('main .govuk-grid-column-one-half')
        .get()
        .map((half) => page.$(half).text());
      expect(halves[0]).toContain((await scoreOf(work.id)).replace('.', ','));
      expect(halves[0]).toContain('до чётной цифры');
      expect(halves[1]).toContain(`Спасибо ${MARKUP}`);
      expect(words(page)).toContain('Доверие выросло');
    });

    it('shows missing as missing and not applicable as such, with what becomes of them', async () => {
      const page = await seen(`/en/assessments/${work.id}`);
      const rowOf = (name: string): string[] =>
        page
          .$('main tbody tr')
          .filter((_, row) => page.$(row).find('th').text().includes(name))
          .first()
          .find('td')
          .get()
          .map((cell) => page.$(cell).text());
      expect(rowOf('satisfaction')[0]).toBe('no datacounted as zero');
      expect(rowOf('satisfaction')[1]).toBe('0.00');
      expect(rowOf('publication').slice(0, 2)).toEqual(['not applicable', 'does not count']);
      expect(rowOf('budget').slice(0, 2)).toEqual(['96 %', '92.00']);
      expect(rowOf('poverty')[0]).toBe('31/3 %');
      const links = page.$(`main a[href="${EVIDENCE[0]?.url ?? ''}"]`);
      expect(links.length).toBeGreaterThan(0);
    });

    it('gives the grounds of the assessors and who they are', async () => {
      const page = await seen(`/ru/assessments/${work.id}`);
      expect(words(page)).toContain('Кеңес отырысында тыңдалды.');
      expect(words(page)).toContain('Оценщиков: 3, из них представителей гражданского общества: 2');
      expect(page.$('#assessors').parent().find('li')).toHaveLength(3);
      expect(page.$('main a[href="/ru/rules#A3"]')).toHaveLength(1);
    });

    it('names the weak indicators that nobody answered', async () => {
      const page = await seen(`/ru/assessments/${work.id}`);
      const gaps = await readerOf(test).gaps(work.id);
      expect(gaps.length).toBeGreaterThan(0);
      expect(page.$('#after').parent().find('li')).toHaveLength(gaps.length);
      for (const { indicator } of gaps) expect(page.$('#after').parent().text()).toContain(`Показатель ${indicator}`);
    });

    it('leads from version to version, with the reason of the correction', async () => {
      const now = await seen(`/ru/assessments/${work.id}`);
      expect(words(now)).toContain('исправляет версию 1. Причина:Ошибка в данных бюджета');
      const old = await seen(now.$('#versions').parent().find('a').attr('href') ?? '');
      expect(words(old)).toContain('Это версия 1');
      expect(words(old)).toContain((await scoreOf(work.id, '?version=1')).replace('.', ','));
      expect(old.$(`main a[href="/ru/assessments/${work.id}"]`)).toHaveLength(1);
    });
  });

  describe('charts', () => {
    const chart = (path: string) => request(test.app.getHttpServer()).get(path).buffer(true);

    it('are drawn in two widths, with a policy of their own and words for those who do not see them', async () => {
      for (const path of [`/assessments/${work.id}`, `/assessments/bodies/${work.council.bodyId}`]) {
        const page = await seen(`/kk${path}`);
        const image = page.$('main picture.kenes-chart img');
        expect(image.attr('alt')).toMatch(/диаграмма/);
        const addresses = [image.attr('src'), page.$('main picture source').attr('srcset')];
        expect(new Set(addresses).size).toBe(2);
        for (const address of addresses) {
          const answer = await chart(address ?? '').expect(200);
          const svg = String(answer.body);
          expect(answer.headers['content-type']).toContain('image/svg+xml');
          expect(answer.headers['content-security-policy']).toContain("default-src 'none'");
          expect(answer.headers['cache-control']).toContain('public');
          expect(answer.headers['etag']).toMatch(/^"v0-/);
          expect(svg).toMatch(/^<svg role="img" lang="kk"/);
          expect(svg).not.toContain('<script');
        }
      }
    });

    it('are packed, and not sent twice', async () => {
      const path = `/ru/assessments/${work.id}/chart`;
      const packed = await chart(path).set('accept-encoding', 'br').expect(200);
      expect(packed.headers['content-encoding']).toBe('br');
      const tag = String(packed.headers['etag']);
      await chart(path).set({ 'accept-encoding': 'br', 'if-none-match': tag }).expect(304);
    });

    it('are absent where there is nothing to draw', async () => {
      await chart(`/ru/assessments/${ABSENT}/chart`).expect(404);
      await chart(`/ru/assessments/${work.id}/chart?width=huge`).expect(400);
    });
  });
});
