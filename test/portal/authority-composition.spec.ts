import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CompositionAlarms } from '../../src/members/index.js';
import { activeCouncil, appoint, formingCouncil, memberRequest } from '../factories/councils.js';
import { person, type Person } from '../support/people.js';
import { formOf, type Filling, type Reader, type Seen } from '../support/reader.js';
import { startTestApplication, type TestApplication } from '../support/test-application.js';
import { ABSENT, AuthorityAtDesk, idIn, LIST, main, NEWCOMER, POST, to } from './authority-desk.js';
import { MARKUP } from './world.js';

describe('councils and those who sit in them', () => {
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

  describe('an appointment', () => {
    it('is made once, records a new organisation with it, and a second one of the same NPO is refused by C4', async () => {
      const { councilId } = await formingCouncil(test, { authority });
      const path = `${LIST}/${councilId}/member`;
      const nothing = await reader.submit(await reader.get(path), { organizationId: 'new', since: null }, POST);
      expect(nothing.status).toBe(422);
      const fields = ['person-familyName', 'person-givenName', 'seat', 'since', 'organization-kind'];
      const named = ['organization-name-kk', 'organization-name-ru'];
      expect([...fields, ...named].filter((id) => nothing.$(`#${id}-error`).length !== 1)).toEqual([]);
      expect(await desk.count('organizations')).toBe(0);

      const organization = {
        organizationId: 'new',
        'organization.kind': 'npo',
        'organization.name.kk': `Үміт қоры ${MARKUP}`,
        'organization.name.ru': 'Фонд «Умит»',
        'organization.bin': '123456789012',
      };
      const known = { ...NEWCOMER, 'person.familyName': 'Тоқаева', 'person.birthOn': '1980-05-06' };
      const [made, again] = await desk.twice(await reader.get(path), { ...known, ...organization });
      expect(made.url).toMatch(/^\/ru\/desk\/members\//);
      expect(again.url).toBe(made.url);
      expect(main(made)).toContain('Фонд «Умит»');
      expect(made.html).not.toContain('1980');
      expect(await desk.count('organizations')).toBe(1);
      expect(await desk.count(`members where council_id = '${councilId}'`)).toBe(1);

      const searched = await reader.get(`${path}?organization=${encodeURIComponent('умит')}`);
      const organizationId = String(searched.$('input[name=organizationId]').eq(1).attr('value'));
      expect(searched.html).not.toContain('<script>alert');
      const second = { ...NEWCOMER, 'person.givenName': 'Дана' };
      const refused = await reader.submit(searched, { ...second, organizationId }, POST);
      expect(refused.status).toBe(409);
      expect(main(refused)).toContain('Применено правило C4.npo.');
      expect(main(refused)).toContain('статья 9, пункт 4');
      expect(refused.$('input[name="person.givenName"]').val()).toBe('Дана');
      expect(refused.$(`input[name=organizationId][value="${organizationId}"]`).attr('checked')).toBeDefined();
      // The same number again: nothing of the refused appointment stays.
      const taken = await reader.submit(await reader.get(path), { ...second, ...organization }, POST);
      expect(taken.status).toBe(409);
      expect(main(taken)).toContain('бизнес-идентификационным номером уже записана');
      expect(await desk.count(`persons where given_name = 'Дана'`)).toBe(0);
    });

    it('warns of namesakes and never refuses; somebody on record is found by name and seated once', async () => {
      const [one, two] = [await formingCouncil(test, { authority }), await formingCouncil(test, { authority })];
      const same = { ...NEWCOMER, 'person.familyName': 'Ахметов', 'person.givenName': `Ерлан ${MARKUP}` };
      const first = await reader.submit(await reader.get(`${LIST}/${one.councilId}/member`), same, POST);
      expect(main(first)).not.toContain('с тем же именем');
      const path = `${LIST}/${two.councilId}/member`;
      const namesake = await reader.submit(await reader.get(path), same, POST);
      expect(namesake.url).toMatch(/^\/ru\/desk\/members\//);
      expect(main(namesake)).toContain('В записях есть лица с тем же именем');
      expect(main(namesake)).toContain(`Общественный совет (${one.bodyId}): 2 марта 2026 г. – 2 марта 2029 г.`);

      const found = await reader.get(`${path}?person=${encodeURIComponent('ахметов')}`);
      expect(found.html).not.toContain('<script>alert');
      const people = found
        .$('input[name=personId]')
        .toArray()
        .map((input) => found.$(input).attr('value'));
      expect(people).toHaveLength(3);
      const answer = await test.anyone.get(`/members/${idIn(first)}`);
      const { person: ahmetov } = answer.body as { person: { id: string } };
      const persons = await desk.count('persons');
      const choice = { personId: ahmetov.id, seat: 'civil_society' };
      const seated = await reader.submit(found, choice, POST);
      expect(main(seated)).toContain('Ахметов Ерлан');
      expect(await desk.count('persons')).toBe(persons);
      const twiceSeated = await reader.submit(await reader.get(found.url), choice, POST);
      expect(twiceSeated.status).toBe(409);
      expect(twiceSeated.$(`input[name=personId][value="${ahmetov.id}"]`).attr('checked')).toBeDefined();
      expect(main(await reader.get(`${path}?person=zzz&organization=zzz`))).toContain('Такого лица в записях нет');
    });

    it('keeps what was typed when somebody is looked for, by the button and by the Enter key', async () => {
      const { councilId } = await formingCouncil(test, { authority });
      const path = `${LIST}/${councilId}/member`;
      const known = { ...NEWCOMER, 'person.familyName': 'Искаков' };
      await reader.submit(await reader.get(path), known, POST);
      const typed = { ...NEWCOMER, seat: 'state_body', organizationId: 'new', 'organization.name.ru': 'Фонд' };
      const members = await desk.count(`members where council_id = '${councilId}'`);

      const kept = { _person: 'искаков', since: '2026-03-09', ...typed };
      for (const button of ['main button[value=find]', POST]) {
        const found = await reader.submit(await reader.get(path), kept, button);
        expect(found.status).toBe(200);
        expect(found.$('.govuk-error-summary')).toHaveLength(0);
        expect(found.$('input[name=personId]')).toHaveLength(2);
        expect(formOf(found, {}, POST).fields).toEqual(
          expect.arrayContaining([['personId', 'new'], ...Object.entries(kept)]),
        );
        const [personId] = found.$('input[name=personId]').toArray();
        const choice = { personId: String(found.$(personId).attr('value')), _organization: 'zzz' };
        const again = await reader.submit(found, choice, 'main button[value=find]');
        expect(main(again)).toContain('Такой организации в записях нет');
        expect(formOf(again, {}, POST).fields).toEqual(
          expect.arrayContaining([...Object.entries({ ...kept, ...choice })]),
        );
      }
      expect(await desk.count(`members where council_id = '${councilId}'`)).toBe(members);
      expect(members).toBe(1);

      const found = await reader.submit(await reader.get(path), kept, 'main button[value=find]');
      const refused = await reader.submit(found, { since: null }, 'main button[value=appoint]');
      expect(refused.status).toBe(422);
      expect(refused.$('input[name=personId]')).toHaveLength(2);
      expect(refused.$('input[name=_person]').val()).toBe('искаков');
    });

    it('of a state-body member that would break C1 in an active council is refused with what is missing', async () => {
      const { councilId } = await activeCouncil(test, { authority, seats: 16 });
      const form = await reader.get(`${LIST}/${councilId}/member`);
      const refused = await reader.submit(form, { ...NEWCOMER, seat: 'state_body' }, POST);
      expect(refused.status).toBe(409);
      expect(refused.$('.govuk-error-summary').text()).toContain('не хватает 2 представителей');
      expect(main(refused)).toContain('статья 1, пункт 7');
      expect(main(await reader.get(`${LIST}/${councilId}`))).toContain(
        'Свободно 1 место, в том числе для гражданского общества – не менее 1',
      );
    });
  });

  it('have a chair who is no civil servant (C10), one at a time, as long as the role lasts', async () => {
    const { councilId } = await formingCouncil(test, { authority });
    const today = test.clock.today();
    const [civil = '', other = ''] = await appoint(authority, councilId, 'civil_society', 2, today);
    const [state = ''] = await appoint(authority, councilId, 'state_body', 1, today);
    const role = async (id: string, filling: Filling): Promise<Seen> =>
      reader.submit(await reader.get(`/ru/desk/members/${id}/role`), filling, POST);
    expect((await role(civil, {})).$('#role-error').text()).toContain('Выберите роль в совете');
    const servant = await role(state, { role: 'chair' });
    expect(servant.status).toBe(409);
    expect(main(servant)).toContain('статья 12, пункт 3');
    const chair = await role(civil, { role: 'chair' });
    expect(main(chair)).toContain('председатель');
    expect((await role(other, { role: 'chair' })).status).toBe(409);

    const end = await reader.get(String(chair.$('main a[href*="/desk/member-roles/"]').attr('href')));
    const before = await reader.submit(end, { on: '2026-03-01' }, POST);
    expect(before.$('#on-error')).toHaveLength(1);
    const ended = await reader.submit(end, { on: '2026-03-02' }, POST);
    expect(ended.url).toBe(`/ru/desk/members/${civil}`);
    expect(ended.$('main a[href*="/desk/member-roles/"]')).toHaveLength(0);
    const stale = await reader.submit(end, { on: '2026-03-09' }, POST);
    expect(stale.status).toBe(412);
    expect(main(stale)).toContain('2026-03-09');
    expect(main(await role(other, { role: 'chair' }))).toContain('председатель');
  });

  it('lose members by facts, which are recorded whatever they break, and stand on the desk since that day', async () => {
    const { councilId, memberIds, bodyId } = await activeCouncil(test, { authority });
    const [, gone = ''] = memberIds;
    const form = await reader.get(`/ru/desk/members/${gone}/end`);
    const wrong = await reader.submit(form, { on: null }, POST);
    expect(wrong.status).toBe(422);
    expect(wrong.$('#reason-error').text()).toContain('Выберите основание');
    const early = await reader.submit(form, { on: '2026-01-01', reason: 'died' }, POST);
    expect(early.$('#on-error')).toHaveLength(1);
    const ended = await reader.submit(form, { on: '2026-03-02', reason: 'resigned' }, POST);
    expect(ended.url).toBe(`${LIST}/${councilId}`);
    expect(main(ended)).toContain('Состав совета неполный с 2 марта 2026 г.');
    expect(main(ended)).toContain('9 из 14, требуется не менее 2/3 (C1): не хватает 1.');
    expect(main(ended)).toContain('Свободно 1 место, в том числе для гражданского общества – не менее 1 (C1).');
    expect(main(ended)).toContain('статья 1, пункт 7');
    const stale = await reader.submit(form, { on: '2026-03-03', reason: 'died' }, POST);
    expect(stale.status).toBe(412);
    expect(main(stale)).toContain('вышел по собственному желанию');
    const shown = await reader.get('/ru/desk');
    const task = shown.$('section[aria-labelledby=councils-incomplete] li').text();
    expect(task).toContain('С 2 марта 2026 г.');
    expect(main(shown)).toContain(`Общественный совет (${bodyId})`);
    expect(main(await reader.get(`${LIST}?incomplete=true`))).toContain(`Общественный совет (${bodyId})`);
  });

  it('are said to be incomplete since the day on which a seat was lost or added, not since they are looked at', async () => {
    const council = await activeCouncil(test, { authority });
    const { councilId, memberIds } = council;
    const alarms = test.app.get(CompositionAlarms);
    const since = async (day: string) => (await alarms.of(councilId, day))?.since;
    const lose = (id: string, on: string) =>
      authority.put(`/members/${id}/end`).send({ on, reason: 'resigned' }).expect(200);
    expect(await since('2026-03-02')).toBeNull();
    await lose(memberIds[1] ?? '', '2026-03-05');
    await lose(memberIds[2] ?? '', '2026-03-09');
    expect(await since('2026-03-04')).toBeNull();
    expect(await since('2026-03-20')).toBe('2026-03-05');
    // Both seats are taken again from the 15th: the gap is over.
    for (const day of ['2026-03-12', '2026-03-15']) {
      await authority.post(`/councils/${councilId}/members`).send(memberRequest('civil_society', day)).expect(201);
    }
    expect(await since('2026-03-14')).toBe('2026-03-05');
    expect(await since('2026-03-20')).toBeNull();
    // A seat more, from today on: before it the council was complete.
    await authority.patch(`/councils/${councilId}`).send({ seats: 16 }).expect(200);
    expect(await since('2026-03-02')).toBe('2026-03-02');
    const [standing] = (await alarms.on('2026-03-02')).incomplete.filter((one) => one.councilId === councilId);
    expect(standing).toMatchObject({ vacant: 1, civilDue: 1, missingCivil: 0, breaches: [] });
    expect(await alarms.of(ABSENT, '2026-03-02')).toBeUndefined();
  });

  it('give their secretaries and members access, by the authority, and take it away', async () => {
    const { councilId, memberIds } = await activeCouncil(test, { authority });
    const other = await activeCouncil(test, { authority });
    const clerk = await person(test);
    const path = `${LIST}/${councilId}/grants`;
    const give = async (filling: Filling): Promise<Seen> =>
      reader.submit(await reader.get(path), filling, to('/grants'));
    const unknown = await give({ email: 'nobody@example.kz' });
    expect(unknown.status).toBe(422);
    expect(unknown.$('#email-error')).toHaveLength(1);
    expect(unknown.$('input[name=email]').val()).toBe('nobody@example.kz');
    const seatless = await give({ email: clerk.email, role: 'member' });
    expect(seatless.$('#memberId-error').text()).toContain('Выберите члена совета');

    const before = await desk.count('grants');
    const [given, again] = await desk.twice(await reader.get(path), { email: clerk.email }, to('/grants'));
    expect([given.url, again.url]).toEqual([path, path]);
    expect(await desk.count('grants')).toBe(before + 1);
    expect(main(given)).toContain(clerk.email);
    const secretary = await desk.signedIn(clerk);
    expect((await secretary.get(`${LIST}/${councilId}`)).status).toBe(200);
    const both = await give({ email: clerk.email, role: 'member', memberId: memberIds[0] ?? '' });
    expect(both.status).toBe(409);
    expect(main(both)).toContain('Применено правило C10.secretary.');
    expect(main(both)).toContain('статья 13');

    const form = formOf(await reader.get(path), { email: clerk.email }, to('/grants'));
    const forged = form.fields.map(([name, value]) => [name, name === 'role' ? 'admin' : value] as const);
    expect((await reader.post(form.action, forged)).status).toBe(403);
    const elsewhere = form.fields.concat([['councilId', other.councilId]]);
    const same = await reader.post(form.action, elsewhere);
    expect(same.status).toBe(409);

    const revoke = formOf(await reader.get(path), {}, `main button[name=grantId]:contains("Отозвать")`);
    const away = revoke.action.replace(councilId, other.councilId);
    expect((await reader.post(away, revoke.fields)).status).toBe(404);
    for (const button of (await reader.get(path)).$('button[name=grantId]').toArray()) {
      const grantId = String((await reader.get(path)).$(button).attr('value'));
      await reader.post(revoke.action, [...revoke.fields.filter(([name]) => name !== 'grantId'), ['grantId', grantId]]);
    }
    expect(main(await reader.get(path))).toContain('Роли пока никому не назначены');
    expect((await secretary.get(`${LIST}/${councilId}`)).status).toBe(403);
    expect((await reader.post(revoke.action, revoke.fields)).status).toBe(409);
  });
});
