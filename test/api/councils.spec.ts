import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { activeCouncil, appoint, formingCouncil } from '../factories/councils.js';
import { person } from '../support/people.js';
import { startTestApplication, type TestApplication } from '../support/test-application.js';

const NOBODY = '0192f0c0-0000-7000-8000-000000000000';

interface Listed {
  readonly items: { id: string; state: string; moves?: string[] }[];
  readonly next: string | null;
}

describe('councils', () => {
  let test: TestApplication;
  let today: string;
  beforeAll(async () => {
    test = await startTestApplication();
    today = test.clock.today();
  });
  afterAll(() => test.close());

  const listed = async (query: string): Promise<string[]> => {
    const list = await test.anyone.get(`/councils?limit=100&${query}`).expect(200);
    return (list.body as Listed).items.map(({ id }) => id);
  };
  const acts = async (councilId: string): Promise<{ what: string; rules: unknown[]; data: object }[]> => {
    const journal = await test.anyone.get(`/journal?subject=council:${councilId}`).expect(200);
    return (journal.body as { items: { what: string; rules: unknown[]; data: object }[] }).items;
  };

  it('refuses to begin with nine of fourteen from civil society, and shows the council once one of ten resigned', async () => {
    const { councilId, authority } = await formingCouncil(test);
    const path = `/councils/${councilId}`;
    const [first = ''] = await appoint(authority, councilId, 'civil_society', 9, today);
    await appoint(authority, councilId, 'state_body', 5, today);
    const refused = await authority.put(`${path}/activation`).set('Accept-Language', 'en').expect(409);
    expect(refused.body).toMatchObject({
      type: '/problems/not-possible-now',
      code: 'civil-society-missing',
      state: 'forming',
      possible: ['dissolution'],
      missing: 1,
      members: 14,
      civilSociety: 9,
      rule: { id: 'C1', value: { fraction: '2/3' } },
    });
    expect((refused.body as { detail: string }).detail).toContain('1 representative of civil society missing');

    await appoint(authority, councilId, 'civil_society', 1, today);
    const active = await authority.put(`${path}/activation`).expect(200);
    expect(active.body).toMatchObject({ state: 'active', activatedOn: today, moves: ['dissolution'] });
    const whole = await test.anyone.get(`${path}/composition`).expect(200);
    expect(whole.body).toMatchObject({ on: today, seats: 15, members: 15, civilSociety: 10, stateBody: 5 });
    expect(whole.body).toMatchObject({ civilShare: 2 / 3, breaches: [], vacant: 0 });
    expect(await listed('incomplete=true')).not.toContain(councilId);

    const end = await authority.put(`/members/${first}/end`).send({ on: today, reason: 'resigned' }).expect(200);
    const breaches = [{ rule: 'C1', required: '2/3', actual: '9/14' }];
    expect(end.body).toMatchObject({ state: 'ended', endedOn: today, endReason: 'resigned', breaches });
    const left = await test.anyone.get(`${path}/composition`).expect(200);
    expect(left.body).toMatchObject({ members: 14, civilSociety: 9, vacant: 1, breaches });
    expect(await listed('incomplete=true')).toContain(councilId);

    await appoint(authority, councilId, 'civil_society', 1, today);
    expect(await listed('incomplete=true')).not.toContain(councilId);
  });

  it('opens the first convocation on the day of foundation for the term of C6', async () => {
    const { councilId } = await formingCouncil(test, { at: '2026-02-16' });
    const council = await test.anyone.get(`/councils/${councilId}`).expect(200);
    const convocations = [{ number: 1, fromOn: '2026-02-16', untilOn: '2029-02-16' }];
    expect(council.body).toMatchObject({ state: 'forming', foundedOn: '2026-02-16', convocations });
    expect(council.body).not.toHaveProperty('moves');
    const [established] = await acts(councilId);
    expect(established).toMatchObject({ what: 'council.established', rules: [{ id: 'C6' }] });
  });

  it('lets only the authority establish, change and dissolve, and the secretary of the council decide on its rules', async () => {
    const { councilId, bodyId, territoryId, secretary, authority } = await activeCouncil(test);
    const name = { kk: 'Кеңес', ru: 'Совет' };
    const wanted = { name, level: 'regional', kind: 'local', bodyId, territoryId, seats: 15, foundedOn: today };
    const change = { seats: 16 };
    await test.anyone.post('/councils').send(wanted).expect(401);
    await secretary.post('/councils').send(wanted).expect(403);
    await secretary.patch(`/councils/${councilId}`).send(change).expect(403);
    await secretary.put(`/councils/${councilId}/dissolution`).expect(403);
    const decision = { value: { fraction: '3/4' }, decidedOn: today };
    await authority.put(`/councils/${councilId}/rules/C1`).send(decision).expect(403);
    const other = await activeCouncil(test, { authority });
    await other.secretary.put(`/councils/${councilId}/rules/C1`).send(decision).expect(403);
  });

  it('refuses wrong fields with a pointer, and bodies and territories that are none of ours', async () => {
    const { bodyId, territoryId, authority } = await formingCouncil(test);
    const name = { kk: 'Кеңес', ru: 'Совет' };
    const wanted = { name, level: 'regional', kind: 'local', bodyId, territoryId, seats: 15, foundedOn: today };
    const pointers = async (body: object): Promise<string[]> => {
      const refused = await authority.post('/councils').send(body).expect(422);
      return (refused.body as { errors: { pointer: string }[] }).errors.map(({ pointer }) => pointer);
    };
    expect(await pointers({ ...wanted, name: { kk: 'Кеңес' } })).toEqual(['/name/ru']);
    expect(await pointers({ ...wanted, level: 'village' })).toEqual(['/level']);
    expect(await pointers({ ...wanted, foundedOn: '2026-02-30' })).toEqual(['/foundedOn']);
    expect(await pointers({ ...wanted, sectors: [{ kk: 'Су' }] })).toEqual(['/sectors/0/ru']);
    expect(await pointers({ ...wanted, state: 'active' })).toEqual(['/state']);
    expect(await pointers({ ...wanted, bodyId: NOBODY })).toEqual(['/bodyId']);
    expect(await pointers({ ...wanted, territoryId: NOBODY })).toEqual(['/territoryId']);
  });

  it('makes one council of a request repeated with the same key', async () => {
    const { bodyId, territoryId, authority } = await formingCouncil(test);
    const name = { kk: 'Қайталау', ru: 'Повтор' };
    const wanted = { name, level: 'regional', kind: 'local', bodyId, territoryId, seats: 15, foundedOn: today };
    const send = () => authority.post('/councils').set('Idempotency-Key', 'council').send(wanted).expect(201);
    expect((await send()).body).toEqual((await send()).body);
    expect(await listed(`q=${encodeURIComponent('ҚАЙТАЛАУ')}`)).toHaveLength(1);
  });

  it('refuses to begin with a size that C3 does not allow, without members, and twice', async () => {
    const small = await formingCouncil(test, { seats: 14 });
    const refused = await small.authority.put(`/councils/${small.councilId}/activation`).expect(409);
    const rule = { id: 'C3.local', value: { from: 15, to: 30 } };
    expect(refused.body).toMatchObject({ code: 'size-out-of-range', seats: 14, rule });
    await small.authority.patch(`/councils/${small.councilId}`).send({ seats: 15 }).expect(200);
    const empty = await small.authority.put(`/councils/${small.councilId}/activation`).expect(409);
    expect(empty.body).toMatchObject({ code: 'council-without-members' });

    const { councilId, authority } = await activeCouncil(test);
    const again = await authority.put(`/councils/${councilId}/activation`).expect(409);
    expect(again.body).toMatchObject({ code: 'not-in-this-state', state: 'active', possible: ['dissolution'] });
    await authority.put(`/councils/${NOBODY}/activation`).expect(404);
  });

  it('lets one active council work with a body, the next one after it is dissolved', async () => {
    const { councilId, bodyId, territoryId, authority } = await activeCouncil(test);
    const next = await formingCouncil(test, { authority, change: { bodyId, territoryId } });
    await appoint(authority, next.councilId, 'civil_society', 10, today);
    const refused = await authority.put(`/councils/${next.councilId}/activation`).expect(409);
    expect(refused.body).toMatchObject({ type: '/problems/conflict', code: 'body-has-council', councilId });

    const dissolved = await authority.put(`/councils/${councilId}/dissolution`).expect(200);
    expect(dissolved.body).toMatchObject({ state: 'dissolved', dissolvedOn: today, moves: [] });
    expect(dissolved.body).toMatchObject({ convocations: [{ untilOn: today }] });
    await authority.put(`/councils/${next.councilId}/activation`).expect(200);
    await authority.put(`/councils/${councilId}/dissolution`).expect(409);
    await authority.patch(`/councils/${councilId}`).send({ seats: 20 }).expect(409);
    expect(await listed(`body=${bodyId}&state=dissolved`)).toEqual([councilId]);
    expect(await listed(`body=${bodyId}&state=active`)).toEqual([next.councilId]);
  });

  it('refuses a new size of a working council outside C3 or below its members, and records the change', async () => {
    const { councilId, authority } = await activeCouncil(test, { civil: 11, state: 5 });
    const outside = await authority.patch(`/councils/${councilId}`).send({ seats: 31 }).expect(409);
    expect(outside.body).toMatchObject({ code: 'size-out-of-range', rule: { id: 'C3.local' } });
    const below = await authority.patch(`/councils/${councilId}`).send({ seats: 15 }).expect(409);
    expect(below.body).toMatchObject({ code: 'seats-below-members', members: 16 });
    await authority.patch(`/councils/${councilId}`).send({ seats: 18, website: 'https://kenes.example' }).expect(200);
    const edited = (await acts(councilId)).at(-1);
    const changes = { seats: { from: 16, to: 18 }, website: { from: null, to: 'https://kenes.example' } };
    expect(edited).toMatchObject({ what: 'council.edited', data: { changes }, rules: [{ id: 'C3.local' }] });
    expect(await listed('incomplete=true')).toContain(councilId);
  });

  it('refuses a change when the version in If-Match is not the present one', async () => {
    const { councilId, authority } = await formingCouncil(test);
    const read = await authority.get(`/councils/${councilId}`).expect(200);
    const change = (tag: string) =>
      authority.patch(`/councils/${councilId}`).set('If-Match', tag).send({ website: 'https://kenes.example' });
    await change('"v7-x"').expect(412);
    const changed = await change(read.headers['etag'] ?? '').expect(200);
    expect(changed.headers['etag']).toMatch(/^"v2-/);
    await authority.put(`/councils/${councilId}/activation`).set('If-Match', '"v1-x"').expect(412);
  });

  it('lets a council bind itself more strictly from the day of its decision, and never more loosely', async () => {
    const { councilId, secretary, authority } = await activeCouncil(test, { at: '2026-02-02' });
    const decide = (rule: string, value: object, decidedOn = '2026-02-20') =>
      secretary.put(`/councils/${councilId}/rules/${rule}`).send({ value, decidedOn });
    const looser = await decide('C1', { fraction: '1/2' }).expect(409);
    expect(looser.body).toMatchObject({ code: 'rule-looser', rule: { id: 'C1', value: { fraction: '2/3' } } });
    const other = await decide('C1', { amount: 3, unit: 'count' }).expect(422);
    expect(other.body).toMatchObject({ errors: [{ pointer: '/value', code: 'value-not-comparable' }] });
    await decide('C3.local', { from: 16, to: 30 }).expect(422);
    await decide('C1', { fraction: '3/4' }, '2026-03-03').expect(422);
    await decide('C99', { fraction: '3/4' }).expect(404);

    const decided = await decide('C1', { fraction: '3/4' }).expect(200);
    expect(decided.body).toMatchObject({ id: 'C1', value: { fraction: '3/4' }, own: true, decidedOn: '2026-02-20' });
    const rules = await test.anyone.get(`/councils/${councilId}/rules`).expect(200);
    const own = (rules.body as { items: { id: string; own: boolean }[] }).items.filter((rule) => rule.own);
    expect(own.map(({ id }) => id)).toEqual(['C1']);
    expect((await acts(councilId)).at(-1)).toMatchObject({
      what: 'council.rule-decided',
      rules: [{ id: 'C1', value: { fraction: '2/3' } }],
      data: { rule: 'C1', from: { fraction: '2/3' }, to: { fraction: '3/4' }, decidedOn: '2026-02-20' },
    });

    const breaches = [{ rule: 'C1', required: '3/4', actual: '2/3' }];
    const path = `/councils/${councilId}/composition`;
    expect((await test.anyone.get(path).expect(200)).body).toMatchObject({ breaches });
    expect((await test.anyone.get(`${path}?on=2026-02-19`).expect(200)).body).toMatchObject({ breaches: [] });
    expect(await listed('incomplete=true')).toContain(councilId);

    await decide('C1', { fraction: '2/3' }, today).expect(200);
    expect((await test.anyone.get(path).expect(200)).body).toMatchObject({ breaches: [] });
    await authority.put(`/councils/${councilId}/dissolution`).expect(200);
    await decide('C1', { fraction: '3/4' }, today).expect(409);
  });

  it('begins under the stricter share that a council in forming decided on', async () => {
    const { councilId, authority } = await formingCouncil(test);
    const secretary = await person(test, { role: 'secretary', councilId });
    const decision = { value: { fraction: '4/5' }, decidedOn: today };
    await secretary.put(`/councils/${councilId}/rules/C1`).send(decision).expect(200);
    await appoint(secretary, councilId, 'civil_society', 10, today);
    await appoint(secretary, councilId, 'state_body', 4, today);
    const refused = await authority.put(`/councils/${councilId}/activation`).expect(409);
    expect(refused.body).toMatchObject({ missing: 6, rule: { id: 'C1', value: { fraction: '4/5' } } });
  });

  it('opens the next convocation, which closes the one before', async () => {
    const { councilId, authority, secretary } = await activeCouncil(test);
    const path = `/councils/${councilId}/convocations`;
    await secretary.post(path).send({ from: '2029-03-02' }).expect(403);
    await authority.post(path).send({ from: today }).expect(422);
    await authority.post(path).send({ from: '2029-03-02', number: 1 }).expect(409);
    const next = await authority.post(path).send({ from: '2029-03-02' }).expect(201);
    expect(next.body).toMatchObject({ number: 2, fromOn: '2029-03-02', untilOn: '2032-03-02' });
    const { id } = next.body as { id: string };
    await test.anyone.get(`/convocations/${id}`).expect(200, next.body as object);
    const council = await test.anyone.get(`/councils/${councilId}`).expect(200);
    const convocations = [{ number: 1, untilOn: '2029-03-01' }, { number: 2 }];
    expect(council.body).toMatchObject({ convocations });
    const over = await test.anyone.get(`/councils/${councilId}/composition?on=2029-03-02`).expect(200);
    expect(over.body).toMatchObject({ members: 0, people: [], civilShare: null, breaches: [] });
    const last = await test.anyone.get(`/councils/${councilId}/composition?on=2029-03-01`).expect(200);
    expect(last.body).toMatchObject({ members: 15 });
  });

  it('lists councils by name, page by page, with moves only for those who are signed in', async () => {
    const { authority } = await formingCouncil(test);
    const all = await listed('state=forming');
    const pages: string[] = [];
    for (let next: string | null = ''; next !== null;) {
      const after: string = next ? `&after=${next}` : '';
      const page = (await test.anyone.get(`/councils?state=forming&limit=2${after}`).expect(200)).body as Listed;
      pages.push(...page.items.map(({ id }) => id));
      next = page.next;
    }
    expect(pages).toEqual(all);
    const own = await authority.get('/councils?state=forming&limit=1').expect(200);
    expect((own.body as Listed).items[0]?.moves).toEqual(['activation', 'dissolution']);
    await test.anyone.get('/councils?kind=local').expect(400);
    await test.anyone.get('/councils?level=village').expect(400);
    await test.anyone.get('/councils?incomplete=1').expect(400);
    await test.anyone.get('/councils?after=x').expect(400);
    await test.anyone.get(`/councils/${NOBODY}`).expect(404);
    await test.anyone.get(`/councils/${NOBODY}/rules`).expect(404);
    await test.anyone.get(`/councils/${NOBODY}/composition`).expect(404);
  });

  it('lists what changed since an instant by the order of the journal', async () => {
    const { councilId, authority } = await formingCouncil(test);
    test.clock.pass(60);
    const since = encodeURIComponent(test.clock.now().toISOString());
    expect(await listed(`modifiedSince=${since}`)).toEqual([]);
    await authority.put(`/councils/${councilId}/dissolution`).expect(200);
    expect(await listed(`modifiedSince=${since}`)).toEqual([councilId]);
  });
});
