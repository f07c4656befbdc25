import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LANGUAGES } from '../../src/platform/kernel/index.js';
import { publishedConsultation, type PreparedConsultation } from '../factories/consultations.js';
import { PASSWORD, person, type Person } from '../support/people.js';
import { formOf, Reader, type Seen } from '../support/reader.js';
import { startTestApplication, type TestApplication } from '../support/test-application.js';

const NEW = 'a rather new password';
const OWN = ['account', 'account/sessions', 'account/comments', 'account/data', 'account/close'];
const ANYONE = [
  ...['sign-in', 'sign-up', 'sign-up/sent', 'sign-up/again', 'sign-up/again/sent'],
  ...['reset', 'reset/sent', 'account/closed'],
];

describe('the pages of an account', () => {
  let test: TestApplication;
  let open: PreparedConsultation;
  let letters = 0;
  beforeAll(async () => {
    test = await startTestApplication({ worker: true });
    open = await publishedConsultation(test);
  });
  afterAll(() => test.close());

  const nextLetter = async (): Promise<string> => (await test.letters((letters += 1))).at(-1) ?? '';
  const linkIn = (letter: string): string => /http:\/\/[^/\s]+(\/\w\w\/[\w-]+\?token=[\w-]+)/.exec(letter)?.[1] ?? '';
  const signedIn = async (): Promise<{ citizen: Person; reader: Reader }> => {
    const citizen = await person(test);
    const reader = new Reader(test);
    await reader.signIn(citizen.email);
    return { citizen, reader };
  };
  const post = async (
    citizen: Person,
    text: string,
    more: object = {},
  ): Promise<{ id: string; receipt: { number: string } }> =>
    (
      await citizen
        .post(`/consultations/${open.consultationId}/comments`)
        .send({ text, language: 'ru', ...more })
        .expect(201)
    ).body as { id: string; receipt: { number: string } };

  it('open in three languages, for their owner alone, kept nowhere', async () => {
    const { reader } = await signedIn();
    const stranger = new Reader(test);
    for (const language of LANGUAGES) {
      const seen = [];
      for (const path of OWN) seen.push(await reader.get(`/${language}/${path}`));
      for (const path of ANYONE) seen.push(await stranger.get(`/${language}/${path}`));
      for (const { url, status, $, headers } of seen) {
        expect([url, status, $('html').attr('lang'), $('main h1').length]).toEqual([url, 200, language, 1]);
        expect(headers['cache-control']).toBe('no-store');
        expect($.text()).not.toMatch(/portal\.\w+|undefined|\[object/);
      }
      for (const path of OWN) {
        const refused = await stranger.get(`/${language}/${path}`, { follow: false });
        expect(refused.headers['location']).toBe(
          `/${language}/sign-in?next=${encodeURIComponent(`/${language}/${path}`)}`,
        );
      }
    }
  });

  describe('signing up', () => {
    const wanted = { email: 'marat@example.kz', displayName: 'Марат', language: 'ru', password: PASSWORD };

    it('says at each field what is missing and keeps what was typed, but for the password', async () => {
      const reader = new Reader(test);
      const form = await reader.get('/kk/sign-up');
      expect(form.$('input[name=language]:checked').attr('value')).toBe('kk');
      const again = await reader.submit(form, { displayName: 'Марат', email: 'no address', password: 'short' });
      expect(again.status).toBe(422);
      expect(again.$('.govuk-error-summary a')).toHaveLength(2);
      expect(again.$('#displayName').val()).toBe('Марат');
      expect(again.$('#password').val()).toBeUndefined();
      expect(again.html).not.toContain('value="short"');
    });

    it('confirms by a button behind the link, not by opening it, and leads to signing in', async () => {
      const reader = new Reader(test);
      const sent = await reader.submit(await reader.get('/ru/sign-up'), wanted);
      expect(sent.url).toBe('/ru/sign-up/sent');
      const link = linkIn(await nextLetter());
      expect(link).toMatch(/^\/ru\/confirm\?token=/);
      const opened = await new Reader(test).get(link);
      await new Reader(test).get(link);
      expect(opened.$('input[name=password]')).toHaveLength(0);
      const refused = await reader.signIn(wanted.email, PASSWORD, 'ru');
      expect(refused.status).toBe(401);
      const done = await reader.submit(await reader.get(link));
      expect(done.url).toBe('/ru/sign-in?done=confirmed');
      expect(done.$('[role=alert]').text()).toContain('Адрес подтверждён');
      expect((await reader.signIn(wanted.email, PASSWORD, 'ru')).url).toBe('/ru/account');
      const used = await reader.get(link);
      expect([used.status, used.$('h1').text()]).toEqual([409, 'Ссылка не действует']);
    });

    it('shows who has an account already the same page, and says so in a letter', async () => {
      const reader = new Reader(test);
      const sent = await reader.submit(await reader.get('/ru/sign-up'), wanted);
      expect(sent.url).toBe('/ru/sign-up/sent');
      expect(await nextLetter()).toContain('просто войдите');
    });

    it('sends the letter again, by whose link the password is chosen', async () => {
      const reader = new Reader(test);
      const other = { ...wanted, email: 'aliya@example.kz', language: 'en' };
      await reader.submit(await reader.get('/en/sign-up'), other);
      await nextLetter();
      const sent = await reader.submit(await reader.get('/en/sign-up/again'), { email: other.email });
      expect(sent.url).toBe('/en/sign-up/again/sent');
      const link = linkIn(await nextLetter());
      const form = await reader.get(link);
      const empty = await reader.submit(form);
      expect([empty.status, empty.$('#password-error').text()]).toEqual([422, 'Error: Choose a password.']);
      const done = await reader.submit(empty, { password: NEW });
      expect(done.url).toBe('/en/sign-in?done=confirmed');
      expect((await reader.signIn(other.email, NEW, 'en')).url).toBe('/en/account');
      expect((await reader.get('/en/sign-up')).url).toBe('/en/account');
    });

    it('asks for the letter where a link came without its token', async () => {
      const reader = new Reader(test);
      expect((await reader.get('/kk/confirm')).url).toBe('/kk/sign-up/again');
      expect((await reader.get('/kk/new-password')).url).toBe('/kk/reset');
      expect((await reader.get('/kk/new-password?token=of-nothing')).status).toBe(409);
    });
  });

  it('lets a password be chosen anew by the link of a letter, and signs out everywhere', async () => {
    const { citizen, reader } = await signedIn();
    const forgetful = new Reader(test);
    const signIn = await forgetful.get('/en/sign-in');
    expect(signIn.$('main a[href="/en/reset"], main a[href="/en/sign-up"]')).toHaveLength(2);
    const unknown = await forgetful.submit(await forgetful.get('/en/reset'), { email: 'nobody@example.kz' });
    const known = await forgetful.submit(await forgetful.get('/en/reset'), { email: citizen.email });
    expect([unknown.url, known.url]).toEqual(['/en/reset/sent', '/en/reset/sent']);
    expect(known.$('main').text()).toBe(unknown.$('main').text());
    const link = linkIn(await nextLetter());
    expect(link).toMatch(/^\/kk\/new-password\?token=/);
    const form = await forgetful.get(link.replace('/kk/', '/en/'));
    expect((await forgetful.submit(form, { password: 'short' })).status).toBe(422);
    const done = await forgetful.submit(form, { password: NEW });
    expect(done.url).toBe('/en/sign-in?done=password');
    expect((await reader.get('/kk/account')).url).toContain('/kk/sign-in');
    expect((await forgetful.signIn(citizen.email, NEW)).url).toBe('/kk/account');
    expect((await forgetful.get(link)).status).toBe(409);
    await nextLetter();
  });

  it('says how long to wait after too many failed attempts to sign in', async () => {
    const { citizen } = await signedIn();
    const reader = new Reader(test);
    let seen: Seen | undefined;
    for (let count = 0; count <= 10; count += 1) seen = await reader.signIn(citizen.email, 'wrong', 'en');
    expect(seen?.status).toBe(429);
    expect(Number(seen?.headers['retry-after'])).toBeGreaterThan(60);
    expect(seen?.$('.govuk-error-summary').text()).toMatch(/Try again in \d+ minutes/);
    expect(seen?.$('#email').val()).toBe(citizen.email);
  });

  it('lists sessions and ends them all', async () => {
    const { citizen, reader } = await signedIn();
    const sessions = await reader.get('/en/account/sessions');
    expect(sessions.$('tbody tr')).toHaveLength(2);
    expect(sessions.$('tbody').text()).toContain('this browser');
    const out = await reader.submit(sessions);
    expect(out.url).toBe('/en/sign-in?done=everywhere');
    expect(reader.cookies.has('sid')).toBe(false);
    await citizen.get('/me').expect(401);
  });

  describe('my comments', () => {
    it('come with the discussion, the answer or its date, and the receipt, the latest first', async () => {
      const { citizen, reader } = await signedIn();
      expect((await reader.get('/en/account/comments')).$('main a').attr('href')).toBe(
        '/en/consultations?phase=commenting',
      );
      const first = await post(citizen, 'Первое <b>замечание</b>', { quote: 'шум' });
      const reasons = { kk: 'Ескерілді', ru: 'Учтено в статье 3' };
      await open.officer.put(`/comments/${first.id}/answer`).send({ outcome: 'partly', reasons }).expect(200);
      test.clock.pass(60);
      await post(citizen, 'Второе замечание');
      await post((await signedIn()).citizen, 'Чужое замечание');
      const seen = await reader.get('/ru/account/comments');
      const items = seen.$('main li.kenes-list__item');
      expect(items).toHaveLength(2);
      expect(items.eq(0).text()).toContain('Срок ответа: ');
      expect(items.eq(1).text()).toContain('Первое <b>замечание</b>');
      expect(items.eq(1).text()).toMatch(/принято частично.*Учтено в статье 3/s);
      expect(items.eq(1).find('h2 a').attr('href')).toBe(`/ru/consultations/${open.consultationId}`);
      expect(items.eq(1).find(`a[href="/ru/receipts/${first.receipt.number}"]`)).toHaveLength(1);
      expect(items.eq(0).find('form[action$="/withdrawal"]')).toHaveLength(1);
      expect(items.eq(1).find('form[action$="/withdrawal"]')).toHaveLength(0);
    });

    it('come in pages', async () => {
      const { citizen, reader } = await signedIn();
      for (let at = 0; at < 21; at += 1) await post(citizen, `Замечание ${at}`);
      const seen = await reader.get('/en/account/comments');
      expect(seen.$('main li.kenes-list__item')).toHaveLength(20);
      const next = await reader.get(seen.$('.govuk-pagination__next a').attr('href') ?? '');
      expect(next.$('main li.kenes-list__item').text()).toContain('Замечание 0');
      expect((await reader.get('/en/account/comments?after=nonsense')).status).toBe(400);
    });

    it('can be withdrawn by their author until they are answered', async () => {
      const { citizen, reader } = await signedIn();
      const { id } = await post(citizen, 'Беру назад');
      const seen = await reader.get('/en/account/comments');
      const done = await reader.submit(seen, {}, 'main details button');
      expect(done.$('[role=alert]').text()).toContain('The comment was withdrawn');
      expect(done.$('main li').text()).toContain('withdrawn');
      expect((await reader.submit(seen, {}, 'main details button')).status).toBe(409);
      const shown = await test.anyone.get(`/comments/${id}`).expect(200);
      expect(shown.body).toMatchObject({ state: 'withdrawn', text: null });
    });
  });

  it('lets nobody withdraw what somebody else said', async () => {
    const { id } = await post((await signedIn()).citizen, 'Не ваше');
    const { reader } = await signedIn();
    const { fields } = formOf(await reader.get('/en/account/data'), {}, 'main form button');
    expect((await reader.post(`/en/account/comments/${id}/withdrawal`, fields)).status).toBe(403);
    expect((await reader.post(`/en/account/comments/${open.bodyId}/withdrawal`, fields)).status).toBe(404);
  });

  it('takes no form of another site', async () => {
    const { citizen, reader } = await signedIn();
    const foreign = { headers: { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' } };
    for (const path of ['sessions', 'data', 'close']) {
      const { fields } = formOf(await reader.get(`/en/account/${path}`), {}, 'main form button');
      expect((await reader.post(`/en/account/${path}`, fields, foreign)).status).toBe(403);
    }
    await citizen.get('/me').expect(200);
  });

  it('gives a person everything that is held of him, as a file that is kept nowhere', async () => {
    const { citizen, reader } = await signedIn();
    const { receipt } = await post(citizen, 'Для файла');
    const file = await reader.submit(await reader.get('/kk/account/data'));
    expect(file.headers['content-disposition']).toMatch(/^attachment; filename="kenes-\d{4}-\d\d-\d\d\.json"$/);
    expect(file.headers['content-type']).toBe('application/json; charset=utf-8');
    expect(file.headers['cache-control']).toBe('no-store');
    const data = JSON.parse(file.html) as Record<string, object[]>;
    expect(data).toMatchObject({ account: { email: citizen.email, hasPassword: true }, roles: [], links: [] });
    expect(data['comments']).toMatchObject([{ text: 'Для файла', receipt: receipt.number }]);
    expect(data['sessions']).toHaveLength(2);
    expect(data['acts']?.map((act) => (act as { what: string }).what)).toContain('comment.accepted');
    expect(file.html).not.toMatch(/argon2|token/);
    expect(data).toEqual((await citizen.get('/me/data').expect(200)).body);
    expect(data).toMatchObject({ files: [], commentDrafts: [], subscriptions: [] });
  });

  it('closes an account by its password, and takes the name from what was said', async () => {
    const { citizen, reader } = await signedIn();
    const { id } = await post(citizen, 'Под именем', { showName: true });
    const form = await reader.get('/en/account/close');
    const wrong = await reader.submit(form, { password: 'not the right one' });
    expect([wrong.status, wrong.$('#password-error').text()]).toEqual([422, 'Error: The password is not right.']);
    const closed = await reader.submit(form, { password: PASSWORD });
    expect(closed.url).toBe('/en/account/closed');
    expect(reader.cookies.has('sid')).toBe(false);
    expect((await reader.signIn(citizen.email)).status).toBe(401);
    const shown = await test.anyone.get(`/comments/${id}`).expect(200);
    expect(shown.body).toMatchObject({ author: null, text: 'Под именем' });
    await nextLetter();
  });
});
