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

const MARKUP = '<script>alert(1)</script> & "x"';
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

  /** After the report: the act, or the reasons why there is none; once. */
  const concludes = async (id: string, work: Seen): Promise<void> => {
    expect(work.$('main form[action$="/withdrawal"]')).toHaveLength(0);
    const nothing = await officer.submit(work, {}, button('/conclusion'));
    expect(nothing.status).toBe(422);
    expect(nothing.$('#result-error').text()).toContain('Выберите, чем завершился проект');
    const half = { result: 'adopted', 'act.number': '112', 'act.url': 'adilet' };
    const wrong = await officer.submit(work, half, button('/conclusion'));
    expect(wrong.status).toBe(422);
    expect(
      wrong
        .$('.govuk-error-summary a')
        .toArray()
        .map((link) => wrong.$(link).attr('href')),
    ).toEqual(['#act-title-kk', '#act-title-ru', '#act-adoptedOn', '#act-url']);
    const act = {
      ...{ 'act.title.kk': `Тыныштық ${MARKUP}`, 'act.title.ru': `О тишине ${MARKUP}`, 'act.number': '112' },
      ...{ 'act.adoptedOn': '2026-03-18', 'act.url': 'https://adilet.zan.kz/rus/docs/V2600000112' },
    };
    const contradiction = await officer.submit(work, { ...act, result: 'rejected' }, button('/conclusion'));
    expect(contradiction.status).toBe(422);
    expect(contradiction.$('input[name="act.number"]').val()).toBe('112');
    const nameless = await officer.submit(work, { result: 'adopted' }, button('/conclusion'));
    expect(nameless.status).toBe(422);
    expect(nameless.$('#act-title-kk-error').text()).toContain('укажите его название, номер, дату принятия');
    const silent = await officer.submit(work, { result: 'rejected' }, button('/conclusion'));
    expect(silent.status).toBe(422);
    expect(silent.$('.govuk-error-summary a').attr('href')).toBe('#reasons-kk');
    expect(silent.$('#reasons-kk-error').text()).toContain('Акт не принят: напишите почему.');
    const done = await officer.submit(work, { ...act, result: 'adopted' }, button('/conclusion'));
    expect(done.url).toBe(`/ru/desk/consultations/${id}`);
    expect(main(done)).toContain('завершено');
    expect(done.$('main form')).toHaveLength(0);
    const again = await officer.submit(work, { result: 'rejected' }, button('/conclusion'));
    expect(again.status).toBe(412);
    const seen = await officer.get(`/ru/consultations/${id}`);
    expect(main(seen)).toContain('акт принят');
    expect(main(seen)).toContain(`О тишине ${MARKUP}`);
    expect(main(seen)).toContain('№ 112 от 18 марта 2026');
    expect(main(seen)).toContain('Отчёт о завершении публичного обсуждения');
    expect(seen.$('a[href="https://adilet.zan.kz/rus/docs/V2600000112"]')).toHaveLength(1);
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

  it('extends the time for comments with reasons; the page shows what was announced and why it is longer', async () => {
    const { consultationId: id, closesOn } = await publishedConsultation(test, { provisions: 1, body });
    const work = await officer.get(`/ru/desk/consultations/${id}`);
    const early = await officer.submit(work, { 'extension.closesOn': closesOn }, button('/extension'));
    expect(early.status).toBe(422);
    expect(early.$('#extension-reasons-kk-error, #extension-reasons-ru-error')).toHaveLength(2);
    expect(early.$('details:has(form[action$="/extension"])').attr('open')).toBeDefined();
    expect(early.$('details:has(form[action$="/withdrawal"])').attr('open')).toBeUndefined();
    const reasons = { 'extension.reasons.kk': `Сұрақ көп ${MARKUP}`, 'extension.reasons.ru': `Вопросы ${MARKUP}` };
    const same = await officer.submit(early, { ...reasons, 'extension.closesOn': closesOn }, button('/extension'));
    expect(same.$('#extension-closesOn-error').text()).toContain('Должен быть позже объявленного дня');
    const later = await workingDaysAhead(test, 25);
    const extended = await officer.submit(same, { ...reasons, 'extension.closesOn': later }, button('/extension'));
    expect(extended.url).toBe(`/ru/desk/consultations/${id}`);
    const seen = await officer.get(`/ru/consultations/${id}`);
    expect(main(seen)).toMatch(/Продлено \d+ .*: прежний последний день – \d+/);
    expect(main(seen)).toContain(`Вопросы ${MARKUP}`);
    expect(seen.$('main script, main img')).toHaveLength(0);
  });

  it('withdraws a published draft with reasons, for good; the text stays readable with them', async () => {
    const { consultationId: id } = await publishedConsultation(test, { provisions: 1, body });
    const work = await officer.get(`/ru/desk/consultations/${id}`);
    expect(main(work)).toContain('Отзыв окончателен: обсуждение прекращается');
    const nothing = await officer.submit(work, {}, button('/withdrawal'));
    expect(nothing.status).toBe(422);
    expect(nothing.$('#reasons-kk-error, #reasons-ru-error')).toHaveLength(2);
    expect(nothing.$('details:has(form[action$="/withdrawal"])').attr('open')).toBeDefined();
    const reasons = { 'reasons.kk': `Қайта қаралады ${MARKUP}`, 'reasons.ru': `Пересматривается ${MARKUP}` };
    const withdrawn = await officer.submit(work, reasons, button('/withdrawal'));
    expect(withdrawn.url).toBe(`/ru/desk/consultations/${id}`);
    expect(main(withdrawn)).toContain('отозвано');
    expect(withdrawn.$('main form')).toHaveLength(0);
    const stale = await officer.submit(work, { ...reasons, 'reasons.ru': 'Иначе' }, button('/withdrawal'));
    expect(stale.status).toBe(412);
    expect(stale.$('table').text()).toContain('Пересматривается');
    expect(stale.$('table').text()).toContain('Иначе');
    const state = await officer.submit(stale, {}, button('/withdrawal'));
    expect(state.status).toBe(409);
    const seen = await officer.get(`/ru/consultations/${id}`);
    expect(main(seen)).toContain(`Пересматривается ${MARKUP}`);
    expect(seen.$('main script, main img')).toHaveLength(0);
  });

  it('keeps other bodies from withdrawing and concluding', async () => {
    const { consultationId: id } = await publishedConsultation(test, { provisions: 1, body });
    const { bodyId } = await formingCouncil(test);
    const other = new Reader(test);
    await other.signIn((await person(test, { role: 'officer', bodyId })).email);
    const own = await other.get(`/ru/desk/bodies/${bodyId}/draft`);
    const token: [string, string] = ['_token', String(own.$('main input[name=_token]').val())];
    const words: [string, string][] = ['reasons.kk', 'reasons.ru'].map((name) => [name, 'Чужое']);
    for (const [part, fields] of [
      ['withdrawal', words],
      ['conclusion', [['result', 'rejected']]],
    ] as [string, [string, string][]][]) {
      expect((await other.post(`/ru/desk/consultations/${id}/${part}`, [token, ...fields])).status).toBe(403);
    }
    const early = await officer.post(`/ru/desk/consultations/${id}/conclusion`, [
      ['_token', String((await officer.get(`/ru/desk/consultations/${id}`)).$('main input[name=_token]').val())],
      ['result', 'rejected'],
    ]);
    expect(early.status).toBe(409);
    const kept = await test.anyone.get(`/consultations/${id}`).expect(200);
    expect(kept.body).toMatchObject({ state: 'published' });
  });

  it('publishes the completion report once the discussion is closed and all is answered', async () => {
    const { consultationId: id } = await publishedConsultation(test, { provisions: 1, closesInWorkingDays: 10, body });
    const waiting = await comment(await person(test), id, 'Пусть будет тихо');
    test.clock.set('2026-03-18T09:00:00+05:00');
    await officer.signIn(body.officer.email);
    const early = await officer.get(`/ru/desk/consultations/${id}`);
    expect(main(early)).toContain('Без ответа: 1');
    expect(early.$('main form[action$="/report"]')).toHaveLength(0);
    const filled = { outcome: 'declined', 'reasons.kk': 'Жоқ', 'reasons.ru': 'Нет' };
    const answered = await officer.submit(await officer.get(`/ru/desk/comments/${waiting}`), filled);
    expect(main(await officer.get('/ru/desk'))).toContain('Опубликовать отчёт об обсуждении');
    const half = await officer.submit(answered, { 'summary.ru': 'Итог' }, button('/report'));
    expect(half.status).toBe(422);
    const reported = await officer.submit(answered, {}, button('/report'));
    expect(main(reported)).toContain('отчёт опубликован');
    await test.anyone.get(`/consultations/${id}/report`).expect(200);
    await concludes(id, reported);
    test.clock.set(BEGIN);
  });
});
