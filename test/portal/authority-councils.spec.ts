import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { activeCouncil, appoint, formingCouncil } from '../factories/councils.js';
import { closedMeeting } from '../factories/meetings.js';
import { person, type Person } from '../support/people.js';
import { formOf, Reader } from '../support/reader.js';
import { SentStatements } from '../support/sent-statements.js';
import { startTestApplication, type TestApplication } from '../support/test-application.js';
import { ABSENT, AuthorityAtDesk, idIn, LIST, main, NEWCOMER, POST, to } from './authority-desk.js';
import { MARKUP } from './world.js';

describe('the authority and its councils', () => {
  let test: TestApplication;
  let desk: AuthorityAtDesk;
  let authority: Person;
  let reader: Reader;
  beforeAll(async () => {
    test = await startTestApplication();
    desk = await AuthorityAtDesk.of(test);
    ({ authority, reader } = desk);
  });
  afterAll(() => test.close());

  it('are kept from everybody else; a council’s secretary has its composition', async () => {
    const council = await activeCouncil(test, { authority });
    const other = await formingCouncil(test, { authority });
    const ways = ['', '/member', '/edit', '/grants', '/convocation'];
    const citizen = await desk.signedIn(await person(test));
    const officer = await desk.signedIn(await person(test, { role: 'officer', bodyId: council.bodyId }));
    for (const stranger of [citizen, officer]) {
      expect((await stranger.get(LIST)).status).toBe(403);
      expect((await stranger.get(`${LIST}/new`)).status).toBe(403);
      for (const way of ways) expect((await stranger.get(`${LIST}/${council.councilId}${way}`)).status).toBe(403);
      expect((await stranger.get(`/ru/desk/members/${council.chairId}`)).status).toBe(403);
      expect(main(await stranger.get('/ru/desk'))).not.toContain('Создать совет');
    }
    const named = {
      kk: ['хатшылары мен мүшелеріне', 'бағалаушыларға', 'қызметшілеріне', 'уәкілетті органға', 'әкімшілерге'],
      ru: ['секретарей и членов', 'оценщиков', 'сотрудников', 'уполномоченного органа', 'администраторов'],
      en: ['secretaries and members', 'assessors', 'officers', 'the authorised body', 'administrators'],
    };
    for (const [language, roles] of Object.entries(named)) {
      const nobody = main(await citizen.get(`/${language}/desk`));
      expect(roles.filter((role) => !nobody.includes(role))).toEqual([]);
    }
    expect((await new Reader(test).get(LIST)).url).toContain('/ru/sign-in?next=');

    const secretary = await desk.signedIn(council.secretary);
    const own = await secretary.get(`${LIST}/${council.councilId}`);
    expect(own.status).toBe(200);
    expect(own.$(to('/dissolution'))).toHaveLength(0);
    expect(main(own)).not.toContain('Секретарь и учётные записи');
    expect((await secretary.get(`${LIST}/${council.councilId}/member`)).status).toBe(200);
    for (const way of ['/edit', '/grants', '/convocation']) {
      expect((await secretary.get(`${LIST}/${council.councilId}${way}`)).status).toBe(403);
    }
    const shown = await secretary.get('/ru/desk');
    expect(shown.$(`main a[href="${LIST}/${council.councilId}"]`)).toHaveLength(1);

    for (const way of ['', '/member']) {
      expect((await secretary.get(`${LIST}/${other.councilId}${way}`)).status).toBe(403);
    }
    const form = formOf(await secretary.get(`${LIST}/${council.councilId}/member`), NEWCOMER, POST);
    const before = await desk.count('members');
    const sent = await secretary.post(form.action.replace(council.councilId, other.councilId), form.fields);
    expect(sent.status).toBe(403);
    const [strange = ''] = await appoint(authority, other.councilId, 'civil_society', 1, test.clock.today());
    for (const way of ['', '/end', '/role']) {
      expect((await secretary.get(`/ru/desk/members/${strange}${way}`)).status).toBe(403);
    }
    expect(await desk.count('members')).toBe(before + 1);
    for (const path of [`${LIST}/${ABSENT}`, `/ru/desk/members/${ABSENT}`, `/ru/desk/member-roles/${ABSENT}`]) {
      expect((await reader.get(path)).status).toBe(404);
    }
  });

  describe('a new council', () => {
    const wanted = {
      'name.kk': `Кеңес ${MARKUP}`,
      'name.ru': `Совет ${MARKUP}`,
      kind: 'local',
      level: 'regional',
      seats: '15',
      foundedOn: '2026-03-02',
    };

    it('asks for what is missing at its fields, and keeps what was typed', async () => {
      const form = await reader.get(`${LIST}/new`);
      const wrong = await reader.submit(form, { 'name.kk': 'Кеңес', seats: '0', website: 'нет' }, POST);
      expect(wrong.status).toBe(422);
      const errors = ['name-ru', 'bodyId', 'kind', 'level', 'territoryId', 'seats', 'foundedOn', 'website'];
      expect(errors.filter((id) => wrong.$(`#${id}-error`).length !== 1)).toEqual([]);
      expect(wrong.$('#bodyId-error').text()).toContain('Выберите орган');
      expect(wrong.$('input[name="name.kk"]').val()).toBe('Кеңес');
      const links = wrong.$('.govuk-error-summary a').toArray();
      expect(links.filter((one) => wrong.$(String(wrong.$(one).attr('href'))).length !== 1)).toEqual([]);

      const { id: bodyId } = await desk.freeBody();
      const lines = { 'sectorLines.kk': 'Денсаулық\nБілім', 'sectorLines.ru': 'Здоровье' };
      const uneven = await reader.submit(form, { ...wanted, bodyId, ...lines }, POST);
      expect(uneven.$('#sectorLines-ru-error').text()).toContain('там 2, здесь 1');
      expect(await desk.count('councils')).toBe(await desk.count("councils where name->>'kk' not like 'Кеңес%'"));
    });

    it('is made once however often the form is sent, at the place of its body, and shown as text', async () => {
      const { id: bodyId, territoryId } = await desk.freeBody();
      const before = await desk.count('councils');
      const lines = { 'sectorLines.kk': 'Денсаулық\n\nБілім', 'sectorLines.ru': 'Здоровье\nОбразование' };
      const [made, again] = await desk.twice(await reader.get(`${LIST}/new`), { ...wanted, ...lines, bodyId });
      expect(made.status).toBe(200);
      expect(again.url).toBe(made.url);
      expect(await desk.count('councils')).toBe(before + 1);
      expect(made.html).not.toContain('<script>alert');
      expect(main(made)).toContain(`Совет ${MARKUP}`);
      expect(main(made)).toContain('Здоровье и Образование');
      const answer = await test.anyone.get(`/councils/${idIn(made)}`).expect(200);
      expect(answer.body).toMatchObject({ state: 'forming', bodyId, territoryId, seats: 15, regulation: null });
      expect(answer.body).toHaveProperty('sectors.1', { kk: 'Білім', ru: 'Образование' });
      expect(main(await reader.get(`${LIST}?state=forming&q=${encodeURIComponent('Совет <script>')}`))).toContain(
        MARKUP,
      );
    });
  });

  it('begins to work with 10 of 15 from civil society; with 9 of 14 it is refused, naming C1 and the one missing', async () => {
    const { councilId } = await formingCouncil(test, { authority });
    const today = test.clock.today();
    await appoint(authority, councilId, 'civil_society', 9, today);
    await appoint(authority, councilId, 'state_body', 5, today);
    const shown = main(await reader.get('/ru/desk'));
    expect(shown).toContain('Формируемые советы');
    expect(shown).toContain('Представителей гражданского общества 9 из 14, требуется не менее 2/3 (C1): не хватает 1.');
    const early = await reader.get(`${LIST}/${councilId}`);
    const refused = await reader.submit(early, {}, to('/activation'));
    expect(refused.status).toBe(409);
    expect(refused.$('.govuk-error-summary').text()).toContain('не хватает 1 представителя гражданского общества');
    expect(main(refused)).toContain('Применено правило C1.');
    expect(main(refused)).toContain('статья 1, пункт 7');
    expect((await test.anyone.get(`/councils/${councilId}`)).body).toMatchObject({ state: 'forming' });
    expect((await reader.get(refused.url)).url).toBe(`${LIST}/${councilId}`);

    const member = await reader.submit(await reader.get(`${LIST}/${councilId}/member`), NEWCOMER, POST);
    expect(main(member)).toContain('Сұлтанова Әсел');
    const active = await reader.submit(await reader.get(`${LIST}/${councilId}`), {}, to('/activation'));
    expect(active.url).toBe(`${LIST}/${councilId}`);
    expect(main(active)).toContain('Действует');
    const again = await reader.submit(early, {}, to('/activation'));
    expect(again.status).toBe(412);
    expect(main(again)).toContain('Действует');
  });

  it('are changed with the version that was read: a stale form is shown beside what is stored', async () => {
    const { councilId } = await formingCouncil(test, {
      authority,
      change: {
        name: { kk: 'Кеңес А', ru: 'Совет А', en: 'Council A' },
        website: 'https://a.example.kz',
        sectors: [{ kk: 'су', ru: 'вода', en: 'water' }],
        regulation: { kk: 'ереже', ru: 'положение' },
      },
    });
    const path = `${LIST}/${councilId}/edit`;
    const form = await reader.get(path);
    expect(form.$('textarea[name="sectorLines.en"]').val()).toBe('water');
    const empty = { website: null, 'regulation.kk': null, 'regulation.ru': null };
    const changed = await reader.submit(form, { 'name.ru': `Совет Б ${MARKUP}`, seats: '18', ...empty }, POST);
    expect(changed.url).toBe(`${LIST}/${councilId}`);
    const { body } = await test.anyone.get(`/councils/${councilId}`).expect(200);
    expect(body).toMatchObject({ seats: 18, website: null, regulation: null });
    expect(body).toMatchObject({ name: { kk: 'Кеңес А', ru: `Совет Б ${MARKUP}`, en: 'Council A' } });
    expect(body).toHaveProperty('sectors', [{ kk: 'су', ru: 'вода', en: 'water' }]);

    const stale = await reader.submit(form, { 'name.ru': 'Совет В', seats: '20' }, POST);
    expect(stale.status).toBe(412);
    const rows = stale
      .$('main table tbody tr')
      .toArray()
      .map((row) => stale.$(row).text().replaceAll(/\s+/g, ' '));
    expect(rows).toContain(`Название (на русском)Совет Б ${MARKUP}Совет В`);
    expect(rows).toContain('Установленная численность1820');
    expect(stale.$('input[name="name.ru"]').val()).toBe('Совет В');
    expect(stale.html).not.toContain('<script>alert');
    const decided = await reader.submit(stale, {}, POST);
    expect(decided.status).toBe(200);
    expect((await test.anyone.get(`/councils/${councilId}`)).body).toMatchObject({ seats: 20 });
  });

  it('are due for renewal two months before their convocation ends (C7), until the next one is opened', async () => {
    const { councilId, bodyId } = await formingCouncil(test, { authority, at: '2023-04-10' });
    const name = `Общественный совет (${bodyId})`;
    const shown = await reader.get('/ru/desk');
    const renewal = shown.$('section[aria-labelledby=councils-renewals]').text();
    expect(renewal).toContain(name);
    expect(renewal).toContain('1-й созыв заканчивается 10 апреля 2026 г.');
    expect(renewal).toContain('Просрочено: 10 февраля 2026 г.');
    const path = `${LIST}/${councilId}/convocation`;
    const form = await reader.get(path);
    expect(form.$('input[name=from]').val()).toBe('2026-04-11');
    const early = await reader.submit(form, { from: '2023-04-10' }, POST);
    expect(early.status).toBe(422);
    expect(early.$('#from-error').text()).toContain('10 апреля 2023 г.');
    const [opened, again] = await desk.twice(form, {});
    expect([opened.url, again.url]).toEqual([`${LIST}/${councilId}`, `${LIST}/${councilId}`]);
    expect(main(opened)).toContain('2-й созыв: 11 апреля 2026 г. – 11 апреля 2029 г.');
    expect(await desk.count(`convocations where council_id = '${councilId}'`)).toBe(2);
    expect((await reader.get('/ru/desk')).$('section[aria-labelledby=councils-renewals]').text()).not.toContain(name);
  });

  it('are dissolved; their records stay and nothing more can be done with them', async () => {
    const { councilId } = await activeCouncil(test, { authority });
    const page = await reader.get(`${LIST}/${councilId}`);
    const over = await reader.submit(page, {}, to('/dissolution'));
    expect(over.url).toBe(`${LIST}/${councilId}`);
    expect(main(over)).toContain('Упразднён');
    expect(over.$('main form[method=post]')).toHaveLength(0);
    expect((await reader.submit(page, {}, to('/dissolution'))).status).toBe(412);
    const late = await reader.submit(await reader.get(`${LIST}/${councilId}/member`), NEWCOMER, POST);
    expect(late.status).toBe(409);
  });

  it('are read by as many statements for any number of councils', async () => {
    const statements = new SentStatements(test);
    const more = { authority, civil: 12, state: 3, seats: 20 };
    await activeCouncil(test, more);
    const before = await statements.during(() => reader.get('/ru/desk'));
    for (let made = 0; made < 2; made += 1) await activeCouncil(test, more);
    const after = await statements.during(() => reader.get('/ru/desk'));
    expect(after.sent).toBe(before.sent);
    expect(after.result.$('section[aria-labelledby=councils-incomplete] li').length).toBe(
      before.result.$('section[aria-labelledby=councils-incomplete] li').length + 2,
    );
  });

  it('have minutes that lie too long (M5), the oldest first', async () => {
    const council = await activeCouncil(test, { authority });
    const { meetingId } = await closedMeeting(test, council);
    expect((await reader.get('/ru/desk')).$('#councils-minutes')).toHaveLength(0);
    // M5.signed: five working days; the 9th of March is a day off.
    test.clock.set('2026-03-11T10:00:00+05:00');
    const later = await desk.signedIn(authority);
    const late = (await later.get('/ru/desk')).$('section[aria-labelledby=councils-minutes] li');
    expect(late.find('a').attr('href')).toBe(`/ru/meetings/${meetingId}`);
    expect(late.text()).toContain('протокол не составлен');
    expect(late.text()).toContain('Просрочено: 10 марта 2026 г.');
  });
});
