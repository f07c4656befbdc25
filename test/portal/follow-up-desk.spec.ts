import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { text } from '../factories/assessments.js';
import { activeCouncil, formingCouncil, type CouncilAtWork } from '../factories/councils.js';
import { closedMeeting, postAll } from '../factories/meetings.js';
import { person, type Person } from '../support/people.js';
import { Reader, type Seen } from '../support/reader.js';
import { startTestApplication, type TestApplication } from '../support/test-application.js';
import { MARKUP } from './world.js';

const ABSENT = '0192f0c0-0000-7000-8000-000000000000';
const button = (action: string): string => `main form[action$="${action}"] button`;
const main = ({ $ }: Seen): string => $('main').text().replaceAll(/\s+/g, ' ');
const errors = ({ $ }: Seen): string[] =>
  $('.govuk-error-summary a')
    .toArray()
    .map((link) => $(link).attr('href') ?? '');

describe('measures on the desks', () => {
  let test: TestApplication;
  let council: CouncilAtWork;
  let officer: Person;
  let officerReader: Reader;
  let secretary: Reader;
  let recommendationId: string;

  beforeAll(async () => {
    test = await startTestApplication();
    council = await activeCouncil(test);
    officer = await person(test, { role: 'officer', bodyId: council.bodyId });
    recommendationId = await accepted();
    officerReader = new Reader(test);
    await officerReader.signIn(officer.email);
    secretary = new Reader(test);
    await secretary.signIn(council.secretary.email);
  });
  afterAll(() => test.close());

  async function accepted(decision = 'accepted'): Promise<string> {
    const { recommendationId: id } = await closedMeeting(test, council);
    await council.secretary.put(`/recommendations/${id}/dispatch`).send({}).expect(200);
    const reply = { decision, reasons: text('Келісеміз', 'Согласны'), signedBy: 'Әкім А. Б.' };
    await officer.put(`/recommendations/${id}/reply`).send(reply).expect(200);
    return id;
  }
  const promised = async (dueOn = '2026-09-01', name = 'Жолды жөндеу'): Promise<string> => {
    const wanted = { measure: text(name, `${name} (рус.)`), bodyId: council.bodyId, dueOn };
    const [id = ''] = await postAll(council.secretary, `/recommendations/${recommendationId}/follow-ups`, [wanted]);
    return id;
  };
  const opened = async (reader: Reader, path: string): Promise<void> => {
    for (const language of ['kk', 'ru', 'en']) {
      const { url, status, $ } = await reader.get(`/${language}${path}`);
      expect([url, status, $('html').attr('lang'), $('h1').length]).toEqual([`/${language}${path}`, 200, language, 1]);
    }
  };

  describe('of a secretary', () => {
    it('begin with what the body promised after a recommendation that it accepted', async () => {
      const id = await accepted('partly');
      const path = `/desk/recommendations/${id}/measure`;
      expect(main(await secretary.get('/ru/desk'))).toContain('Записать меру по принятой рекомендации');
      await opened(secretary, path);
      const form = await secretary.get(`/ru${path}`);
      const nothing = await secretary.submit(form);
      expect(nothing.status).toBe(422);
      expect(errors(nothing)).toEqual(['#measure-kk', '#measure-ru', '#dueOn']);
      expect(nothing.$('#dueOn-error').text()).toContain('Укажите срок исполнения');

      const wanted = { 'measure.kk': `Кесте ${MARKUP}`, 'measure.ru': 'График', dueOn: '2026-05-01' };
      const stepped = await secretary.submit(form, wanted, 'main button[value="add:0"]');
      expect(stepped.status).toBe(200);
      expect(stepped.$('textarea[name="measure.kk"]').text()).toBe(`Кесте ${MARKUP}`);
      const step = { 'milestones[0].name.kk': 'Жоба', 'milestones[0].name.ru': 'Проект' };
      const late = await secretary.submit(stepped, { ...step, 'milestones[0].dueOn': '2026-06-01' });
      expect(late.status).toBe(422);
      expect(late.$('#milestones-0-dueOn-error').text()).toContain('Этап должен приходиться');
      const past = await secretary.submit(stepped, { dueOn: '2020-01-01' });
      expect(past.$('#dueOn-error').text()).toContain('Эта дата уже прошла');
      const removed = await secretary.submit(late, {}, 'main button[value="remove:0"]');
      expect(removed.$('[name^="milestones["]')).toHaveLength(0);

      const ready = { ...step, 'milestones[0].dueOn': '2026-04-01' };
      const made = await secretary.submit(late, ready);
      expect(made.url).toMatch(/^\/ru\/follow-ups\//);
      expect(main(made)).toContain('Проект');
      // A double click makes one measure.
      expect((await secretary.submit(late, ready)).url).toBe(made.url);
      const kept = await test.anyone.get(`/follow-ups?recommendation=${id}`).expect(200);
      expect((kept.body as { items: unknown[] }).items).toHaveLength(1);
      expect(main(await secretary.get(`/ru${path}`))).toContain('Меры, уже обещанные');
    });

    it('hold no measure after a recommendation that was declined: refused, with what to do', async () => {
      const id = await accepted('declined');
      const path = `/ru/desk/recommendations/${id}/measure`;
      const seen = await secretary.get(path);
      expect(main(seen)).toContain('только по рекомендации, принятой полностью или частично');
      expect(seen.$('main form')).toHaveLength(0);
      const other = await secretary.get(`/ru/desk/recommendations/${recommendationId}/measure`);
      const wanted: [string, string][] = [
        ['measure.kk', 'Кесте'],
        ['measure.ru', 'График'],
        ['dueOn', '2026-05-01'],
      ];
      const refused = await secretary.post(path, [...hiddenOf(other), ...wanted]);
      expect(refused.status).toBe(409);
      expect(main(refused)).toContain('Мера назначается только по рекомендации');
      expect(refused.$('textarea[name="measure.ru"]').text()).toBe('График');
    });

    it('are closed to other councils', async () => {
      const other = await activeCouncil(test);
      const stranger = new Reader(test);
      await stranger.signIn(other.secretary.email);
      const id = await promised();
      expect((await stranger.get(`/ru/desk/recommendations/${recommendationId}/measure`)).status).toBe(403);
      expect((await stranger.get(`/ru/desk/follow-ups/${id}`)).status).toBe(403);
      expect((await officerReader.get(`/ru/desk/recommendations/${recommendationId}/measure`)).status).toBe(403);
      expect((await secretary.get(`/ru/desk/recommendations/${ABSENT}/measure`)).status).toBe(404);
    });
  });

  describe('of an officer', () => {
    it('are in the order of their due dates, and only those of the own body', async () => {
      await promised('2026-03-06', 'Екінші');
      await promised('2026-03-04', 'Бірінші');
      const desk = main(await officerReader.get('/ru/desk'));
      expect(desk).toContain('Исполнить меру и отчитаться: Бірінші (рус.)');
      expect(desk.indexOf('Бірінші (рус.)')).toBeLessThan(desk.indexOf('Екінші (рус.)'));
      const { bodyId } = await formingCouncil(test);
      const stranger = new Reader(test);
      await stranger.signIn((await person(test, { role: 'officer', bodyId })).email);
      expect(main(await stranger.get('/ru/desk'))).not.toContain('Бірінші');
      expect(main(await secretary.get('/ru/desk'))).toContain('Ожидается исполнение меры: Бірінші (рус.)');
    });

    it('report progress and completion with evidence, which the secretary verifies', async () => {
      const id = await promised();
      const path = `/desk/follow-ups/${id}`;
      await opened(officerReader, path);
      const form = await officerReader.get(`/ru${path}`);
      const nothing = await officerReader.submit(form, { kind: 'completion' }, button('/report'));
      expect(nothing.status).toBe(422);
      expect(errors(nothing)).toEqual(['#note-kk', '#note-ru', '#evidence-0-title']);
      expect(nothing.$('#evidence-0-title-error').text()).toContain('Укажите хотя бы одно подтверждение');
      expect(nothing.$('input[value=completion]').attr('checked')).toBeDefined();

      const half = { 'note.kk': `Басталды ${MARKUP}`, 'note.ru': `Начали ${MARKUP}` };
      const begun = await officerReader.submit(form, half, button('/report'));
      expect(begun.url).toBe('/ru/desk');
      const later = await officerReader.get(`/ru${path}`);
      expect(main(later)).toContain(`Начали ${MARKUP}`);
      expect(later.$('main script, main img')).toHaveLength(0);

      const stale = await officerReader.submit(form, { ...half, 'note.ru': 'Моё слово' }, button('/report'));
      expect(stale.status).toBe(412);
      expect(stale.$('table').text()).toContain('Исполняется');
      expect(stale.$('table').text()).toContain(`Начали ${MARKUP}`);
      expect(stale.$('table').text()).toContain('Моё слово');

      const done = { kind: 'completion', 'note.kk': 'Бітті', 'note.ru': 'Готово' };
      const first = { 'evidence[0].title': 'Акт', 'evidence[0].url': 'not a link' };
      const more = await officerReader.submit(later, { ...done, ...first }, 'main button[value="add:1"]');
      const second = { 'evidence[1].title': MARKUP, 'evidence[1].url': 'https://example.kz/b' };
      const wrong = await officerReader.submit(more, second, button('/report'));
      expect(wrong.status).toBe(422);
      expect(errors(wrong)).toEqual(['#evidence-0-url']);
      expect(wrong.$('input[name="evidence[1].title"]').val()).toBe(MARKUP);
      const right = { 'evidence[0].url': 'https://example.kz/a' };
      expect((await officerReader.submit(wrong, right, button('/report'))).url).toBe('/ru/desk');

      const closed = await officerReader.get(`/ru${path}`);
      expect(main(closed)).toContain('ожидается вывод совета');
      expect(closed.$('main form')).toHaveLength(0);
      const verdict = { verdict: 'partly', 'grounds.kk': 'Ішінара', 'grounds.ru': 'Не всё' };
      const verified = await secretary.submit(await secretary.get(`/ru${path}`), verdict, button('/verification'));
      expect(verified.url).toBe('/ru/desk');
      const seen = main(await officerReader.get(`/ru/follow-ups/${id}`));
      for (const words of ['Начали', 'Готово', 'Акт', 'Исполнена частично', 'Не всё']) expect(seen).toContain(words);
    });

    it('refuse with reasons, once', async () => {
      const id = await promised();
      const form = await officerReader.get(`/ru/desk/follow-ups/${id}`);
      expect(main(form)).toContain('Отказ публикуется сразу, отменить его нельзя');
      const nothing = await officerReader.submit(form, {}, button('/refusal'));
      expect(nothing.status).toBe(422);
      expect(errors(nothing)).toEqual(['#reasons-kk', '#reasons-ru']);
      expect(nothing.$('details:has(form[action$="/refusal"])').attr('open')).toBeDefined();
      const reasons = { 'reasons.kk': 'Қаражат жоқ', 'reasons.ru': 'Нет средств' };
      expect((await officerReader.submit(form, reasons, button('/refusal'))).url).toBe('/ru/desk');
      // Without its version the second refusal meets the state: a refused measure takes no more.
      const again = await officerReader.post(`/ru/desk/follow-ups/${id}/refusal`, [
        ...hiddenOf(form).filter(([name]) => name !== '_version'),
        ...Object.entries(reasons),
      ]);
      expect(again.status).toBe(409);
      expect(main(again)).toContain('В состоянии «отказано» это невозможно');
    });

    it('are not somebody else’s: refused to officers of other bodies and to strangers', async () => {
      const id = await promised();
      const own = await secretary.get(`/ru/desk/recommendations/${recommendationId}/measure`);
      const { bodyId } = await formingCouncil(test);
      const stranger = new Reader(test);
      await stranger.signIn((await person(test, { role: 'officer', bodyId })).email);
      expect((await stranger.get(`/ru/desk/follow-ups/${id}`)).status).toBe(403);
      const token = hiddenOf(await stranger.get(`/ru/desk/bodies/${bodyId}/draft`)).filter(
        ([name]) => name === '_token',
      );
      const words: [string, string][] = [
        ['kind', 'progress'],
        ['note.kk', 'Менікі'],
        ['note.ru', 'Моё'],
      ];
      expect((await stranger.post(`/ru/desk/follow-ups/${id}/report`, [...token, ...words])).status).toBe(403);
      expect((await secretary.post(`/ru/desk/follow-ups/${id}/report`, [...hiddenOf(own), ...words])).status).toBe(403);
      const kept = await test.anyone.get(`/follow-ups/${id}`).expect(200);
      expect(kept.body).toMatchObject({ state: 'promised', reports: [] });
      expect((await officerReader.get(`/ru/desk/follow-ups/${ABSENT}`)).status).toBe(404);
      expect((await officerReader.get(`/ru/desk/follow-ups/${id}/report`)).url).toBe(`/ru/desk/follow-ups/${id}`);
    });
  });
});

/** Proof, key and version of a page's first form. */
function hiddenOf({ $ }: Seen): [string, string][] {
  return $('main form')
    .first()
    .find('input[type=hidden]')
    .toArray()
    .map((one): [string, string] => [$(one).attr('name') ?? '', String($(one).val())]);
}
