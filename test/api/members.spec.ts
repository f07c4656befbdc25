import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { activeCouncil, appoint, formingCouncil, memberRequest } from '../factories/councils.js';
import { announcedMeeting } from '../factories/meetings.js';
import { person, type Person } from '../support/people.js';
import { startTestApplication, type TestApplication } from '../support/test-application.js';

const NOBODY = '0192f0c0-0000-7000-8000-000000000000';

interface Made {
  readonly id: string;
  readonly person: { readonly id: string; readonly familyName: string };
}

interface Names {
  readonly people: { familyName: string }[];
}

describe('members', () => {
  let test: TestApplication;
  let today: string;
  let authority: Person;
  beforeAll(async () => {
    test = await startTestApplication();
    today = test.clock.today();
    authority = await person(test, { role: 'authority' });
  });
  afterAll(() => test.close());

  const give = (councilId: string, wanted: object, by = authority) =>
    by.post(`/councils/${councilId}/members`).send(wanted);
  const seat = async (councilId: string, wanted: object): Promise<Made> =>
    (await give(councilId, wanted).expect(201)).body as Made;
  const composition = async (councilId: string, on = today): Promise<Names & { members: number }> =>
    (await test.anyone.get(`/councils/${councilId}/composition?on=${on}`).expect(200)).body as Names & {
      members: number;
    };
  const pointers = (body: unknown) => (body as { errors: { pointer: string }[] }).errors.map(({ pointer }) => pointer);

  it('gives a seat to the end of the convocation, shown by name and never with a birth date', async () => {
    const { councilId } = await formingCouncil(test, { authority });
    const someone = { familyName: 'Қасымова', givenName: 'Әсел', patronymic: 'Ерболқызы', birthOn: '1980-05-01' };
    const made = await give(councilId, { person: someone, seat: 'civil_society', since: today }).expect(201);
    expect(made.body).toMatchObject({
      state: 'appointed',
      councilId,
      person: { familyName: 'Қасымова', givenName: 'Әсел', patronymic: 'Ерболқызы' },
      seat: 'civil_society',
      sinceOn: today,
      untilOn: '2029-03-02',
      endedOn: null,
      roles: [],
      moves: ['end'],
      warnings: [],
    });
    const { id } = made.body as Made;
    const shown = await test.anyone.get(`/members/${id}`).expect(200);
    expect(shown.body).not.toHaveProperty('moves');
    expect(shown.body).not.toHaveProperty('warnings');
    expect(JSON.stringify(shown.body)).not.toContain('1980-05-01');
    const journal = await test.anyone.get(`/journal?subject=member:${id}`).expect(200);
    const [appointed] = (journal.body as { items: { what: string; rules: unknown[] }[] }).items;
    expect(appointed).toMatchObject({ what: 'member.appointed', rules: [{ id: 'C5' }] });
    expect(JSON.stringify(appointed)).not.toContain('Қасымова');
    await test.anyone.get(`/members/${NOBODY}`).expect(404);
  });

  it('lets the secretary of the council and the authority appoint, nobody else', async () => {
    const { councilId, secretary } = await activeCouncil(test, { authority, civil: 10, seats: 20 });
    const other = await formingCouncil(test, { authority });
    const wanted = memberRequest('civil_society', today);
    await give(councilId, wanted, secretary).expect(201);
    await give(other.councilId, wanted, secretary).expect(403);
    await give(councilId, wanted, await person(test)).expect(403);
    await test.anyone.post(`/councils/${councilId}/members`).send(wanted).expect(401);
    await give(NOBODY, wanted).expect(404);
  });

  it('refuses wrong fields and terms outside the convocation with a pointer', async () => {
    const { councilId } = await formingCouncil(test, { authority });
    const wanted = memberRequest('civil_society', today);
    const refused = async (change: object) =>
      pointers((await give(councilId, { ...wanted, ...change }).expect(422)).body);
    expect(await refused({ seat: 'guest' })).toEqual(['/seat']);
    expect(await refused({ since: undefined })).toEqual(['/since']);
    expect(await refused({ since: '2026-03-01' })).toEqual(['/since']);
    expect(await refused({ since: '2029-03-03' })).toEqual(['/since']);
    expect(await refused({ until: '2029-03-03' })).toEqual(['/until']);
    expect(await refused({ until: '2026-03-01' })).toEqual(['/until']);
    expect(await refused({ personId: NOBODY })).toEqual(['/person']);
    expect(await refused({ person: undefined })).toEqual(['/person']);
    expect(await refused({ person: undefined, personId: NOBODY })).toEqual(['/personId']);
    expect(await refused({ organizationId: NOBODY })).toEqual(['/organizationId']);
    expect(await refused({ person: { familyName: 'Исаев', givenName: '  ' } })).toEqual(['/person/givenName']);
    expect(await refused({ person: { familyName: 'Исаев', givenName: 'А', age: 3 } })).toEqual(['/person/age']);
  });

  it('warns of namesakes and seats them all the same', async () => {
    const { councilId } = await formingCouncil(test, { authority });
    const namesake = { familyName: 'Омаров', givenName: 'Дәурен' };
    const wanted = { person: namesake, seat: 'civil_society', since: today };
    const first = await seat(councilId, { ...wanted, person: { ...namesake, patronymic: 'Болатұлы' } });
    const second = await give(councilId, { ...wanted, person: { ...namesake, givenName: 'ДӘУРЕН' } }).expect(201);
    expect(second.body).toMatchObject({ warnings: [{ code: 'namesake', memberIds: [first.id] }] });
    const third = await give(councilId, { ...wanted, person: { ...namesake, patronymic: 'Асқарұлы' } }).expect(201);
    expect(third.body).toMatchObject({ warnings: [{ memberIds: [(second.body as Made).id] }] });
  });

  it('gives the same member to a request repeated with the same key', async () => {
    const { councilId } = await formingCouncil(test, { authority });
    const wanted = memberRequest('civil_society', today);
    const send = () => give(councilId, wanted).set('Idempotency-Key', 'member').expect(201);
    expect((await send()).body).toEqual((await send()).body);
    expect(await composition(councilId)).toMatchObject({ members: 1 });
  });

  it('refuses a state-body member who would break C1 in an active council, and says by how many', async () => {
    const { councilId } = await activeCouncil(test, { authority, civil: 10, state: 5, seats: 20 });
    const refused = await give(councilId, memberRequest('state_body', today)).expect(409);
    expect(refused.body).toMatchObject({ code: 'civil-society-missing', missing: 2, members: 16, rule: { id: 'C1' } });
    await appoint(authority, councilId, 'civil_society', 2, today);
    await give(councilId, memberRequest('state_body', today)).expect(201);
  });

  it('refuses a member for whom no seat is vacant on some day of the term', async () => {
    const { councilId } = await activeCouncil(test, { authority, civil: 10, state: 4, seats: 15 });
    await give(councilId, memberRequest('civil_society', '2026-06-01')).expect(201);
    const refused = await give(councilId, memberRequest('civil_society', today)).expect(409);
    expect(refused.body).toMatchObject({ code: 'no-vacant-seat', seats: 15, on: '2026-06-01' });
    await give(councilId, memberRequest('civil_society', today, { until: '2026-05-31' })).expect(201);
  });

  it('records a resignation, a death and a future end as facts, and computes the composition of any date', async () => {
    const { councilId, memberIds } = await activeCouncil(test, { authority, at: '2026-02-02' });
    const [one = '', two = '', three = ''] = memberIds;
    const end = (id: string, on: string, reason = 'resigned') =>
      authority.put(`/members/${id}/end`).send({ on, reason });
    await end(one, '2026-02-01').expect(422);
    await end(one, '2029-02-04').expect(422);
    await end(one, today, 'bored').expect(422);
    await end(one, '2026-02-20').expect(200);
    await end(two, today, 'died').expect(200);
    const later = await end(three, '2026-04-01', 'entered_state_service').expect(200);
    const breaches = [{ rule: 'C1', required: '2/3', actual: '7/12' }];
    expect(later.body).toMatchObject({ state: 'ended', endedOn: '2026-04-01', breaches, moves: [] });
    const again = await end(three, '2026-05-01').expect(409);
    expect(again.body).toMatchObject({ code: 'not-in-this-state', state: 'ended', possible: [] });
    const counts = [];
    for (const on of ['2026-02-01', '2026-02-02', '2026-02-19', '2026-02-20', today, '2026-03-31', '2026-04-01']) {
      counts.push((await composition(councilId, on)).members);
    }
    expect(counts).toEqual([0, 15, 15, 14, 13, 13, 12]);
    const journal = await test.anyone.get(`/journal?subject=member:${three}`).expect(200);
    expect((journal.body as { items: unknown[] }).items.at(-1)).toMatchObject({
      what: 'member.ended',
      rules: [{ id: 'C1' }],
      data: { councilId, reason: 'entered_state_service', endedOn: '2026-04-01', breaches },
    });
  });

  it('refuses the end by the secretary of another council and by a stale version', async () => {
    const { memberIds, secretary } = await activeCouncil(test, { authority });
    const other = await activeCouncil(test, { authority });
    const [id = ''] = memberIds;
    const end = { on: today, reason: 'resigned' };
    await other.secretary.put(`/members/${id}/end`).send(end).expect(403);
    await secretary.put(`/members/${id}/end`).set('If-Match', '"v9-x"').send(end).expect(412);
    await secretary.put(`/members/${NOBODY}/end`).send(end).expect(404);
    await secretary.put(`/members/${id}/end`).set('If-Match', '"v1-x"').send(end).expect(200);
  });

  it('takes for the decision that ended it only a matter of a meeting of the same council', async () => {
    const council = await activeCouncil(test, { authority });
    const other = await activeCouncil(test, { authority });
    const startsAt = '2026-03-20T10:00:00+05:00';
    const { itemIds: own } = await announcedMeeting(council, startsAt);
    const { itemIds: foreign } = await announcedMeeting(other, startsAt);
    const [id = ''] = council.memberIds;
    const end = (agendaItemId = '') =>
      authority.put(`/members/${id}/end`).send({ on: today, reason: 'excluded', agendaItemId });
    for (const item of [foreign[2], NOBODY]) {
      const refused = await end(item).expect(422);
      expect(refused.body).toMatchObject({
        errors: [{ pointer: '/agendaItemId', code: 'decision-not-of-this-council' }],
      });
    }
    const untouched = await test.anyone.get(`/members/${id}`).expect(200);
    expect(untouched.body).not.toMatchObject({ endedOn: today });
    const ended = await end(own[2]).expect(200);
    expect(ended.body).toMatchObject({ state: 'ended' });
  });

  it('seats one representative of a non-profit organisation in a council (C4)', async () => {
    const { councilId } = await formingCouncil(test, { authority });
    const name = { kk: 'Қоғамдық қор', ru: 'Общественный фонд' };
    const npo = await authority.post('/organizations').send({ kind: 'npo', name, bin: '123456789012' }).expect(201);
    const firm = await authority.post('/organizations').send({ kind: 'business', name }).expect(201);
    await authority.post('/organizations').send({ kind: 'npo', name, bin: '123456789012' }).expect(409);
    await authority.post('/organizations').send({ kind: 'npo', name, bin: '12' }).expect(422);
    const of = (organization: { body: unknown }) =>
      memberRequest('civil_society', today, { organizationId: (organization.body as Made).id });
    const first = await seat(councilId, of(npo));
    const refused = await give(councilId, of(npo)).expect(409);
    expect(refused.body).toMatchObject({ code: 'npo-represented', limit: 1, rule: { id: 'C4.npo' } });
    await seat(councilId, of(firm));
    await seat(councilId, of(firm));
    await authority.put(`/members/${first.id}/end`).send({ on: today, reason: 'resigned' }).expect(200);
    const after = await give(councilId, of(npo)).expect(201);
    expect(after.body).toMatchObject({ organization: { kind: 'npo', name, bin: '123456789012' } });
    const found = await test.anyone.get('/organizations?q=123456789012').expect(200);
    expect((found.body as { items: unknown[] }).items).toEqual([npo.body]);
    await test.anyone.get(`/organizations/${NOBODY}`).expect(404);
  });

  it('seats a person once in a council, and at republican level in one council (C4)', async () => {
    const republican = { change: { level: 'republican', kind: 'ministry' } } as const;
    const first = await formingCouncil(test, { authority, ...republican });
    const second = await formingCouncil(test, { authority, ...republican });
    const regional = await formingCouncil(test, { authority });
    const { id, person: known } = await seat(first.councilId, memberRequest('civil_society', today));
    const again = memberRequest('civil_society', today, { personId: known.id });
    expect((await give(first.councilId, again).expect(409)).body).toMatchObject({ code: 'member-already' });
    const refused = await give(second.councilId, again).expect(409);
    expect(refused.body).toMatchObject({ code: 'republican-seat-held', rule: { id: 'C4.republican' } });
    await give(regional.councilId, again).expect(201);
    await authority.put(`/members/${id}/end`).send({ on: '2026-03-10', reason: 'resigned' }).expect(200);
    await give(second.councilId, again).expect(409);
    await give(second.councilId, { ...again, since: '2026-03-10' }).expect(201);
  });

  it('seats a person in two convocations of a council in a row, not in three (C5)', async () => {
    const { councilId } = await formingCouncil(test, { authority, at: '2020-03-02' });
    const open = (from: string) => authority.post(`/councils/${councilId}/convocations`).send({ from }).expect(201);
    const { person: known } = await seat(councilId, memberRequest('civil_society', '2020-03-02'));
    await open('2023-03-02');
    await open('2026-03-02');
    const again = (since: string) => memberRequest('civil_society', since, { personId: known.id });
    await give(councilId, again('2023-03-02')).expect(201);
    const refused = await give(councilId, again('2026-03-02')).expect(409);
    expect(refused.body).toMatchObject({ code: 'convocations-in-a-row', limit: 2, rule: { id: 'C5' } });
    await open('2029-03-02');
    await give(councilId, again('2029-03-02')).expect(201);
  });

  it('lists members by family name in Kazakh order, former ones too, page by page', async () => {
    const { councilId } = await formingCouncil(test, { authority });
    const ids = new Map<string, string>();
    for (const familyName of ['Қасымова', 'Кенесов', 'Яковлев', 'Әбенов', 'Ғалымов']) {
      const wanted = { person: { familyName, givenName: 'А' }, seat: 'civil_society', since: today };
      ids.set(familyName, (await seat(councilId, wanted)).id);
    }
    const ended = ids.get('Кенесов') ?? '';
    test.clock.pass(60);
    const since = encodeURIComponent(test.clock.now().toISOString());
    await authority.put(`/members/${ended}/end`).send({ on: today, reason: 'resigned' }).expect(200);
    const list = async (query: string) => {
      const page = await test.anyone.get(`/councils/${councilId}/members?${query}`).expect(200);
      return page.body as { items: Made[]; next: string | null };
    };
    const names: string[] = [];
    for (let next: string | null = ''; next !== null;) {
      const page: Awaited<ReturnType<typeof list>> = await list(`limit=2${next ? `&after=${next}` : ''}`);
      names.push(...page.items.map(({ person: { familyName } }) => familyName));
      next = page.next;
    }
    expect(names).toEqual(['Әбенов', 'Ғалымов', 'Кенесов', 'Қасымова', 'Яковлев']);
    expect((await list(`on=${today}`)).items).toHaveLength(4);
    expect((await list(`modifiedSince=${since}`)).items).toMatchObject([{ id: ended, state: 'ended' }]);
    expect((await composition(councilId)).people.map(({ familyName }) => familyName)).toEqual(
      names.filter((name) => name !== 'Кенесов'),
    );
    await test.anyone.get(`/councils/${NOBODY}/members`).expect(404);
    await test.anyone.get(`/councils/${councilId}/members?on=2026-02-30`).expect(400);
  });

  it('appoints nobody to a dissolved council', async () => {
    const { councilId } = await formingCouncil(test, { authority });
    await authority.put(`/councils/${councilId}/dissolution`).expect(200);
    const refused = await give(councilId, memberRequest('civil_society', today)).expect(409);
    expect(refused.body).toMatchObject({ code: 'not-in-this-state', state: 'dissolved' });
  });

  it('keeps the share when two state-body members are appointed at the same instant', async () => {
    const { councilId } = await activeCouncil(test, { authority, civil: 12, state: 5, seats: 20 });
    const both = await Promise.all([1, 2].map(() => give(councilId, memberRequest('state_body', today))));
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
  });
});
