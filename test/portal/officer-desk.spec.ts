import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  developingBody,
  publishedConsultation,
  workingDaysAhead,
  type DevelopingBody,
} from '../factories/consultations.js';
import { activeCouncil, formingCouncil } from '../factories/councils.js';
import { closedMeeting } from '../factories/meetings.js';
import { person, type Person } from '../support/people.js';
import { Reader, type Seen } from '../support/reader.js';
import { BEGIN, startTestApplication, type TestApplication } from '../support/test-application.js';

const ABSENT = '0192f0c0-0000-7000-8000-000000000000';
const button = (action: string): string => `main form[action$="${action}"] button`;

describe('the desk of an officer', () => {
  let test: TestApplication;
  let body: DevelopingBody;
  let officer: Reader;
  beforeAll(async () => {
    test = await startTestApplication();
    body = await developingBody(test);
    officer = new Reader(test);
    await officer.signIn(body.officer.email);
  });
  afterAll(() => test.close());

  const opened = async (reader: Reader, path: string): Promise<void> => {
    for (const language of ['kk', 'ru', 'en']) {
      const seen = await reader.get(`/${language}${path}`);
      expect([seen.url, seen.status]).toEqual([`/${language}${path}`, 200]);
      expect(seen.$('html').attr('lang')).toBe(language);
      expect(seen.$('h1')).toHaveLength(1);
    }
  };
  const main = (seen: Seen): string => seen.$('main').text().replaceAll(/\s+/g, ' ');
  const comment = async (by: Person, consultationId: string, text: string): Promise<string> => {
    const made = await by.post(`/consultations/${consultationId}/comments`).send({ text, language: 'ru' }).expect(201);
    return (made.body as { id: string }).id;
  };

  it('replies to a recommendation; without reasons it is refused by R3, with its article', async () => {
    const council = await activeCouncil(test);
    const { recommendationId: id } = await closedMeeting(test, council);
    await council.secretary.put(`/recommendations/${id}/dispatch`).send({}).expect(200);
    const { email } = await person(test, { role: 'officer', bodyId: council.bodyId });
    const reader = new Reader(test);
    await reader.signIn(email);
    expect(main(await reader.get('/ru/desk'))).toContain('Ответить на рекомендацию');
    await opened(reader, `/desk/recommendations/${id}`);
    const other = new Reader(test);
    const { bodyId } = await formingCouncil(test);
    await other.signIn((await person(test, { role: 'officer', bodyId })).email);
    expect((await other.get(`/ru/desk/recommendations/${id}`)).status).toBe(403);
    expect((await reader.get(`/ru/desk/recommendations/${ABSENT}`)).status).toBe(404);

    const form = await reader.get(`/ru/desk/recommendations/${id}`);
    const nothing = await reader.submit(form);
    expect(nothing.status).toBe(422);
    expect(main(nothing)).toContain('Выберите решение');
    const bare = await reader.submit(form, { decision: 'declined' });
    expect(bare.status).toBe(422);
    expect(main(bare)).toContain('Применено правило R3');
    expect(main(bare)).toContain('статья 5');
    expect(bare.$('input[value=declined]').attr('checked')).toBeDefined();
    expect(bare.$('#signedBy-error')).toHaveLength(1);

    const filled = {
      decision: 'partly',
      'reasons.kk': 'Қаражат бар',
      'reasons.ru': 'Средства есть',
      signedBy: 'Серіков А. Б., әкім',
    };
    expect((await reader.submit(form, filled)).url).toBe('/ru/desk');
    const again = await reader.submit(form, { ...filled, 'reasons.ru': 'Мой второй ответ' });
    expect(again.status).toBe(412);
    expect(again.$('table').text()).toContain('Средства есть');
    expect(again.$('table').text()).toContain('Мой второй ответ');
    expect(main(await reader.get(`/ru/desk/recommendations/${id}`))).toContain('ответ уже дан');
  });

  it('answers comments one after the other', async () => {
    const { consultationId: id } = await publishedConsultation(test, { provisions: 2, body });
    const citizen = await person(test);
    const first = await comment(citizen, id, 'Пусть ночью <b>тихо</b>');
    const second = await comment(citizen, id, 'И днём тоже');
    expect(main(await officer.get('/ru/desk'))).toContain('Ответить на замечания и предложения (2)');
    await opened(officer, `/desk/consultations/${id}`);
    await opened(officer, `/desk/comments/${first}`);
    const form = await officer.get(`/ru/desk/comments/${first}`);
    expect(main(form)).toContain('Пусть ночью <b>тихо</b>');
    const half = await officer.submit(form, { outcome: 'accepted', 'reasons.ru': 'Учтено' });
    expect(half.status).toBe(422);
    expect(half.$('textarea[name="reasons.ru"]').text()).toBe('Учтено');
    expect(half.$('#reasons-kk-error')).toHaveLength(1);
    const filled = { outcome: 'accepted', 'reasons.kk': 'Ескерілді', 'reasons.ru': 'Учтено' };
    const next = await officer.submit(form, filled);
    expect(next.url).toBe(`/ru/desk/comments/${second}`);
    const stale = await officer.submit(form, { ...filled, 'reasons.ru': 'Моё другое' });
    expect(stale.status).toBe(412);
    expect(stale.$('table').text()).toContain('Учтено');
    expect(stale.$('table').text()).toContain('Моё другое');
    expect((await officer.submit(next, filled)).url).toBe(`/ru/desk/consultations/${id}`);
    expect(main(await officer.get(`/ru/desk/consultations/${id}`))).toContain('Замечаний и предложений без ответа нет');
    const stranger = new Reader(test);
    await stranger.signIn(citizen.email);
    expect((await stranger.get(`/ru/desk/comments/${first}`)).status).toBe(403);
    expect((await officer.get(`/ru/desk/comments/${ABSENT}`)).status).toBe(404);
  });

  it('prepares a draft, is refused a window that is too short, and publishes it', async () => {
    await opened(officer, `/desk/bodies/${body.bodyId}/draft`);
    const form = await officer.get(`/ru/desk/bodies/${body.bodyId}/draft`);
    const wanted = {
      ...{ 'title.kk': 'Тыныштық', 'title.ru': 'О тишине', 'summary.kk': 'Шу', 'summary.ru': 'Шум' },
      ...{ 'objectives.kk': 'Тыныш түн', 'objectives.ru': 'Тихая ночь', actType: 'akimat_decision' },
      ...{ category: 'family', closesOn: '2026-03-04' },
      ...{ 'provisionText.kk': '1. Бір\nжол\n\n2. Екі', 'provisionText.ru': '1. Один' },
    };
    const unequal = await officer.submit(form, wanted);
    expect(unequal.status).toBe(422);
    expect(unequal.$('#provisionText-ru-error').text()).toContain('2 структурных элемента');
    expect(unequal.$('textarea[name="provisionText.kk"]').text()).toContain('2. Екі');
    const empty = await officer.submit(form, {
      ...wanted,
      'provisionText.kk': null,
      'provisionText.ru': null,
      category: '',
    });
    expect(empty.status).toBe(422);
    expect(empty.$('#category-error').text()).toContain('Выберите сферу');

    const work = await officer.submit(form, { ...wanted, 'provisionText.ru': '1. Один\nстрока\n\n2. Два' });
    const id = work.url.split('/').at(-1) ?? '';
    expect(work.url).toBe(`/ru/desk/consultations/${id}`);
    const draft = await body.officer.get(`/consultations/${id}/draft`).expect(200);
    expect((draft.body as { provisions: { text: object }[] }).provisions.map(({ text }) => text)).toEqual([
      { kk: '1. Бір\nжол', ru: '1. Один\nстрока' },
      { kk: '2. Екі', ru: '2. Два' },
    ]);
    const short = await officer.submit(work, {}, button('/publication'));
    expect(short.status).toBe(409);
    expect(main(short)).toMatch(/Применено правило K[789]/);
    await opened(officer, `/desk/consultations/${id}/edit`);
    const edit = await officer.get(`/ru/desk/consultations/${id}/edit`);
    const changed = await officer.submit(edit, { closesOn: await workingDaysAhead(test, 20) });
    const published = await officer.submit(changed, {}, button('/publication'));
    expect(main(published)).toContain('опубликовано');
    await test.anyone.get(`/consultations/${id}`).expect(200);
  });

  it('publishes the completion report once the discussion is closed and all is answered', async () => {
    const { consultationId: id } = await publishedConsultation(test, { provisions: 1, closesInWorkingDays: 10, body });
    const waiting = await comment(await person(test), id, 'Пусть будет тихо');
    test.clock.set('2026-03-18T09:00:00+05:00');
    await officer.signIn(body.officer.email);
    const early = await officer.get(`/ru/desk/consultations/${id}`);
    expect(main(early)).toContain('Без ответа: 1');
    expect(early.$('main form')).toHaveLength(0);
    const filled = { outcome: 'declined', 'reasons.kk': 'Жоқ', 'reasons.ru': 'Нет' };
    const answered = await officer.submit(await officer.get(`/ru/desk/comments/${waiting}`), filled);
    expect(main(await officer.get('/ru/desk'))).toContain('Опубликовать отчёт об обсуждении');
    const half = await officer.submit(answered, { 'summary.ru': 'Итог' }, button('/report'));
    expect(half.status).toBe(422);
    const reported = await officer.submit(answered, {}, button('/report'));
    expect(main(reported)).toContain('отчёт опубликован');
    await test.anyone.get(`/consultations/${id}/report`).expect(200);
    test.clock.set(BEGIN);
  });
});
