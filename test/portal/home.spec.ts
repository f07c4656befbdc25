import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { publishedAssessment } from '../factories/assessments.js';
import { developingBody, publishedConsultation, type DevelopingBody } from '../factories/consultations.js';
import { activeCouncil } from '../factories/councils.js';
import { closedMeeting } from '../factories/meetings.js';
import { signIn } from '../support/people.js';
import { Reader, type Seen } from '../support/reader.js';
import { startTestApplication, type TestApplication } from '../support/test-application.js';
import { MARKUP } from './world.js';

describe('the home page', () => {
  let test: TestApplication;
  let reader: Reader;
  let body: DevelopingBody;
  beforeAll(async () => {
    test = await startTestApplication();
    reader = new Reader(test);
    body = await developingBody(test);
  });
  afterAll(() => test.close());

  const home = (language = 'ru'): Promise<Seen> => reader.get(`/${language}`);
  const main = ({ $ }: Seen, within = 'main'): string => $(within).text().replaceAll(/\s+/g, ' ');
  const part = (name: string): string => `section[aria-labelledby=${name}]`;
  const links = ({ $ }: Seen, within: string): string[] =>
    $(`${within} h3 a`)
      .toArray()
      .map((link) => $(link).attr('href') ?? '');

  it('says that there is nothing yet, and offers the search', async () => {
    const seen = await home();
    expect(main(seen, part('open'))).toContain('Сейчас нет проектов');
    expect(main(seen, part('overdue'))).toContain('Просроченных ответов нет');
    expect(main(seen, part('results'))).toContain('Опубликованных оценок пока нет');
    expect(main(seen, part('reported'))).toContain('Завершённых обсуждений пока нет');
    expect(seen.$('form[role=search]').attr('action')).toBe('/ru/search');
  });

  it('shows what can be commented now, what closes soonest first, until when, and how many more there are', async () => {
    const title = { kk: `Жоба ${MARKUP}`, ru: `Проект ${MARKUP}` };
    const ids = new Map<number, string>();
    for (const days of [20, 15, 30, 16, 25, 18]) {
      const { consultationId } = await publishedConsultation(test, {
        ...{ provisions: 1, closesInWorkingDays: days, body, change: { title } },
      });
      ids.set(days, `/ru/consultations/${consultationId}`);
    }
    const seen = await home();
    expect(links(seen, part('open'))).toEqual([15, 16, 18, 20, 25].map((days) => ids.get(days)));
    expect(main(seen, part('open'))).toContain('осталось 2');
    expect(main(seen, part('open'))).toContain(MARKUP);
    expect(seen.$('main script, main img')).toHaveLength(0);
    expect(main(seen, part('open'))).toContain('Все обсуждения, открытые сейчас (6)');
    expect(seen.$(`${part('open')} a[href="/ru/consultations?phase=commenting"]`)).toHaveLength(1);
  });

  it('leads to the discussions of a territory, which the list is narrowed to in the form as in the address', async () => {
    const [region, district] = await test.database.query<{ id: string; code: string }>(
      `select distinct on (level) id, code from territories where level in ('region', 'district') order by level desc, code`,
    );
    const listed = (territory = '') => reader.get(`/ru/consultations?territory=${territory}`);
    const choices = ({ $ }: Seen) => $('select[name=territory] option').length;
    const chosen = ({ $ }: Seen) => $('select[name=territory] option[selected]').attr('value');
    const all = await reader.get('/ru/consultations');
    expect([choices(all), chosen(all)]).toEqual([21, undefined]);
    const ofRegion = await listed(region?.id);
    expect([choices(ofRegion), chosen(ofRegion)]).toEqual([21, region?.id]);
    const ofDistrict = await listed(district?.id);
    expect([choices(ofDistrict), chosen(ofDistrict)]).toEqual([22, district?.id]);
    expect(links(ofDistrict, 'main li h2')).toEqual([]);
  });

  it('shows the newest results: of assessments, and of discussions with what was said', async () => {
    const { id } = await publishedAssessment(test);
    const { consultationId } = await publishedConsultation(test, { provisions: 1, closesInWorkingDays: 10, body });
    test.clock.set('2026-03-18T10:00:00+05:00');
    const officer = await signIn(test, body.officer.email, body.officer.accountId);
    await officer.put(`/consultations/${consultationId}/report`).send({}).expect(200);
    const seen = await home();
    expect(links(seen, part('results'))).toEqual([`/ru/assessments/${id}`]);
    expect(main(seen, part('results'))).toContain('Все оценки');
    expect(links(seen, part('reported'))).toEqual([`/ru/consultations/${consultationId}#report`]);
    expect(main(seen, part('reported'))).toContain('18 марта 2026');
    expect(main(seen, part('reported'))).toContain('0 замечаний');
    expect(links(seen, part('open'))).not.toContain(`/ru/consultations/${consultationId}`);
  });

  it('shows overdue replies, the longest overdue first, with who owes them and for how many days', async () => {
    const council = await activeCouncil(test);
    const { recommendationId: id } = await closedMeeting(test, council);
    await council.secretary.put(`/recommendations/${id}/dispatch`).send({}).expect(200);
    // R2: one month after 18 March, moved from a Saturday to Monday, 20 April; the last day itself is not late.
    test.clock.set('2026-04-20T23:00:00+05:00');
    expect(links(await home(), part('overdue'))).toEqual([]);
    test.clock.set('2026-04-23T10:00:00+05:00');
    for (const [language, words] of [
      ['kk', 'мерзімі 3 күн бұрын өткен'],
      ['ru', 'просрочено на 3 дня'],
      ['en', '3 days overdue'],
    ] as const) {
      const seen = await home(language);
      expect(links(seen, part('overdue'))).toEqual([`/${language}/recommendations/${id}`]);
      expect(main(seen, part('overdue'))).toContain(words);
      expect(main(seen, part('overdue'))).toMatch(/Жөндеу/);
    }
  });
});
