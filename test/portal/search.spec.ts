import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { IndexingService } from '../../src/search/index.js';
import { publishedConsultation, type PreparedConsultation } from '../factories/consultations.js';
import { person } from '../support/people.js';
import { Reader, type Seen } from '../support/reader.js';
import { startTestApplication, type TestApplication } from '../support/test-application.js';
import { MARKUP } from './world.js';

describe('the page of search', () => {
  let test: TestApplication;
  let open: PreparedConsultation;
  let reader: Reader;
  beforeAll(async () => {
    test = await startTestApplication();
    open = await publishedConsultation(test, { provisions: 2 });
    const citizen = await person(test);
    for (let at = 1; at <= 7; at += 1) {
      const text = `Түнгі шу ${at} ${MARKUP}`;
      const path = `/consultations/${open.consultationId}/comments`;
      await citizen.post(path).send({ text, language: 'kk' }).expect(201);
    }
    await test.app.get(IndexingService).sweep();
    reader = new Reader(test);
  });
  afterAll(() => test.close());

  const look = (language: string, query: Record<string, string> = {}): Promise<Seen> =>
    reader.get(`/${language}/search?${new URLSearchParams(query).toString()}`);
  const words = ({ $ }: Seen, within = 'main'): string => $(within).text().replaceAll(/\s+/g, ' ').trim();

  it('is reached from every page and from the comments of a discussion, and explains how to ask', async () => {
    const start = await reader.get('/kk');
    expect(start.$('header a[href="/kk/search"]').text()).toBe('Іздеу');
    expect(start.$('main form[role=search]').attr('action')).toBe('/kk/search');
    const comments = await reader.get(`/kk/consultations/${open.consultationId}/comments`);
    expect(comments.$('form[role=search]').attr('action')).toBe(`/kk/consultations/${open.consultationId}/search`);
    const seen = await look('ru');
    expect(words(seen)).toContain('Казахские буквы можно заменять русскими');
    expect(seen.$('main section')).toHaveLength(0);
  });

  it('shows drafts and comments apart, each with how many there are, with the words marked and markup as text', async () => {
    const seen = await look('kk', { q: 'тунги шу' });
    const { $ } = seen;
    expect(
      $('main h2')
        .toArray()
        .map((heading) => $(heading).text()),
    ).toEqual(['Жобалар', 'Ескертулер мен ұсыныстар']);
    expect(words(seen, '#comments + p')).toBe('Табылғаны: 7');
    expect($('section[aria-labelledby=comments] li')).toHaveLength(5);
    expect($('section[aria-labelledby=consultations] a').first().attr('href')).toBe(
      `/kk/consultations/${open.consultationId}`,
    );
    expect($('section[aria-labelledby=comments] mark').first().text()).toBe('Түнгі');
    expect(words(seen, 'section[aria-labelledby=comments]')).toContain(MARKUP.replaceAll(/\s+/g, ' '));
    expect($('main script, main img')).toHaveLength(0);
    expect($('meta[name=robots]').attr('content')).toBe('noindex');
    const all = await reader.get($('section[aria-labelledby=comments] > p > a').last().attr('href') ?? '');
    expect(all.$('section[aria-labelledby=comments] li')).toHaveLength(7);
    const first = all.$('section[aria-labelledby=comments] h3 a').first().attr('href') ?? '';
    const [, anchor = ''] = first.split('#');
    expect((await reader.get(first)).$(`#${anchor}`)).toHaveLength(1);
  });

  it('narrows, turns the order, and searches within one discussion', async () => {
    const within = await reader.get(`/ru/consultations/${open.consultationId}/search?q=%D1%88%D1%83&sort=newest`);
    expect(within.$('h1').text()).toBe('Поиск в замечаниях и предложениях');
    expect(words(within)).toContain('О ночной тишине');
    expect(within.$('section h3').first().text().trim()).toMatch(/7$/);
    const turned = within.$('section > p > a').first().attr('href') ?? '';
    expect(turned).not.toContain('sort');
    expect((await reader.get(turned)).$('section h3')).toHaveLength(7);
    const seen = await look('ru', { q: 'шум', in: 'consultations', phase: 'overdue', actType: '', from: '' });
    expect(words(seen)).toContain('Ничего не найдено');
    expect((await look('ru', { q: 'шум', in: 'consultations', body: open.bodyId })).$('section li')).toHaveLength(1);
    expect((await reader.get('/ru/consultations/0192f0c0-0000-7000-8000-000000000000/search')).status).toBe(404);
  });

  it('says what is wrong with a question, and keeps what was typed', async () => {
    const seen = await look('ru', { q: '-школа' });
    expect(seen.status).toBe(200);
    expect(words(seen, '.govuk-error-summary')).toContain('Укажите хотя бы одно слово для поиска');
    expect(seen.$('input[name=q]').attr('value')).toBe('-школа');
    expect((await look('ru', { q: 'я'.repeat(201) })).status).toBe(400);
    expect((await look('ru', { q: 'шу', sort: 'name' })).status).toBe(400);
  });
});
