import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readRules, type RuleValue } from '../../src/rulebook/index.js';
import { activeCouncil, type CouncilAtWork } from '../factories/councils.js';
import { closedMeeting } from '../factories/meetings.js';
import { person, type Person } from '../support/people.js';
import { formOf, Reader, type Filling, type Seen } from '../support/reader.js';
import { startTestApplication, type TestApplication } from '../support/test-application.js';
import { MARKUP } from './world.js';

const button = (action: string): string => `main form[action$="${action}"] button`;
const step = (value: string): string => `main form button[name=_step][value=${value}]`;
const main = (seen: Seen): string => seen.$('main').text().replaceAll(/\s+/g, ' ');

describe('the facts an administrator keeps', () => {
  let test: TestApplication;
  let admin: Person;
  let reader: Reader;
  let council: CouncilAtWork;
  beforeAll(async () => {
    test = await startTestApplication();
    council = await activeCouncil(test);
    admin = await person(test, { role: 'admin' });
    reader = new Reader(test);
    await reader.signIn(admin.email);
  });
  afterAll(() => test.close());

  const count = async (sql: string): Promise<number> =>
    (await test.database.query<{ n: number }>(`select count(*)::int as n from ${sql}`))[0]?.n ?? 0;
  const again = (seen: Seen, filling: Filling, where = 'main form button'): Promise<Seen[]> => {
    const { action, fields } = formOf(seen, filling, where);
    return Promise.all([reader.post(action, fields), reader.post(action, fields)]);
  };

  describe('the calendar', () => {
    const filled = { 'name.kk': 'Демалыс', 'name.ru': 'Выходной', basis: 'Постановление № 1' };

    it('shows the days of a year that are not what they seem', async () => {
      const list = await reader.get('/ru/desk/calendar');
      expect(list.$('.kenes-list h3').first().text()).toBe('2027 год');
      const year = await reader.get('/kk/desk/calendar/2026?day=2026-03-21');
      expect(main(year)).toContain('Наурыз');
      expect(year.$('input[name=date]').val()).toBe('2026-03-21');
      expect(year.$('input[value=holiday]').attr('checked')).toBeDefined();
      expect(main(await reader.get('/ru/desk/calendar/2028'))).toContain('Год не загружен');
      for (const none of ['26', '1900', 'x', '2026-01-01']) {
        expect((await reader.get(`/ru/desk/calendar/${none}`)).status).toBe(404);
      }
    });

    it('refuses a date that is none, a day without a name, and a weekday as moved working day', async () => {
      const form = await reader.get('/ru/desk/calendar/2026');
      const none = await reader.submit(form, { date: '2026-02-30', kind: 'day_off', ...filled });
      expect(none.status).toBe(422);
      expect(none.$('#date-error').text()).toContain('существующей датой');
      expect(none.$('input[name=date]').val()).toBe('2026-02-30');
      const empty = await reader.submit(form);
      expect(empty.$('.govuk-error-summary li')).toHaveLength(3);
      const nameless = await reader.submit(form, { date: '2026-04-08', kind: 'day_off', basis: 'x' });
      expect([nameless.status, nameless.$('#name-kk-error').length]).toEqual([422, 1]);
      const half = await reader.submit(form, { date: '2026-04-08', kind: 'day_off', 'name.kk': 'а', basis: 'x' });
      expect([half.status, half.$('#name-ru-error').length]).toEqual([422, 1]);
      const weekday = await reader.submit(form, { date: '2026-04-08', kind: 'working_day_moved', ...filled });
      expect(weekday.status).toBe(422);
      expect(weekday.$('#kind-error').text()).toContain('только суббота или воскресенье');
      expect(weekday.$('textarea[name=basis]').text()).toBe(filled.basis);
    });

    it('moves due dates only by the recalculation, which is looked at before', async () => {
      const { recommendationId: id } = await closedMeeting(test, council);
      const sent = await council.secretary.put(`/recommendations/${id}/dispatch`).send({}).expect(200);
      expect(sent.body).toMatchObject({ dueOn: '2026-04-02' });
      expect(main(await reader.get('/ru/desk/calendar'))).toContain('пересчитывать нечего');
      const form = await reader.get('/ru/desk/calendar/2026');
      const set = await reader.submit(form, { date: '2026-04-02', kind: 'day_off', ...filled, basis: MARKUP });
      expect(set.url).toBe('/ru/desk/calendar/2026?done=day');
      expect(main(set)).toContain('Сроки, которые изменит пересчёт по календарю: 1');
      expect(main(set)).toContain(MARKUP.replaceAll(/\s+/g, ' '));
      expect(set.html).not.toMatch(/<script>alert|<img src=x/);
      expect(main(await reader.get('/ru/desk'))).toContain('Сроки, которые изменит пересчёт по календарю: 1');

      const preview = await reader.get('/ru/desk/calendar');
      const row = preview.$('section .kenes-list__item');
      expect(row).toHaveLength(1);
      expect(row.find('a').attr('href')).toBe(`/ru/recommendations/${id}`);
      expect(row.text()).toMatch(/2 апреля 2026.*3 апреля 2026/s);
      expect((await test.anyone.get(`/recommendations/${id}`)).body).toMatchObject({ dueOn: '2026-04-02' });
      const acts = () => count(`journal where subject_id = '${id}' and what = 'recommendation.due-date-moved'`);
      const done = await again(preview, {}, button('/recalculation'));
      for (const one of done) expect(main(one)).toContain('Сроки пересчитаны');
      expect(await acts()).toBe(1);
      expect((await test.anyone.get(`/recommendations/${id}`)).body).toMatchObject({ dueOn: '2026-04-03' });
      expect((await reader.get('/ru/desk/calendar/recalculation')).url).toBe('/ru/desk/calendar');
    });

    it('shows what somebody else made of a day meanwhile beside mine', async () => {
      const form = await reader.get('/ru/desk/calendar/2026?day=2026-05-12');
      const name = { kk: 'Басқа', ru: 'Другое' };
      await admin.put('/calendar/2026-05-12').send({ kind: 'holiday', name, basis: 'Раньше меня' }).expect(200);
      const mine = { kind: 'day_off', ...filled, basis: 'Моё основание' };
      const stale = await reader.submit(form, mine);
      expect(stale.status).toBe(412);
      const table = stale.$('table').text();
      for (const text of ['Раньше меня', 'Моё основание', 'праздничный день', 'выходной день', 'Другое']) {
        expect(table).toContain(text);
      }
      expect((await reader.submit(stale)).url).toBe('/ru/desk/calendar/2026?done=day');
      const ordinary = await reader.get('/ru/desk/calendar/2026?day=2026-05-12');
      const back = await reader.submit(ordinary, { kind: 'ordinary', 'name.kk': null, 'name.ru': null });
      expect(back.url).toBe('/ru/desk/calendar/2026?done=day');
      expect(back.$('main a[href*="day=2026-05-12"]')).toHaveLength(0);
    });

    it('asks for the next year in time, which counts as loaded when its days are entered and it is confirmed', async () => {
      const before = test.clock.now();
      test.clock.set('2027-12-20T10:00:00+05:00');
      const later = new Reader(test);
      await later.signIn(admin.email);
      expect(main(await later.get('/ru/desk'))).toContain('Календарь на 2028 год не загружен');
      expect((await later.get('/ru/desk/calendar')).$('.kenes-list h3').first().text()).toBe('2028 год');
      const empty = await later.get('/ru/desk/calendar/2028');
      expect(empty.$('form[action$="/completion"]')).toHaveLength(0);
      const day = { date: '2028-01-01', kind: 'holiday', ...filled };
      const entered = await later.submit(empty, day, button('/2028'));
      const bare = await later.submit(entered, {}, button('/completion'));
      expect(bare.status).toBe(422);
      expect(bare.$('.govuk-error-summary a').attr('href')).toBe('#yearBasis');
      const whole = await later.submit(entered, { yearBasis: 'Закон о праздниках' }, button('/completion'));
      expect(whole.url).toBe('/ru/desk/calendar/2028?done=year');
      expect(main(await later.get('/ru/desk'))).not.toContain('не загружен');
      const twice = await later.submit(entered, { yearBasis: 'Закон о праздниках' }, button('/completion'));
      expect(twice.status).toBe(409);
      expect(main(twice)).toContain('2028 год уже загружен');
      test.clock.set(before.toISOString());
    });
  });

  describe('the settings', () => {
    const basis = { 'basis.kk': 'Ереже', 'basis.ru': 'Положение', 'basis.en': 'Regulation' };

    it('are those rules that no text gives, each with the field of its value', async () => {
      const list = await reader.get('/ru/desk/rules');
      const settings = readRules().filter(({ trust }) => trust === 'setting');
      expect(list.$('.kenes-list h3')).toHaveLength(settings.length);
      for (const { id, value } of settings) {
        const shown = await reader.get(`/ru/desk/rules/${id}`);
        for (const [name, text] of Object.entries(fieldsOf(value))) {
          expect([id, name, shown.$(`main form [name="${name}"]`).val()]).toEqual([id, name, text]);
        }
      }
    });

    it.each([
      ['M5.notice', { 'value.amount': '7' }, { amount: 7, unit: 'wd' }, 'строже'],
      ['M5.signed', { 'value.amount': '7' }, { amount: 7, unit: 'wd' }, 'мягче'],
      ['C6', { 'value.amount': '2' }, { amount: 2, unit: 'year' }, 'нет более строгого'],
      ['R4', { 'value.amount': '1' }, { amount: 1, unit: 'month' }, 'Значение то же'],
      ['A2.threshold', { 'value.amount': '60' }, { amount: 60, unit: 'count' }, 'строже'],
      ['M6', { 'value.fraction': '2/3' }, { fraction: '2/3' }, 'строже'],
      ['C3.local', { 'value.from': '11', 'value.to': '31' }, { from: 11, to: 31 }, 'нет более строгого'],
      [
        'M7',
        { 'value.text.kk': 'а', 'value.text.ru': MARKUP, 'value.text.en': 'c' },
        { text: { kk: 'а', ru: MARKUP, en: 'c' } },
        'нет более строгого',
      ],
    ])('are set after a look at what changes: %s', async (id, value, stored, strictness) => {
      const form = await reader.get(`/ru/desk/rules/${id}`);
      const check = await reader.submit(form, { ...value, ...basis }, step('check'));
      expect(check.status).toBe(200);
      expect(main(check)).toContain(strictness);
      expect(check.html).not.toMatch(/<script>alert|<img src=x/);
      const change = await reader.submit(check, {}, step('change'));
      expect(change.$('textarea[name="basis.ru"]').text()).toBe('Положение');
      const done = await again(check, {}, step('set'));
      expect(done.map(({ status }) => status).sort()).toEqual([200, 412]);
      const shown = await reader.get(`/ru/desk/rules/${id}`);
      expect(main(shown)).toContain('Положение');
      expect(main(shown)).toContain('→');
      expect(shown.html).not.toMatch(/<script>alert|<img src=x/);
      expect((await test.anyone.get(`/rules/${id}`).expect(200)).body).toMatchObject({
        value: stored,
        verified: true,
        basis: { ru: 'Положение' },
        since: '2026-03-02',
      });
    });

    it.each([
      ['M5.notice', { 'value.amount': '' }, 'value-amount', 'Заполните'],
      ['M5.notice', { 'value.amount': 'семь' }, 'value-amount', 'другой вид'],
      ['M5.notice', { 'value.amount': '0' }, 'value-amount', 'другой вид'],
      ['M5.notice', { 'value.unit': 'cd' }, 'value-amount', 'другой вид'],
      ['M6', { 'value.fraction': '3/2' }, 'value-fraction', 'другой вид'],
      ['C3.local', { 'value.from': '31', 'value.to': '11' }, 'value-from', 'другой вид'],
      ['C6', { since: '2026-02-30' }, 'since', 'существующей датой'],
      ['C6', { 'basis.en': '' }, 'basis-en', 'Заполните'],
      ['C6', { 'basis.kk': 'а'.repeat(1001) }, 'basis-kk', 'Длиннее'],
    ])('are refused a wrong value at its field: %s %j', async (id, value, field, sentence) => {
      const before = await count('rule_settings');
      const form = await reader.get(`/ru/desk/rules/${id}`);
      const { action, fields } = formOf(form, basis, step('check'));
      const sent = fields
        .map(([name, text]): [string, string] => [name, (value as Record<string, string>)[name] ?? text])
        .map(([name, text]): [string, string] => [name, name === '_step' ? 'set' : text]);
      const refused = await reader.post(action, sent);
      expect(refused.status).toBe(422);
      expect(refused.$(`.govuk-error-summary a[href="#${field}"]`)).toHaveLength(1);
      expect(refused.$(`#${field}-error`).text()).toContain(sentence);
      expect(await count('rule_settings')).toBe(before);
    });

    it('are no law: what the law fixes has no form, and a forged one is refused', async () => {
      const law = await reader.get('/ru/desk/rules/C1');
      expect([law.status, law.$('main form').length]).toEqual([200, 0]);
      expect(main(law)).toContain('установлено законом');
      const { fields } = formOf(await reader.get('/ru/desk/rules/M6'), basis, step('check'));
      for (const wanted of ['check', 'set']) {
        const forged = fields.map(([name, text]): [string, string] => [name, name === '_step' ? wanted : text]);
        const unversioned = forged.filter(([name]) => name !== '_version');
        const refused = await reader.post('/ru/desk/rules/C1', unversioned);
        expect(refused.status).toBe(409);
        expect(main(refused)).toContain('Правило C1 установлено законом');
      }
      expect((await reader.get('/ru/desk/rules/Z9')).status).toBe(404);
      expect((await reader.post('/ru/desk/rules/Z9', fields)).status).toBe(404);
    });

    it('shows what somebody else set meanwhile beside mine', async () => {
      const form = await reader.get('/ru/desk/rules/K8.report');
      const theirs = { kk: 'Олардікі', ru: 'Чужое основание', en: 'Theirs' };
      const wanted = { value: { amount: 4, unit: 'wd' }, basis: theirs, since: '2026-04-01' };
      await admin.put('/rules/K8.report').send(wanted).expect(200);
      const mine = { 'value.amount': '5', ...basis, 'basis.ru': 'Моё основание' };
      const check = await reader.submit(form, mine, step('check'));
      const stale = await reader.submit(check, {}, step('set'));
      expect(stale.status).toBe(412);
      for (const text of ['Чужое основание', 'Моё основание', '2026-04-01']) {
        expect(stale.$('table').first().text()).toContain(text);
      }
      expect(main(stale)).toContain('ещё не действует');
      const second = await reader.submit(stale, {}, step('check'));
      expect((await reader.submit(second, {}, step('set'))).url).toBe('/ru/desk/rules/K8.report?done=setting');
    });

    it('name the councils whose own decision gives way', async () => {
      const list = readRules().find(({ id }) => id === 'M5.published');
      expect(list?.stricter).toBe('less');
      const own = { value: { amount: 2, unit: 'wd' }, decidedOn: '2026-03-02' };
      await council.secretary.put(`/councils/${council.councilId}/rules/M5.published`).send(own).expect(200);
      const form = await reader.get('/ru/desk/rules/M5.published');
      expect(main(form)).toContain('2 рабочих дня');
      const looser = await reader.submit(form, { 'value.amount': '4', ...basis }, step('check'));
      expect(main(looser)).not.toContain('перестанут применяться');
      const stricter = await reader.submit(form, { 'value.amount': '1', ...basis }, step('check'));
      expect(main(stricter)).toContain('перестанут применяться');
    });
  });
});

/** The fields of a value as a browser holds them. */
function fieldsOf(value: RuleValue): Record<string, string> {
  if ('amount' in value) return { 'value.amount': String(value.amount), 'value.unit': value.unit };
  if ('fraction' in value) return { 'value.fraction': value.fraction };
  if ('from' in value) return { 'value.from': String(value.from), 'value.to': String(value.to) };
  return { 'value.text.kk': value.text.kk, 'value.text.ru': value.text.ru, 'value.text.en': value.text.en };
}
