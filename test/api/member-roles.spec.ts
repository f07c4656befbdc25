import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { activeCouncil, memberPerson } from '../factories/councils.js';
import { person, type Person } from '../support/people.js';
import { startTestApplication, type TestApplication } from '../support/test-application.js';

const NOBODY = '0192f0c0-0000-7000-8000-000000000000';

describe('roles of members', () => {
  let test: TestApplication;
  let today: string;
  let authority: Person;
  beforeAll(async () => {
    test = await startTestApplication();
    today = test.clock.today();
    authority = await person(test, { role: 'authority' });
  });
  afterAll(() => test.close());

  const pointers = (body: unknown) => (body as { errors: { pointer: string }[] }).errors.map(({ pointer }) => pointer);

  it('gives roles in time: one chair, who is no civil servant (C10)', async () => {
    const { councilId, memberIds, chairId, secretary } = await activeCouncil(test, { authority });
    const [, second = ''] = memberIds;
    const official = memberIds.at(-1) ?? '';
    const role = (id: string, wanted: object) => secretary.post(`/members/${id}/roles`).send(wanted);
    const refused = await role(official, { role: 'chair', since: today }).expect(409);
    expect(refused.body).toMatchObject({ code: 'chair-civil-servant', rule: { id: 'C10.chair' } });
    const taken = await role(second, { role: 'chair', since: today }).expect(409);
    expect(taken.body).toMatchObject({ code: 'chair-taken', memberIds: [chairId] });
    await role(chairId, { role: 'chair', since: today }).expect(409);
    expect(pointers((await role(second, { role: 'presidium', since: '2026-03-01' }).expect(422)).body)).toEqual([
      '/since',
    ]);
    const until = '2029-03-03';
    expect(pointers((await role(second, { role: 'presidium', since: today, until }).expect(422)).body)).toEqual([
      '/until',
    ]);
    await role(official, { role: 'deputy_chair', since: today, until: '2026-03-31' }).expect(201);
    await role(second, { role: 'presidium', since: today }).expect(201);
    await role(NOBODY, { role: 'presidium', since: today }).expect(404);

    const chaired = await secretary.get(`/members/${chairId}`).expect(200);
    const [held] = (chaired.body as { roles: { id: string }[] }).roles;
    const path = `/member-roles/${held?.id ?? ''}`;
    await authority.put(`${path}/end`).send({ on: '2026-03-01' }).expect(422);
    await authority.put(`${path}/end`).set('If-Match', '"v2-x"').send({ on: '2026-04-01' }).expect(412);
    const ended = await authority.put(`${path}/end`).send({ on: '2026-04-01' }).expect(200);
    expect(ended.body).toMatchObject({ memberId: chairId, role: 'chair', sinceOn: today, untilOn: '2026-03-31' });
    await authority.put(`${path}/end`).send({ on: '2026-05-01' }).expect(409);
    await test.anyone.get(path).expect(200, ended.body as object);
    await role(second, { role: 'chair', since: '2026-03-31' }).expect(409);
    await role(second, { role: 'chair', since: '2026-04-01' }).expect(201);

    const rolesOn = async (on: string): Promise<Record<string, string[]>> => {
      const read = await test.anyone.get(`/councils/${councilId}/composition?on=${on}`).expect(200);
      const { people } = read.body as { people: { memberId: string; roles: string[] }[] };
      return Object.fromEntries(people.map(({ memberId, roles }) => [memberId, roles]));
    };
    expect(await rolesOn('2026-03-31')).toMatchObject({
      [chairId]: ['chair'],
      [official]: ['deputy_chair'],
      [second]: ['presidium'],
    });
    expect(await rolesOn('2026-04-01')).toMatchObject({
      [chairId]: [],
      [official]: [],
      [second]: ['chair', 'presidium'],
    });
  });

  it('lets the chair pass on when the member who held it is gone', async () => {
    const { memberIds, chairId } = await activeCouncil(test, { authority });
    const [, second = ''] = memberIds;
    await authority.put(`/members/${chairId}/end`).send({ on: '2026-03-10', reason: 'died' }).expect(200);
    const role = (since: string) => authority.post(`/members/${second}/roles`).send({ role: 'chair', since });
    await role('2026-03-09').expect(409);
    await role('2026-03-10').expect(201);
  });

  it('grants a seat of the council only, and never both secretary and member of one council (C10)', async () => {
    const { councilId, memberIds, secretary } = await activeCouncil(test, { authority });
    const other = await activeCouncil(test, { authority });
    const [memberId = ''] = memberIds;
    const grant = (email: string, role: object) => authority.post('/grants').send({ email, ...role });
    const seated = await memberPerson(test, councilId, memberId);
    const wrong = await grant(seated.email, { role: 'member', councilId: other.councilId, memberId }).expect(422);
    expect(pointers(wrong.body)).toEqual(['/memberId']);
    await grant(seated.email, { role: 'secretary', councilId: NOBODY }).expect(422);
    const refused = await grant(secretary.email, { role: 'member', councilId, memberId }).expect(409);
    expect(refused.body).toMatchObject({ code: 'secretary-and-member', rule: { id: 'C10.secretary' } });
    await grant(seated.email, { role: 'secretary', councilId }).expect(409);
    await grant(seated.email, { role: 'secretary', councilId: other.councilId }).expect(201);
  });
});
