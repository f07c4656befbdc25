import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request, { type Response } from 'supertest';
import { SENTENCES } from '../../src/platform/i18n/index.js';
import { preparedConsultation } from '../factories/consultations.js';
import { formOf, Reader, type Seen } from '../support/reader.js';
import { startTestApplication, type TestApplication } from '../support/test-application.js';
import { MARKUP, portalWorld, type World } from './world.js';

const PASSWORD = 'a long enough password';

describe('hostile and broken input', () => {
  let test: TestApplication;
  let world: World;
  let reader: Reader;
  beforeAll(async () => {
    test = await startTestApplication();
    world = await portalWorld(test);
    reader = new Reader(test);
    await reader.signIn(world.citizen.email);
  });
  afterAll(() => test.close());

  const form = (): string => `/kk/consultations/${world.consultation.consultationId}/comment`;
  const count = async (): Promise<number> =>
    (await test.database.query<{ n: number }>('select count(*)::int as n from comments'))[0]?.n ?? 0;

  /** The check page of a comment, whose button would send it. */
  const shown = async (text = 'Пікір'): Promise<Seen> =>
    reader.submit(await reader.get(form()), { text }, 'button[value=check]');

  const sending = async (): Promise<{ action: string; fields: [string, string][] }> =>
    formOf(await shown(), {}, 'button[value=send]');

  /** Bytes as they are, which a client library would rather not send. */
  const raw = async (url: string, headers: Record<string, string>, body: string | Buffer): Promise<Response> => {
    const cookie = [...reader.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await request(test.app.getHttpServer())
      .post(url)
      .set({ cookie, ...headers })
      .serialize((bytes) => bytes as never)
      .send(body as string)
      .redirects(0)
      .ok(() => true);
    return answer;
  };

  const FORM = { 'content-type': 'application/x-www-form-urlencoded', origin: 'http://127.0.0.1:3000' };

  describe('a form of another site', () => {
    it.each([
      { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
      { origin: 'https://evil.example', 'sec-fetch-site': 'same-origin' },
      { origin: 'null', 'sec-fetch-site': 'cross-site' },
      { origin: 'http://127.0.0.1:3000', 'sec-fetch-site': 'same-site' },
      { origin: 'http://127.0.0.1:3000.evil.example', 'sec-fetch-site': 'same-origin' },
      { origin: 'http://127.0.0.1:3000', 'sec-fetch-site': 'none' },
    ])('is refused although its proof is right: %o', async (headers) => {
      const before = await count();
      const { action, fields } = await sending();
      const answer = await reader.post(action, fields, { headers });
      expect(answer.status).toBe(403);
      expect(answer.html).toContain(SENTENCES.kk.get('problem.detail.foreign-form'));
      expect(answer.$('form')).toHaveLength(0);
      expect(await count()).toBe(before);
    });

    it('is refused when the browser says nothing and the proof is wrong, and nothing of it is shown', async () => {
      const { action, fields } = await sending();
      for (const token of ['', 'x', 'a.b', 'a.b.c', `${'n'.repeat(16)}.${'s'.repeat(43)}`]) {
        const other = fields.filter(([name]) => name !== '_token').concat([['_token', token]]);
        const body = new URLSearchParams(other).toString();
        const answer = await raw(action, { 'content-type': FORM['content-type'] }, body);
        expect(answer.status).toBe(403);
        expect(answer.text).not.toContain('Пікір');
      }
    });

    it('cannot use the proof of another person', async () => {
      const other = new Reader(test);
      await other.signIn(world.everybody.email);
      const theirs = await other.get(form());
      const token = String(theirs.$('main input[name=_token]').val());
      const { action, fields } = await sending();
      const before = await count();
      const answer = await reader.post(action, [...fields.filter(([name]) => name !== '_token'), ['_token', token]]);
      expect(answer.status).toBe(403);
      expect(await count()).toBe(before);
    });

    it('can neither sign anybody in nor out', async () => {
      const fields = [
        ['email', world.citizen.email],
        ['password', PASSWORD],
      ] as const;
      const stranger = new Reader(test);
      expect((await stranger.post('/kk/sign-in', fields)).status).toBe(403);
      expect(stranger.cookies.has('sid')).toBe(false);
      expect((await reader.post('/kk/sign-out', [])).status).toBe(403);
      expect((await reader.get('/kk/account')).status).toBe(200);
    });
  });

  describe('without a cookie', () => {
    it('a form is kept and can be sent after signing in', async () => {
      const before = await count();
      const { action, fields } = await sending();
      const lost = new Reader(test);
      const signIn = await lost.post(action, fields);
      expect(signIn.status).toBe(401);
      const goOn = await lost.submit(signIn, { email: world.citizen.email, password: PASSWORD });
      expect((await lost.submit(goOn)).url).toMatch(/^\/kk\/receipts\//);
      expect(await count()).toBe(before + 1);
    });

    it('signing in asks for the form again, and never carries the password', async () => {
      const page = await new Reader(test).get('/kk/sign-in');
      const { action, fields } = formOf(page, { email: 'a@b.kz', password: 'very secret' }, 'main form button');
      const answer = await new Reader(test).post(action, fields);
      expect(answer.status).toBe(403);
      expect(answer.html).not.toContain('very secret');
    });
  });

  describe('a form that cannot be read', () => {
    it.each([
      ['wrong UTF-8', 'text=%c3%28', 400],
      ['a broken percent sign', 'text=%zz', 400],
      ['bytes that are no UTF-8', Buffer.from([0x74, 0x3d, 0xff, 0xfe]), 400],
      ['NUL', 'text=a%00b', 422],
      ['half of a surrogate pair', 'text=%ED%A0%BD', 400],
      ['a forbidden name', '__proto__=x', 400],
      ['too many fields', 'a=&'.repeat(2_001), 413],
      ['more than a mebibyte', `text=${'x'.repeat(1_048_600)}`, 413],
    ])('is refused with a page: %s', async (_, body, status) => {
      const before = await count();
      const answer = await raw(form(), FORM, body);
      expect(answer.status).toBe(status);
      expect(answer.headers['content-type']).toContain('text/html');
      expect(answer.text).toContain(String(answer.headers['x-request-id']));
      expect(await count()).toBe(before);
    });

    it('is refused in another format, by pages and by the API', async () => {
      expect((await raw(form(), { ...FORM, 'content-type': 'application/json' }, '{"text":"x"}')).status).toBe(415);
      expect((await raw(form(), { ...FORM, 'content-type': 'text/plain' }, 'text=x')).status).toBe(415);
      const multipart = { ...FORM, 'content-type': 'multipart/form-data; boundary=x' };
      expect((await raw('/kk/sign-in', multipart, '--x--')).status).toBe(415);
      // A form that takes files is read; this one lacks the proof that it is ours.
      expect((await raw(form(), multipart, '--x--')).status).toBe(403);
      const api = await raw('/api/v1/sessions', FORM, 'email=a%40b.kz&password=x');
      expect([api.status, api.headers['content-type']]).toEqual([415, 'application/problem+json; charset=utf-8']);
      expect((await raw('/kk/consultations', FORM, 'a=b')).status).toBe(404);
    });

    it('is refused with fields that it does not have, and with a key that is none', async () => {
      const { action, fields } = await sending();
      const foreign = await reader.post(action, [...fields, ['accountId', 'x']]);
      expect(foreign.status).toBe(422);
      expect(foreign.$('.govuk-error-summary').text()).toContain(SENTENCES.kk.get('field.unknown-field'));
      const key = fields.map(([name, value]): [string, string] => [name, name === '_key' ? 'ә'.repeat(300) : value]);
      expect((await reader.post(action, key)).status).toBe(400);
    });
  });

  it('shows script in every field as text, also in what is typed again', async () => {
    const page = await reader.submit(
      await reader.get(form()),
      { text: `${MARKUP}</textarea><b>` },
      'button[value=check]',
    );
    expect(page.$('.kenes-as-written').text()).toBe(`${MARKUP}</textarea><b>`);
    const { action, fields } = formOf(page, {}, 'button[value=send]');
    const wrong = fields.map(([name, value]): [string, string] => [name, name === 'language' ? MARKUP : value]);
    const again = await reader.post(action, wrong);
    expect(again.status).toBe(422);
    expect(again.$('textarea').text()).toBe(`${MARKUP}</textarea><b>`);
    for (const { html } of [page, again]) expect(html).not.toMatch(/<script>alert|<img src=x|<\/textarea><b>/);
  });

  it.each([
    ['/kk/consultations?after=x', 400],
    ['/kk/consultations?after=WyIxIl0', 400],
    ['/kk/consultations?phase=none', 400],
    ['/kk/consultations?limit=1e9', 400],
    ['/kk/consultations?body=%27%20or%201=1', 400],
    ['/kk/consultations?q=%00', 400],
    ['/kk/consultations?q=', 200],
    ['/kk/consultations?phase=&category=&q=', 200],
    ['/kk/consultations?q=%25_%5C', 200],
    ['/kk/consultations?q=a&q=b', 400],
    ['/kk/consultations/x', 404],
    ['/kk/consultations/0192f0c0-0000-7000-8000-00000000dead', 404],
    ['/kk/consultations/0192f0c0-0000-7000-8000-00000000dead/comments', 404],
    ['/kk/receipts/%27', 404],
    ['/uz/consultations', 404],
    ['/kk/../ru', 404],
  ])('answers %s with %i and a page', async (url, status) => {
    const seen = await reader.get(url, { follow: false });
    expect([url, seen.status]).toEqual([url, status]);
    expect(seen.$('h1')).toHaveLength(1);
    expect(seen.headers['content-type']).toContain('text/html');
  });

  it('answers absurd part numbers with “not found”', async () => {
    const draft = `/kk/consultations/${world.consultation.consultationId}`;
    for (const part of ['0', '-1', '2', '1e3', '99999999999999999999', 'x', '1.5', '', '%F0%9F%99%82']) {
      expect([part, (await reader.get(`${draft}?part=${part}`)).status]).toEqual([part, 404]);
    }
    expect((await reader.get(`${draft}?part=1`)).status).toBe(200);
  });

  it('hides a draft that is not published, on public pages from its officers too', async () => {
    const { bodyId, officer } = world.consultation;
    const { consultationId } = await preparedConsultation(test, { provisions: 1, body: { bodyId, officer } });
    const known = new Reader(test);
    await known.signIn(officer.email);
    for (const path of ['', '/comments', '/comment']) {
      for (const one of [known, reader]) {
        const url = `/kk/consultations/${consultationId}${path}`;
        const expected = one === known && path === '/comment' ? 409 : 404;
        expect([url, (await one.get(url)).status]).toEqual([url, expected]);
      }
    }
  });
});
