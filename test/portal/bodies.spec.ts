import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { text } from '../factories/assessments.js';
import { activeCouncil, type CouncilAtWork } from '../factories/councils.js';
import { closedMeeting } from '../factories/meetings.js';
import { person, signIn, type Person } from '../support/people.js';
import { Reader, type Seen } from '../support/reader.js';
import { startTestApplication, type TestApplication } from '../support/test-application.js';

/** R2: replies to power 3 are due one month after the dispatch. */
describe('the page of a body', () => {
  let test: TestApplication;
  let reader: Reader;
  let council: CouncilAtWork;
  let officer: Person;
  beforeAll(async () => {
    test = await startTestApplication();
    reader = new Reader(test);
    council = await activeCouncil(test);
    officer = await person(test, { role: 'officer', bodyId: council.bodyId });
  });
  afterAll(() => test.close());

  const at = async (instant: string): Promise<void> => {
    test.clock.set(instant);
    council = { ...council, secretary: await signIn(test, council.secretary.email, council.secretary.accountId) };
    officer = await signIn(test, officer.email, officer.accountId);
  };
  const sent = async (): Promise<string> => {
    const { recommendationId: id } = await closedMeeting(test, council);
    await council.secretary.put(`/recommendations/${id}/dispatch`).send({}).expect(200);
    return id;
  };
  const answer = async (id: string): Promise<void> => {
    const reply = { decision: 'accepted', reasons: text('Келісеміз', 'Согласны'), signedBy: 'Әкім А. Б.' };
    await officer.put(`/recommendations/${id}/reply`).send(reply).expect(200);
  };
  const rows = ({ $ }: Seen): string[][] =>
    $('main table tbody tr')
      .toArray()
      .map((row) =>
        $(row)
          .find('th, td')
          .toArray()
          .map((cell) => $(cell).text().replaceAll(/\s/g, ' ')),
      );
  const seen = (language = 'ru'): Promise<Seen> => reader.get(`/${language}/bodies/${council.bodyId}`);
  const chart = (path: string) => request(test.app.getHttpServer()).get(path).buffer(true);

  it('has neither chart nor table while no reply was due', async () => {
    await sent();
    const page = await seen();
    expect(page.$('main picture, main table')).toHaveLength(0);
    await chart(`/ru/bodies/${council.bodyId}/chart`).expect(404);
  });

  it('tells for each quarter how many replies came in time, late and not at all', async () => {
    const [inTime, late] = [await sent(), await sent()];
    await answer(inTime);
    await at('2026-04-06T10:00:00+05:00');
    await answer(late);
    await at('2026-07-10T10:00:00+05:00');
    await sent();
    // The reply that is still awaited counts nowhere.
    expect(rows(await seen())).toEqual([['2-й квартал 2026 года', '1', '1', '1', '33,3 %']]);
    await at('2026-09-01T10:00:00+05:00');
    expect(rows(await seen())).toEqual([
      ['2-й квартал 2026 года', '1', '1', '1', '33,3 %'],
      ['3-й квартал 2026 года', '0', '0', '1', '0 %'],
    ]);
  });

  it('draws the same as a chart in two widths, with its words in the language of the page', async () => {
    for (const [language, quarter] of [
      ['kk', '2026 жылғы 2-тоқсан'],
      ['ru', '2-й квартал 2026 года'],
      ['en', 'Q2 2026'],
    ] as const) {
      const page = await seen(language);
      const image = page.$('main picture.kenes-chart img');
      expect(image.attr('alt')).toMatch(/диаграмма|chart/i);
      expect(page.$('main table caption').text()).not.toBe('');
      const addresses = [image.attr('src'), page.$('main picture source').attr('srcset')];
      expect(new Set(addresses).size).toBe(2);
      for (const address of addresses) {
        const drawn = await chart(address ?? '').expect(200);
        const svg = String(drawn.body);
        expect(svg).toMatch(new RegExp(`^<svg role="img" lang="${language}"`));
        expect(svg).toMatch(/<title/);
        expect(svg).toMatch(/<desc/);
        expect(svg.replaceAll(/<[^>]+>/g, ' ')).toContain(quarter.split(' ')[0]);
        expect(svg).not.toContain('<script');
      }
    }
    await chart(`/ru/bodies/${council.bodyId}/chart?width=huge`).expect(400);
    await chart('/ru/bodies/0192f0c0-0000-7000-8000-000000000000/chart').expect(404);
  });
});
