import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import type { Test } from 'supertest';
import { publishedConsultation } from '../factories/consultations.js';
import { PASSWORD, person } from '../support/people.js';
import { startTestApplication, type TestApplication } from '../support/test-application.js';

const OTHER = 'another long password';

describe('accounts of people', () => {
  let test: TestApplication;
  let letters = 0;
  beforeAll(async () => {
    test = await startTestApplication({ worker: true });
  });
  afterAll(() => test.close());

  const signIn = (email: string, password = PASSWORD) => test.anyone.post('/sessions').send({ email, password });
  const nextLetter = async (): Promise<string> => (await test.letters((letters += 1))).at(-1) ?? '';
  const tokenIn = (letter: string): string => /token=([\w-]+)/.exec(letter)?.[1] ?? '';
  const askReset = (email: string) => test.anyone.post('/accounts/password-reset').send({ email });
  const choose = (token: string, password = OTHER) => test.anyone.put('/accounts/password').send({ token, password });
  const acts = async (accountId: string): Promise<string[]> => {
    const rows = await test.database.query<{ what: string; entry: string }>(
      `select what, entry from journal where subject_id = '${accountId}' order by seq`,
    );
    for (const { entry } of rows) expect(entry).not.toMatch(/example\.kz|Person \d/);
    return rows.map(({ what }) => what);
  };

  describe('a password chosen anew', () => {
    it('takes the link of a letter, once, and ends all sessions', async () => {
      const citizen = await person(test);
      await askReset(citizen.email.toUpperCase()).expect(202, { status: 'letter-sent' });
      const letter = await nextLetter();
      expect(letter).toContain(`To: ${citizen.email}`);
      expect(letter).toContain('/kk/new-password?token=');
      await citizen.get('/me').expect(200);
      const token = tokenIn(letter);
      await choose(token, 'short').expect(422);
      await choose(token).expect(204);
      await citizen.get('/me').expect(401);
      await signIn(citizen.email).expect(401);
      await signIn(citizen.email, OTHER).expect(201);
      expect((await choose(token, PASSWORD).expect(409)).body).toMatchObject({ code: 'link-not-valid' });
      expect(await nextLetter()).not.toContain('token=');
      const recorded = await acts(citizen.accountId);
      expect(recorded.filter((what) => /reset/.test(what))).toEqual(['account.reset-asked', 'account.password-reset']);
    });

    it('answers the same for an address that nobody has, and writes no letter', async () => {
      await askReset('nobody-at-all@example.kz').expect(202, { status: 'letter-sent' });
      const citizen = await person(test);
      await askReset(citizen.email).expect(202);
      expect(await nextLetter()).toContain(`To: ${citizen.email}`);
    });

    it('is refused after an hour, by a later link that was used, and by a link for something else', async () => {
      const citizen = await person(test);
      await askReset(citizen.email).expect(202);
      const first = tokenIn(await nextLetter());
      await askReset(citizen.email).expect(202);
      const second = tokenIn(await nextLetter());
      await choose(second).expect(204);
      await nextLetter();
      await choose(first).expect(409);
      await askReset(citizen.email).expect(202);
      const third = tokenIn(await nextLetter());
      test.clock.pass(3_601);
      await choose(third).expect(409);
      await askReset(citizen.email).expect(202);
      const fourth = tokenIn(await nextLetter());
      await test.anyone.put('/accounts/confirmation').send({ token: fourth, password: OTHER }).expect(409);
      await choose(fourth).expect(204);
      await nextLetter();
    });

    it('lets a password that failed too often in again', async () => {
      const { email } = await person(test);
      for (let count = 0; count < 10; count += 1) await signIn(email, `wrong password ${count}`).expect(401);
      const limited = await signIn(email).set('Accept-Language', 'en').expect(429);
      expect((limited.body as { detail: string }).detail).toContain('Try again in 15 minutes');
      await askReset(email).expect(202);
      await choose(tokenIn(await nextLetter())).expect(204);
      await nextLetter();
      await signIn(email, OTHER).expect(201);
    });
  });

  describe('a sign-in that is under way while the password is chosen anew', () => {
    /** Lets requests queue for the row of an account, one behind the other, and gives their answers. */
    const inThisOrder = async <T>(accountId: string, ...requests: (() => Promise<T>)[]): Promise<T[]> => {
      // As the application: another login does not see what its connections wait for.
      const client = new pg.Client({ connectionString: test.database.url });
      await client.connect();
      try {
        await client.query('begin');
        await client.query('select from accounts where id = $1 for update', [accountId]);
        const answers: Promise<T>[] = [];
        for (const send of requests) {
          answers.push(send());
          await waiting(client, answers.length);
        }
        await client.query('rollback');
        return await Promise.all(answers);
      } finally {
        await client.end();
      }
    };
    const waiting = async (client: pg.Client, wanted: number): Promise<void> => {
      for (let tries = 0; tries < 200; tries += 1) {
        // A transaction looks at what others do once, unless it forgets what it saw.
        await client.query('select pg_stat_clear_snapshot()');
        const { rowCount } = await client.query(
          `select pid from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
        );
        if ((rowCount ?? 0) >= wanted) return;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      throw new Error(`Fewer than ${wanted} requests wait.`);
    };
    const citizenWithLink = async () => {
      const citizen = await person(test);
      await askReset(citizen.email).expect(202);
      return { citizen, token: tokenIn(await nextLetter()) };
    };
    /** Sends at once; a request is otherwise sent only when it is waited for. */
    const sent = (request: Test) => () => request.then(({ status, body }) => ({ status, body: body as unknown }));

    it('with the old one is refused when the new one was first', async () => {
      const { citizen, token } = await citizenWithLink();
      const [chosen, signedIn] = await inThisOrder(citizen.accountId, sent(choose(token)), sent(signIn(citizen.email)));
      expect(chosen).toMatchObject({ status: 204 });
      expect(signedIn).toMatchObject({ status: 401, body: { code: 'bad-credentials' } });
      await nextLetter();
    });

    it('with the old one begins a session that ends with the others', async () => {
      const { citizen, token } = await citizenWithLink();
      const [signedIn, chosen] = await inThisOrder(citizen.accountId, sent(signIn(citizen.email)), sent(choose(token)));
      expect(signedIn).toMatchObject({ status: 201 });
      expect(chosen).toMatchObject({ status: 204 });
      const bearer = (signedIn?.body as { token?: string } | undefined)?.token;
      expect(bearer).toEqual(expect.any(String));
      await test.anyone.get('/me').set('Authorization', `Bearer ${bearer}`).expect(401);
      await nextLetter();
    });
  });

  it('limits the letters that can be asked for, for known and unknown addresses alike', async () => {
    const { email } = await person(test);
    for (const address of [email, 'never-seen@example.kz']) {
      for (let count = 0; count < 5; count += 1) await askReset(address).expect(202);
      const refused = await askReset(address).expect(429);
      expect(refused.body).toMatchObject({ code: 'too-many-letters' });
      expect(Number(refused.headers['retry-after'])).toBeGreaterThan(3_000);
    }
    letters += 5;
    await test.letters(letters);
  });

  it('sends the link again without the password of whoever signed up, so that the owner chooses it', async () => {
    const wanted = { email: 'owner@example.kz', password: PASSWORD, displayName: 'Stranger', language: 'ru' };
    await test.anyone.post('/accounts/sign-up').send(wanted).expect(202);
    await nextLetter();
    await test.anyone.post('/accounts/confirmation-letter').send({ email: wanted.email }).expect(202);
    const token = tokenIn(await nextLetter());
    const bare = await test.anyone.put('/accounts/confirmation').send({ token }).expect(422);
    expect(bare.body).toMatchObject({ errors: [{ pointer: '/password' }] });
    await test.anyone.put('/accounts/confirmation').send({ token, password: OTHER }).expect(200);
    await signIn(wanted.email).expect(401);
    await signIn(wanted.email, OTHER).expect(201);
    await test.anyone.post('/accounts/confirmation-letter').send({ email: wanted.email }).expect(202);
    expect(await nextLetter()).not.toContain('token=');
  });

  it.each([
    ['kk', /^Бұл – көп адам қолданатын/],
    ['ru', /^Это один из самых распространённых паролей/],
    ['en', /^This is one of the passwords that many people use/],
  ])('refuses a common password wherever one is chosen, and says so at the field in %s', async (language, detail) => {
    const password = 'Qwertyuiop123';
    const wanted = { email: 'common@example.kz', displayName: 'Common', language, password };
    for (const request of [
      test.anyone.post('/accounts/sign-up').send(wanted),
      test.anyone.put('/accounts/confirmation').send({ token: 'x', password }),
      test.anyone.put('/accounts/password').send({ token: 'x', password }),
    ]) {
      const { body } = await request.set('Accept-Language', language).expect(422);
      expect(body).toMatchObject({
        errors: [{ pointer: '/password', code: 'password-common', detail: expect.stringMatching(detail) }],
      });
    }
  });

  it('lists the sessions of a person and ends them all', async () => {
    const citizen = await person(test);
    const second = (await signIn(citizen.email).expect(201)).body as { token: string };
    const listed = (await citizen.get('/me/sessions').expect(200)).body as { current: boolean }[];
    expect(listed.map(({ current }) => current)).toEqual([false, true]);
    await citizen.delete('/me/sessions').expect(204);
    await citizen.get('/me').expect(401);
    await test.anyone.get('/me').set('Authorization', `Bearer ${second.token}`).expect(401);
    expect(await acts(citizen.accountId)).toContain('account.sessions-ended');
  });

  it('gives a person all that is held about him, without secrets and without anything of others', async () => {
    const open = await publishedConsultation(test);
    const other = await person(test);
    const citizen = await person(test, { role: 'officer', bodyId: open.bodyId });
    const path = `/consultations/${open.consultationId}/comments`;
    const wanted = { text: 'Мой комментарий.', language: 'ru' };
    await test.anyone.post('/sessions').send({ email: citizen.email, password: PASSWORD }).expect(201);
    const made = await citizen.post(path).set('Idempotency-Key', 'mine').send(wanted).expect(201);
    await other.post(path).send({ text: 'Чужой комментарий.', language: 'ru' }).expect(201);
    const answer = await citizen.get('/me/data').expect(200);
    expect(answer.headers['cache-control']).toBe('private, no-store');
    expect(answer.body).toMatchObject({
      account: { id: citizen.accountId, email: citizen.email, hasPassword: true },
      roles: [{ role: 'officer', bodyId: open.bodyId, revokedAt: null }],
      sessions: [{ endedAt: null }, { endedAt: null }],
      links: [],
      comments: [{ id: (made.body as { id: string }).id, text: wanted.text, showName: false, state: 'accepted' }],
    });
    const { acts } = answer.body as { acts: { what: string }[] };
    expect(acts.map(({ what }) => what)).toEqual(['session.started', 'comment.accepted']);
    for (const secret of ['argon2', citizen.token, 'Чужой', other.accountId, other.email]) {
      expect(answer.text).not.toContain(secret);
    }
    await test.anyone.get('/me/data').expect(401);
  });

  it('closes an account: what was said stays without the name, and the address is free', async () => {
    const open = await publishedConsultation(test);
    const admin = await person(test, { role: 'admin' });
    const citizen = await person(test, { role: 'officer', bodyId: open.bodyId });
    const path = `/consultations/${open.consultationId}/comments`;
    const body = { text: 'Под моим именем.', language: 'ru', showName: true };
    const made = (await citizen.post(path).send(body).expect(201)).body as { id: string; receipt: { number: string } };

    const wrong = await citizen.put('/me/closure').send({ password: 'not the right one' }).expect(422);
    expect(wrong.body).toMatchObject({ errors: [{ pointer: '/password', code: 'password-wrong' }] });
    await citizen.put('/me/closure').send({ password: PASSWORD }).expect(204);
    expect(await nextLetter()).toContain(`To: ${citizen.email}`);

    await citizen.get('/me').expect(401);
    await signIn(citizen.email).expect(401);
    await admin.get(`/accounts/${citizen.accountId}`).expect(404);
    const found = await admin.get(`/accounts?q=${citizen.email}`).expect(200);
    expect(found.body).toEqual({ items: [], next: null });
    const grants = await admin.get(`/grants?account=${citizen.accountId}`).expect(200);
    expect(grants.body).toMatchObject({ items: [] });

    const shown = (await test.anyone.get(path).expect(200)).body as { items: object[] };
    expect(shown.items).toMatchObject([{ id: made.id, text: body.text, author: null, participant: 1 }]);
    await test.anyone.get(`/receipts/${made.receipt.number}`).expect(200);
    const [row] = await test.database.query(`select * from accounts where id = '${citizen.accountId}'`);
    expect(row).toMatchObject({ email: null, display_name: null, password_hash: null });
    expect((await acts(citizen.accountId)).at(-1)).toBe('account.closed');

    const anew = { email: citizen.email, password: OTHER, displayName: 'Anew', language: 'kk' };
    await test.anyone.post('/accounts/sign-up').send(anew).expect(202);
    await test.anyone
      .put('/accounts/confirmation')
      .send({ token: tokenIn(await nextLetter()) })
      .expect(200);
    await signIn(citizen.email, OTHER).expect(201);
  });
});
