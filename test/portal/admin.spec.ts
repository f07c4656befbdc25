import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readRules } from '../../src/rulebook/index.js';
import { activeCouncil, type CouncilAtWork } from '../factories/councils.js';
import { person, type Person } from '../support/people.js';
import { formOf, Reader, type Filling, type Seen } from '../support/reader.js';
import { startTestApplication, type TestApplication } from '../support/test-application.js';
import { MARKUP } from './world.js';

const ABSENT = '0192f0c0-0000-7000-8000-000000000000';
const button = (action: string): string => `main form[action$="${action}"] button`;
const main = (seen: Seen): string => seen.$('main').text().replaceAll(/\s+/g, ' ');

describe('the desk of an administrator', () => {
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

  it('is for nobody else: citizens and secretaries get 403, strangers are asked to sign in', async () => {
    const { accountId } = admin;
    const paths = ['accounts', 'accounts/new', 'calendar', 'calendar/2026', 'rules', 'rules/M5.notice'];
    const ofOne = ['', '/grant', '/disable', '/enable'].map((part) => `accounts/${accountId}${part}`);
    const others = [await person(test), council.secretary, council.authority];
    for (const { email } of others) {
      const other = new Reader(test);
      await other.signIn(email);
      for (const path of [...paths, ...ofOne]) expect((await other.get(`/ru/desk/${path}`)).status).toBe(403);
      expect(main(await other.get('/ru/desk'))).not.toContain('Администратор');
    }
    for (const path of [...paths, ...ofOne]) {
      expect((await new Reader(test).get(`/kk/desk/${path}`)).url).toMatch(/^\/kk\/sign-in\?/);
    }
  });

  it('says what needs attention, and leads there', async () => {
    const desk = await reader.get('/ru/desk');
    const unverified = readRules().filter(({ trust, since }) => trust === 'setting' && since === null).length;
    expect(main(desk)).toContain(`Настройки, не проверенные по тексту акта: ${unverified}`);
    expect(main(desk)).not.toContain('не загружен');
    expect(main(desk)).not.toContain('У вас нет');
    for (const path of ['accounts', 'calendar', 'rules']) {
      expect(desk.$(`main a[href="/ru/desk/${path}"]`).length).toBeGreaterThan(0);
    }
    expect((await reader.get('/ru/account')).$('main a[href="/ru/desk"]')).toHaveLength(1);
  });

  describe('accounts', () => {
    it('are found by name, address, state and role, page by page', async () => {
      const wanted = { displayName: MARKUP, email: 'markup@example.kz', language: 'ru' };
      await admin.post('/accounts').send(wanted).expect(201);
      const found = await reader.get(`/ru/desk/accounts?q=${encodeURIComponent('MARKUP@')}`);
      expect(found.$('.kenes-list h3').text()).toBe(MARKUP);
      expect(found.html).not.toMatch(/<script>alert|<img src=x/);
      expect(main(found)).toContain('адрес не подтверждён');
      const secretaries = await reader.get('/ru/desk/accounts?role=secretary&state=active');
      expect(main(secretaries)).toContain(council.secretary.email);
      expect(main(secretaries)).not.toContain(admin.email);
      expect((await reader.get('/ru/desk/accounts?role=king')).status).toBe(400);
      expect((await reader.get('/ru/desk/accounts?after=x')).status).toBe(400);

      const emails = new Set<string>();
      const all = await count('accounts where closed_at is null');
      let next: string | undefined = '/ru/desk/accounts?limit=2';
      while (next !== undefined) {
        const seen: Seen = await reader.get(next);
        for (const fact of seen.$('.kenes-list__facts span:first-child')) emails.add(seen.$(fact).text());
        const href: string | undefined = seen.$('.govuk-pagination__next a').attr('href');
        next = href && `${href}&limit=2`;
      }
      expect(emails.size).toBe(all);
    });

    it('are made by invitation, once for a double click; an unknown address leads there', async () => {
      const nobody = await reader.get('/ru/desk/accounts?q=aigerim%40example.kz');
      expect(main(nobody)).toContain('Таких учётных записей нет');
      const form = await reader.get(nobody.$('main a[href*="accounts/new?"]').attr('href') ?? '');
      expect(form.$('input[name=email]').val()).toBe('aigerim@example.kz');
      const empty = await reader.submit(form, { email: 'aigerim' });
      expect(empty.status).toBe(422);
      expect(empty.$('#displayName-error').text()).toContain('Введите имя');
      expect(empty.$('#email-error')).toHaveLength(1);
      expect(empty.$('input[name=email]').val()).toBe('aigerim');
      const [one, two] = await again(form, { displayName: 'Әйгерім', language: 'kk' });
      expect(one?.url).toBe(two?.url);
      expect(one && main(one)).toContain('Письмо с приглашением отправлено');
      expect(await count(`accounts where email = 'aigerim@example.kz'`)).toBe(1);
      const taken = await reader.submit(await reader.get('/ru/desk/accounts/new'), {
        displayName: 'Ещё раз',
        email: 'AIGERIM@example.kz',
      });
      expect(taken.status).toBe(409);
      expect(main(taken)).toContain('С этим адресом уже есть учётная запись');
      expect(taken.$('input[name=displayName]').val()).toBe('Ещё раз');

      const letter = await reader.submit(one ?? form, {}, button('/letter'));
      expect(main(letter)).toContain('Письмо отправлено ещё раз');
      for (let asked = 0; asked < 5; asked += 1) await reader.submit(letter, {}, button('/letter'));
      const refused = await reader.submit(letter, {}, button('/letter'));
      expect([refused.status, Number(refused.headers['retry-after']) > 0]).toEqual([429, true]);
      expect((await reader.get(`/ru/desk/accounts/${ABSENT}`)).status).toBe(404);
    });

    it('are given a role for a body, once for a double click, and not twice', async () => {
      const citizen = await person(test);
      const path = `/ru/desk/accounts/${citizen.accountId}`;
      const form = await reader.get(`${path}/grant`);
      const none = await reader.submit(form);
      expect(none.status).toBe(422);
      expect(none.$('#role-error').text()).toContain('Выберите роль');
      const bare = await reader.submit(form, { role: 'officer' });
      expect(bare.status).toBe(422);
      expect(bare.$('#bodyId-error')).toHaveLength(1);
      const wide = await reader.submit(form, { role: 'authority', bodyId: council.bodyId });
      expect(wide.$('#bodyId-error').text()).toContain('для всей платформы');
      const absent = await reader.submit(form, { role: 'officer', bodyId: ABSENT });
      expect([absent.status, absent.$('#bodyId-error').length]).toEqual([422, 1]);

      const given = await again(form, { role: 'officer', bodyId: council.bodyId });
      expect(given.map(({ url }) => url)).toEqual([`${path}?done=given`, `${path}?done=given`]);
      expect(given[0]?.$('dl').text()).toContain('ответственный сотрудник');
      expect(await count(`grants where account_id = '${citizen.accountId}'`)).toBe(1);
      const twice = await reader.submit(await reader.get(`${path}/grant`), { role: 'officer', bodyId: council.bodyId });
      expect(twice.status).toBe(409);
      expect(main(twice)).toContain('уже есть эта роль');
      expect(twice.$(`option[value="${council.bodyId}"]`).attr('selected')).toBeDefined();
    });

    it('are given the seat of a member in a second step, and never beside the secretary of that council', async () => {
      const citizen = await person(test);
      const path = `/ru/desk/accounts/${citizen.accountId}`;
      const form = await reader.get(`${path}/grant`);
      const seats = await reader.submit(form, { role: 'member', councilId: council.councilId });
      expect([seats.status, seats.$('select[name=memberId] option').length]).toEqual([200, 16]);
      const none = await reader.submit(seats);
      expect(none.status).toBe(422);
      expect(none.$('#memberId-error').text()).toContain('Выберите члена совета');
      const [memberId = ''] = council.memberIds;
      const given = await reader.submit(none, { memberId });
      expect(given.url).toBe(`${path}?done=given`);
      expect(given.$('dl').text()).toContain('Айдар-');

      const { accountId } = council.secretary;
      const own = await reader.get(`/ru/desk/accounts/${accountId}/grant`);
      const second = await reader.submit(own, { role: 'member', councilId: council.councilId });
      const refused = await reader.submit(second, { memberId: council.memberIds[1] ?? '' });
      expect(refused.status).toBe(409);
      expect(main(refused)).toContain('Применено правило C10.secretary');
    });

    it('lose a role after a look at it; taking it away again says that it is gone', async () => {
      const officer = await person(test, { role: 'officer', bodyId: council.bodyId });
      const shown = await reader.get(`/ru/desk/accounts/${officer.accountId}`);
      const look = await reader.get(shown.$('main a[href*="/grants/"]').attr('href') ?? '');
      expect(look.status).toBe(200);
      expect(main(await reader.submit(look))).toContain('Роль снята');
      const gone = await reader.submit(look);
      expect(gone.status).toBe(409);
      expect(main(gone)).toContain('Эта роль уже снята');
      expect(gone.$('main form')).toHaveLength(0);
      const strange = `/ru/desk/accounts/${officer.accountId}/grants/${ABSENT}`;
      expect((await reader.post(strange, formOf(look, {}, 'main form button').fields)).status).toBe(404);
    });

    it('keep the last administrator: neither the role goes nor oneself', async () => {
      const shown = await reader.get(`/ru/desk/accounts/${admin.accountId}`);
      expect(shown.$('main a[href$="/disable"]')).toHaveLength(0);
      const look = await reader.get(shown.$('main a[href*="/grants/"]').attr('href') ?? '');
      const refused = await reader.submit(look);
      expect(refused.status).toBe(409);
      expect(main(refused)).toContain('сначала дайте роль администратора кому-то ещё');
      const own = await reader.get(`/ru/desk/accounts/${admin.accountId}/disable`);
      expect(own.$('main form')).toHaveLength(0);
      const { fields } = formOf(look, {}, 'main form button');
      expect((await reader.post(`/ru/desk/accounts/${admin.accountId}/disable`, fields)).status).toBe(409);
    });

    it('are disabled and enabled with a confirmation; a stale one is shown beside what is stored by now', async () => {
      const citizen = await person(test);
      const path = `/ru/desk/accounts/${citizen.accountId}`;
      const confirmation = await reader.get(`${path}/disable`);
      expect(main(confirmation)).toContain('не сможет войти');
      expect((await reader.submit(confirmation)).url).toBe(`${path}?done=disabled`);
      await citizen.get('/me').expect(401);
      const stale = await reader.submit(confirmation);
      expect(stale.status).toBe(412);
      expect(stale.$('table td').first().text()).toBe('отключена');
      expect(stale.$('table td').last().text()).toBe('Отключить учётную запись');
      expect(main(await reader.get(`${path}/disable`))).toContain('уже отключена');
      const enabled = await reader.submit(await reader.get(`${path}/enable`));
      expect(enabled.url).toBe(`${path}?done=enabled`);
      await citizen.get('/me').expect(401);
      expect((await new Reader(test).signIn(citizen.email)).status).toBe(200);
    });
  });
});
