import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { SessionsQueries } from '../../src/platform/identity/index.js';
import { SentStatements } from '../support/sent-statements.js';
import { startTestApplication, type TestApplication } from '../support/test-application.js';
import { PASSWORD, person } from '../support/people.js';

interface Thing {
  readonly id?: string;
}

describe('identity', () => {
  let test: TestApplication;
  beforeAll(async () => {
    test = await startTestApplication({ worker: true });
  });
  afterAll(() => test.close());

  const wanted = { email: 'Aigul@Example.kz', password: PASSWORD, displayName: 'Айгүл', language: 'kk' };
  const signIn = (email: string, password = PASSWORD) => test.anyone.post('/sessions').send({ email, password });
  const linkIn = (letter: string): string => /token=([\w-]+)/.exec(letter)?.[1] ?? '';

  it('lets a person sign up, confirm the address by the letter, sign in and out', async () => {
    await test.anyone.post('/accounts/sign-up').send(wanted).expect(202, { status: 'letter-sent' });
    await signIn(wanted.email).expect(401);
    const [letter = ''] = await test.letters(1);
    const token = linkIn(letter);
    const confirmed = await test.anyone.put('/accounts/confirmation').send({ token }).expect(200);
    expect(confirmed.body).toMatchObject({ email: 'aigul@example.kz', displayName: 'Айгүл' });
    await test.anyone.put('/accounts/confirmation').send({ token }).expect(409);

    const session = await signIn('AIGUL@example.kz').expect(201);
    const bearer = `Bearer ${(session.body as { token: string }).token}`;
    await test.anyone.get('/me').set('Authorization', bearer).expect(200);
    await test.anyone.delete('/sessions/current').set('Authorization', bearer).expect(204);
    const refused = await test.anyone.get('/me').set('Authorization', bearer).expect(401);
    expect(refused.headers['www-authenticate']).toContain('Bearer');
  });

  it('answers the same for a known and an unknown address at sign-up', async () => {
    const known = await test.anyone.post('/accounts/sign-up').send(wanted).expect(202);
    const unknown = await test.anyone
      .post('/accounts/sign-up')
      .send({ ...wanted, email: 'new@example.kz' })
      .expect(202);
    expect(known.body).toEqual(unknown.body);
  });

  it('records a second sign-up with an unconfirmed address, and makes no second account', async () => {
    const twice = { ...wanted, email: 'twice@example.kz' };
    for (const sent of [twice, twice]) await test.anyone.post('/accounts/sign-up').send(sent).expect(202);
    const rows = await test.database.query<{ what: string }>(
      `select j.what from journal j join accounts a on a.id::text = j.subject_id
        where a.email = 'twice@example.kz' order by j.seq`,
    );
    expect(rows.map(({ what }) => what)).toEqual(['account.signed-up', 'account.link-renewed']);
  });

  it('answers the same for a wrong password and an unknown address at sign-in', async () => {
    const wrong = await signIn(wanted.email, 'not the right password').expect(401);
    const unknown = await signIn('nobody@example.kz').expect(401);
    expect({ ...(unknown.body as object), instance: '' }).toEqual({ ...(wrong.body as object), instance: '' });
  });

  it('counts failures only, and lets the right password wait once there are too many', async () => {
    const { email } = await person(test);
    for (let count = 0; count < 10; count += 1) await signIn(email, `wrong password ${count}`).expect(401);
    const limited = await signIn(email).expect(429);
    expect(Number(limited.headers['retry-after'])).toBeGreaterThan(0);
    const other = await person(test);
    await signIn(other.email).expect(201);
  });

  it('ends a session after its hours', async () => {
    const citizen = await person(test);
    await citizen.get('/me').expect(200);
    test.clock.pass(12 * 3600 + 1);
    await citizen.get('/me').expect(401);
  });

  it('knows each person of a burst, and nobody by a token of nobody, with few statements', async () => {
    const people = await Promise.all([1, 2, 3].map(() => person(test)));
    const tokens = Array.from({ length: 60 }, (_, at) => people[at % 4]?.token ?? `nobody-${at}`);
    const sessions = test.app.get(SessionsQueries);
    const { sent, result } = await new SentStatements(test).during(() =>
      Promise.all(tokens.map((token, at) => pause(at % 7).then(() => sessions.find(token)))),
    );
    expect(result.map((found) => found?.accountId)).toEqual(tokens.map((_, at) => people[at % 4]?.accountId));
    expect(sent).toBeLessThan(10);
  });

  it('fails for all who share a lookup that failed, and knows them at the next', async () => {
    const { token, accountId } = await person(test);
    const sessions = test.app.get(SessionsQueries);
    await test.database.query('alter table sessions rename to sessions_away');
    const lost = await Promise.allSettled([sessions.find(token), pause(0).then(() => sessions.find(token))]);
    await test.database.query('alter table sessions_away rename to sessions');
    expect(lost.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect((await sessions.find(token))?.accountId).toBe(accountId);
  });

  it('lets nobody wait for a lookup that does not come back', async () => {
    const { token, accountId } = await person(test);
    const sessions = test.app.get(SessionsQueries);
    const holder = new pg.Client({ connectionString: test.database.ownerUrl });
    await holder.connect();
    await holder.query('begin; lock table sessions in access exclusive mode');
    const { sent, result } = await new SentStatements(test).during(async () => {
      const stuck = sessions.find(token);
      await pause(50);
      const later = sessions.find(token);
      await pause(600);
      return { found: Promise.all([stuck, later]) };
    });
    await holder.end();
    expect(sent).toBe(2);
    expect((await result.found).map((found) => found?.accountId)).toEqual([accountId, accountId]);
  });

  it('takes effect at the next request when an account is disabled', async () => {
    const admin = await person(test, { role: 'admin' });
    const citizen = await person(test);
    await admin.put(`/accounts/${citizen.accountId}/disablement`).expect(200);
    await citizen.get('/me').expect(401);
    await signIn(citizen.email).expect(401);
  });

  it('lets a disabled account be used again, with none of its earlier sessions', async () => {
    const admin = await person(test, { role: 'admin' });
    const citizen = await person(test);
    const path = `/accounts/${citizen.accountId}/disablement`;
    expect((await admin.delete(path).expect(409)).body).toMatchObject({ code: 'account-enabled' });
    await admin.put(path).expect(200);
    expect((await admin.put(path).expect(409)).body).toMatchObject({ code: 'account-disabled' });
    await citizen.delete(path).expect(401);
    expect((await admin.delete(path).expect(200)).body).toMatchObject({ disabledAt: null });
    await citizen.get('/me').expect(401);
    await signIn(citizen.email).expect(201);
    const acts = await test.database.query<{ what: string }>(
      `select what from journal where subject_id = '${citizen.accountId}'`,
    );
    expect(acts.map(({ what }) => what)).toContain('account.enabled');
  });

  it('locks nobody out: neither oneself nor the last administrator', async () => {
    const refusal = async (answer: Promise<{ body: object }>): Promise<unknown> =>
      ((await answer).body as { code?: string }).code;
    await test.database.query(
      `update accounts set disabled_at = created_at where id in (select account_id from grants where role = 'admin')`,
    );
    const only = await person(test, { role: 'admin' });
    const own = `/accounts/${only.accountId}/disablement`;
    expect(await refusal(only.put(own).expect(409))).toBe('own-account');
    const { items } = (await only.get(`/grants?account=${only.accountId}`).expect(200)).body as { items: Thing[] };
    expect(await refusal(only.delete(`/grants/${items[0]?.id ?? ''}`).expect(409))).toBe('last-admin');
    expect(await refusal(only.put('/me/closure').send({ password: PASSWORD }).expect(409))).toBe('last-admin');

    const invited = { email: 'not-yet@example.kz', displayName: 'Invited', language: 'ru' };
    await only.post('/accounts').send(invited).expect(201);
    await only.post('/grants').send({ email: invited.email, role: 'admin' }).expect(201);
    expect(await refusal(only.delete(`/grants/${items[0]?.id ?? ''}`).expect(409))).toBe('last-admin');

    const other = await person(test, { role: 'admin' });
    const [one, two] = await Promise.all([only.put(`/accounts/${other.accountId}/disablement`), other.put(own)]);
    expect([one.status, two.status].filter((status) => status === 200)).toHaveLength(1);
  });

  it('finds accounts by a part of the address, by state and by role', async () => {
    const admin = await person(test, { role: 'admin' }, { role: 'authority' });
    const citizen = await person(test);
    const found = async (query: string): Promise<(string | undefined)[]> =>
      ((await admin.get(`/accounts?limit=100&${query}`).expect(200)).body as { items: Thing[] }).items.map(
        ({ id }) => id,
      );
    expect(await found(`q=${encodeURIComponent(citizen.email.toUpperCase())}`)).toEqual([citizen.accountId]);
    expect(await found('role=authority&state=active')).toContain(admin.accountId);
    expect(await found('role=authority')).not.toContain(citizen.accountId);
    await admin.put(`/accounts/${citizen.accountId}/disablement`).expect(200);
    expect(await found('state=disabled')).toContain(citizen.accountId);
    expect(await found('state=active')).not.toContain(citizen.accountId);
    await admin.get('/accounts?state=closed').expect(400);
    await citizen.get('/accounts').expect(401);
  });

  it('gives and takes roles with effect at the next request', async () => {
    const admin = await person(test, { role: 'admin' });
    const other = await person(test);
    await other.get('/accounts').expect(403);
    const given = await admin.post('/grants').send({ email: other.email, role: 'admin' }).expect(201);
    await other.get('/accounts').expect(200);
    await admin.delete(`/grants/${(given.body as { id: string }).id}`).expect(204);
    await other.get('/accounts').expect(403);
  });

  it('refuses a role with a scope that is not its own', async () => {
    const admin = await person(test, { role: 'admin' });
    const { email } = await person(test);
    const wrong = await admin.post('/grants').send({ email, role: 'secretary' }).expect(422);
    expect(wrong.body).toMatchObject({ errors: [{ pointer: '/councilId', code: 'scope-not-for-role' }] });
    const bodyId = '0192f0c0-0000-7000-8000-000000000000';
    const unknown = await admin.post('/grants').send({ email, role: 'officer', bodyId }).expect(422);
    expect(unknown.body).toMatchObject({ errors: [{ pointer: '/bodyId', code: 'not-found' }] });
  });

  it('lets the authority give roles of councils only', async () => {
    const authority = await person(test, { role: 'authority' });
    const { email } = await person(test);
    await authority.post('/grants').send({ email, role: 'admin' }).expect(403);
  });

  it('makes one record of a request repeated with the same key', async () => {
    const admin = await person(test, { role: 'admin' });
    const invitation = { email: 'invited@example.kz', displayName: 'Invited', language: 'ru' };
    const send = (body: object) => admin.post('/accounts').set('Idempotency-Key', 'one').send(body);
    const [first, second] = await Promise.all([send(invitation), send(invitation)]);
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(first.body).toEqual(second.body);
    await send({ ...invitation, displayName: 'Other' }).expect(409);
  });

  it('refuses a change when the version in If-Match is not the present one', async () => {
    const admin = await person(test, { role: 'admin' });
    const other = await person(test);
    const read = await admin.get(`/accounts/${other.accountId}`).expect(200);
    expect(read.headers['etag']).toMatch(/^"v2-/);
    await admin.put(`/accounts/${other.accountId}/disablement`).set('If-Match', '"v1-x"').expect(412);
    await admin
      .put(`/accounts/${other.accountId}/disablement`)
      .set('If-Match', read.headers['etag'] ?? '')
      .expect(200);
  });
});
