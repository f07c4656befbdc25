import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { BodiesService } from '../../src/bodies/index.js';
import { CalendarService, DueDates, type OpenDueDate } from '../../src/calendar/index.js';
import { OPERATOR, type Problem, type DueDate } from '../../src/platform/kernel/index.js';
import { person, signIn, type Person } from '../support/people.js';
import { startTestApplication, type TestApplication } from '../support/test-application.js';

describe('the law and the facts', () => {
  let test: TestApplication;
  let admin: Person;
  let citizen: Person;
  beforeAll(async () => {
    test = await startTestApplication();
    admin = await person(test, { role: 'admin' });
    citizen = await person(test);
  });
  afterAll(() => test.close());

  const journal = async (subject: string): Promise<Record<string, unknown>[]> =>
    (
      (await test.anyone.get(`/journal?subject=${subject}&limit=100`).expect(200)).body as {
        items: Record<string, unknown>[];
      }
    ).items;

  describe('the rulebook', () => {
    interface RuleBody {
      readonly id: string;
      readonly name: Record<string, string>;
      readonly basis: Record<string, string>;
      readonly trust: string;
      readonly verified: boolean;
    }

    it('is public, whole, and in three languages with its articles', async () => {
      const { items } = (await test.anyone.get('/rules').expect(200)).body as { items: RuleBody[] };
      expect(items.length).toBeGreaterThanOrEqual(61);
      for (const { name, basis } of items) {
        expect(Object.keys(name).sort()).toEqual(['en', 'kk', 'ru']);
        expect(Object.keys(basis).sort()).toEqual(['en', 'kk', 'ru']);
      }
    });

    it('shows settings as not verified', async () => {
      const { body: setting } = (await test.anyone.get('/rules/M5.notice').expect(200)) as { body: RuleBody };
      expect(setting).toMatchObject({ trust: 'setting', verified: false });
      const { body: law } = (await test.anyone.get('/rules/C1').expect(200)) as { body: RuleBody };
      expect(law).toMatchObject({ trust: 'law', verified: true, value: { fraction: '2/3' } });
    });

    const basis = { kk: 'Негіз', ru: 'Основание', en: 'Basis' };

    it('lets the administrator change a setting with its basis, from a day on', async () => {
      const wanted = { value: { amount: 7, unit: 'wd' }, basis, since: '2026-03-10' };
      await admin.put('/rules/M5.notice').send(wanted).expect(200);
      expect((await test.anyone.get('/rules/M5.notice')).body).toMatchObject({ value: { amount: 5, unit: 'wd' } });
      test.clock.set('2026-03-10T09:00:00+05:00');
      admin = await signIn(test, admin.email, admin.accountId);
      citizen = await signIn(test, citizen.email, citizen.accountId);
      expect((await test.anyone.get('/rules/M5.notice')).body).toMatchObject({ value: wanted.value, verified: true });
      expect(await journal('rule:M5.notice')).toMatchObject([
        { what: 'rule.set', data: { from: { amount: 5, unit: 'wd' }, to: wanted.value, since: wanted.since } },
      ]);
    });

    it('refuses to change what the law fixes', async () => {
      const { body } = await admin
        .put('/rules/C1')
        .send({ value: { fraction: '1/2' }, basis, since: '2026-03-10' })
        .expect(409);
      expect(body).toMatchObject({ code: 'rule-is-law' });
    });

    it('asks for the basis in all three languages', async () => {
      const half = { value: { amount: 7, unit: 'wd' }, basis: { kk: 'Негіз', ru: 'Основание' }, since: '2026-03-10' };
      const { body } = await admin.put('/rules/M5.notice').send(half).expect(422);
      expect(body).toMatchObject({ errors: [{ pointer: '/basis/en' }] });
    });

    it.each([
      { fraction: '1/2' },
      { amount: 5, unit: 'cd' },
      { amount: -1, unit: 'wd' },
      { amount: 1.5, unit: 'wd' },
      [],
      'five',
    ])('refuses a value of another shape: %j', async (value) => {
      await admin.put('/rules/M5.notice').send({ value, basis, since: '2026-03-10' }).expect(422);
    });

    it('refuses to set what somebody else set since it was read', async () => {
      const read = await admin.get('/rules/K8.report').expect(200);
      const tag = read.headers['etag'] ?? '';
      const wanted = { value: { amount: 4, unit: 'wd' }, basis, since: '2026-03-10' };
      const set = await admin.put('/rules/K8.report').set('If-Match', tag).send(wanted).expect(200);
      await admin.put('/rules/K8.report').set('If-Match', tag).send(wanted).expect(412);
      const present = set.headers['etag'] ?? '';
      const both = [1, 2].map(() => admin.put('/rules/K8.report').set('If-Match', present).send(wanted));
      expect((await Promise.all(both)).map(({ status }) => status).sort()).toEqual([200, 412]);
    });

    it('is changed by nobody else', async () => {
      const wanted = { value: { amount: 7, unit: 'wd' }, basis, since: '2026-03-10' };
      await citizen.put('/rules/M5.notice').send(wanted).expect(403);
      await test.anyone.put('/rules/M5.notice').send(wanted).expect(401);
      await admin.put('/rules/Z9').send(wanted).expect(404);
    });

    it('lists the powers that acts cite', async () => {
      const { items } = (await test.anyone.get('/powers').expect(200)).body as { items: { id: string }[] };
      expect(items.map(({ id }) => id)).toEqual('1 2 3 4 4-1 5 6 7 8 11 12 13 q1 q2 q3 q4 q7'.split(' '));
    });
  });

  describe('the calendar', () => {
    it('knows 2023 to 2027 from the start, and says what it does not know', async () => {
      for (const year of [2023, 2024, 2025, 2026, 2027]) {
        expect((await test.anyone.get(`/calendar/${year}`).expect(200)).body).toMatchObject({ year, loaded: true });
      }
      expect((await test.anyone.get('/calendar/2028').expect(200)).body).toEqual({
        year: 2028,
        loaded: false,
        days: [],
      });
      await test.anyone.get('/calendar/26').expect(404);
    });

    it('moves an open due date by a named act when a day is changed, with old and new date in the journal', async () => {
      const moved: DueDate[] = [];
      const open: OpenDueDate = {
        id: 'a',
        startedOn: '2026-04-01',
        term: { amount: 10, unit: 'wd' },
        dueOn: '2026-04-15',
        provisional: false,
      };
      test.app.get(DueDates).register({
        kind: 'trial',
        open: () => Promise.resolve([open]),
        move: (dates) => {
          moved.push(...dates);
          return Promise.resolve();
        },
      });
      const name = { kk: 'Демалыс', ru: 'Выходной', en: 'Day off' };
      await admin.put('/calendar/2026-04-08').send({ kind: 'day_off', name, basis: 'Trial' }).expect(200);
      const shift = { kind: 'trial', id: 'a', from: '2026-04-15', to: '2026-04-16', provisional: false };
      expect((await admin.get('/calendar/recalculation').expect(200)).body).toEqual({ shifts: [shift] });
      expect(moved).toEqual([]);
      expect((await admin.post('/calendar/recalculation').expect(200)).body).toEqual({ shifts: [shift] });
      expect(moved).toEqual([{ id: 'a', on: '2026-04-16', provisional: false }]);
      expect(await journal('trial:a')).toMatchObject([
        { what: 'trial.due-date-moved', data: { from: '2026-04-15', to: '2026-04-16' } },
      ]);
      await admin.put('/calendar/2026-04-08').send({ kind: 'ordinary', basis: 'Trial' }).expect(200);
      expect((await journal('day:2026-04-08')).map(({ data }) => data)).toMatchObject([
        { from: 'ordinary', to: 'day_off' },
        { from: 'day_off', to: 'ordinary' },
      ]);
    });

    it('lets only a Saturday or Sunday become a moved working day', async () => {
      const name = { kk: 'Жұмыс күні', ru: 'Рабочий день' };
      const { body } = await admin
        .put('/calendar/2026-04-08')
        .send({ kind: 'working_day_moved', name, basis: 'x' })
        .expect(422);
      expect(body).toMatchObject({ errors: [{ pointer: '/kind', code: 'not-a-weekend' }] });
      await citizen.put('/calendar/2026-04-11').send({ kind: 'working_day_moved', name, basis: 'x' }).expect(403);
      await admin.put('/calendar/2026-02-30').send({ kind: 'ordinary', basis: 'x' }).expect(404);
    });

    it('refuses to change a day that somebody else changed since it was read', async () => {
      const name = { kk: 'Демалыс', ru: 'Выходной' };
      const change = (kind: string) => admin.put('/calendar/2026-08-03').send({ kind, name, basis: 'x' });
      const tag = (await change('day_off').expect(200)).headers['etag'] ?? '';
      await change('holiday').expect(200);
      await change('ordinary').set('If-Match', tag).expect(412);
      await change('ordinary').expect(200);
    });

    it('reads a file of days whole or not at all, naming line and column', async () => {
      const calendar = test.app.get(CalendarService);
      const header = 'date,kind,name_kk,name_ru,name_en,basis,confidence';
      const good = '2028-01-01,holiday,Жаңа жыл,Новый год,New Year,Law,high';
      const wrong = [header, good, '2028-02-30,holiday,а,б,c,Law,high', '2028-01-01,party,а,,c,Law,high'].join('\n');
      const refusal = await calendar.import(wrong, OPERATOR).catch((error: unknown) => error as Problem);
      expect((refusal as Problem).parts.errors).toMatchObject([
        { pointer: '/3/date', code: 'date-expected' },
        { pointer: '/4/kind', code: 'choice-unknown' },
        { pointer: '/4/name_ru', code: 'blank' },
        { pointer: '/4/date', code: 'duplicate' },
      ]);
      expect((await test.anyone.get('/calendar/2028')).body).toMatchObject({ loaded: false, days: [] });
      await calendar.import([header, good].join('\r\n'), OPERATOR);
      expect((await test.anyone.get('/calendar/2028')).body).toMatchObject({
        loaded: true,
        days: [{ date: '2028-01-01' }],
      });
    });

    it('counts a year as loaded once its days are entered and the administrator says so', async () => {
      const completion = '/calendar/2031/completion';
      const none = await admin.put(completion).send({ basis: 'Law' }).expect(409);
      expect(none.body).toMatchObject({ code: 'year-empty' });
      const name = { kk: 'Жаңа жыл', ru: 'Новый год' };
      await admin.put('/calendar/2031-01-01').send({ kind: 'holiday', name, basis: 'Law' }).expect(200);
      await citizen.put(completion).send({ basis: 'Law' }).expect(403);
      await admin.put(completion).send({}).expect(422);
      await admin.put('/calendar/31/completion').send({ basis: 'Law' }).expect(404);
      expect((await admin.put(completion).send({ basis: 'Law' }).expect(200)).body).toMatchObject({ loaded: true });
      const twice = await admin.put(completion).send({ basis: 'Law' }).expect(409);
      expect(twice.body).toMatchObject({ code: 'year-loaded' });
      expect(await journal('calendar:2031')).toMatchObject([
        { what: 'calendar.year-completed', data: { basis: 'Law' } },
      ]);
    });

    it('changes nothing when the same file is read twice', async () => {
      const calendar = test.app.get(CalendarService);
      const file =
        'date,kind,name_kk,name_ru,name_en,basis,confidence\n2029-01-01,holiday,Жаңа жыл,Новый год,New Year,Law,high';
      await calendar.import(file, OPERATOR);
      const before = (await journal('calendar:days')).length;
      await calendar.import(file, OPERATOR);
      expect((await journal('calendar:days')).length).toBe(before);
    });
  });

  describe('territories and bodies', () => {
    it('has 17 regions, 3 cities of republican significance, and an akimat for each', async () => {
      const count = async (path: string): Promise<number> =>
        ((await test.anyone.get(`${path}&limit=100`)).body as { items: unknown[] }).items.length;
      expect(await count('/territories?level=region')).toBe(17);
      expect(await count('/territories?level=city_of_republican_significance')).toBe(3);
      expect(await count('/bodies?kind=local_executive')).toBe(20);
      expect(await count('/bodies?kind=central')).toBe(28);
    });

    it('finds a body by a part of its name in Kazakh or Russian, whatever the case', async () => {
      const names = async (q: string): Promise<string[]> =>
        ((await test.anyone.get(`/bodies?q=${encodeURIComponent(q)}`)).body as { items: { code: string }[] }).items.map(
          ({ code }) => code,
        );
      expect(await names('ДЕНСАУЛЫҚ САҚТАУ')).toEqual(['min-health']);
      expect(await names('здравоохранения')).toEqual(['min-health']);
      expect(await names('%')).toEqual([]);
    });

    it('pages without losing or repeating a territory', async () => {
      const codes: string[] = [];
      for (let after: string | null = ''; after !== null;) {
        const path: string = `/territories?limit=100${after ? `&after=${after}` : ''}`;
        const page = (await test.anyone.get(path).expect(200)).body as {
          items: { code: string }[];
          next: string | null;
        };
        codes.push(...page.items.map(({ code }) => code));
        after = page.next;
      }
      expect(codes).toHaveLength(255);
      expect(new Set(codes).size).toBe(255);
    });

    it('reads a file of territories whole or not at all', async () => {
      const header = 'code,iso_3166_2,level,subtype,parent_code,name_kk,name_ru,name_en';
      const csv = [header, '990000000,KZ-99,region,,KZ,а,б,c', '99,x,planet,,770000000,а,б,c'].join('\n');
      const refusal = (await test.app
        .get(BodiesService)
        .importTerritories(csv, OPERATOR)
        .catch((error: unknown) => error)) as Problem;
      expect(refusal.parts.errors).toMatchObject([
        { pointer: '/3/code', code: 'kato-code-expected' },
        { pointer: '/3/level', code: 'choice-unknown' },
        { pointer: '/3/parent_code', code: 'code-unknown', params: { code: '770000000' } },
      ]);
      const rows = await test.database.query(`select 1 from territories where code = '990000000'`);
      expect(rows).toEqual([]);
    });

    it('refuses a file that lacks a column or is no CSV', async () => {
      const read = (csv: string): Promise<Problem> =>
        test.app
          .get(BodiesService)
          .importBodies(csv, OPERATOR)
          .catch((error: unknown) => error) as Promise<Problem>;
      expect((await read('id,kind\n')).parts.errors).toContainEqual({ pointer: '/1/name_kk', code: 'column-missing' });
      expect((await read('id,kind\n"x')).parts.errors).toMatchObject([{ code: 'csv-unreadable' }]);
      expect((await read('')).status).toBe(422);
    });
  });

  it('says it lives, and that its journal is protected from its own login', async () => {
    expect((await test.anyone.get('/health/live').expect(200)).body).toEqual({ status: 'live' });
    expect((await test.anyone.get('/health/ready').expect(200)).body).toMatchObject({
      status: 'ready',
      journal: 'protected',
    });
  });
});
