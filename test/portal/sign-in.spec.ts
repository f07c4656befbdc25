import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { person, PASSWORD, type Person } from '../support/people.js';
import { formOf, Reader } from '../support/reader.js';
import { startTestApplication, type TestApplication } from '../support/test-application.js';

describe('who somebody is', () => {
  let test: TestApplication;
  let citizen: Person;
  let reader: Reader;
  beforeAll(async () => {
    test = await startTestApplication();
    citizen = await person(test);
    reader = new Reader(test);
    await reader.signIn(citizen.email);
  });
  afterAll(() => test.close());

  it('is read from the cookie on pages only and from the header in the API only', async () => {
    const token = reader.cookies.get('sid') ?? '';
    const api = await request(test.app.getHttpServer()).get('/api/v1/me').set('cookie', `sid=${token}`);
    expect(api.status).toBe(401);
    const page = await new Reader(test).get('/kk/account', { headers: { authorization: `Bearer ${token}` } });
    expect(page.url).toMatch(/^\/kk\/sign-in\?/);
  });

  it('is forgotten by signing out, at once and for every holder of the cookie', async () => {
    const leaving = new Reader(test);
    await leaving.signIn(citizen.email);
    const token = leaving.cookies.get('sid') ?? '';
    await leaving.submit(await leaving.get('/kk/account'), {}, 'form[action$="/sign-out"] button');
    expect(leaving.cookies.has('sid')).toBe(false);
    const thief = new Reader(test);
    thief.cookies.set('sid', token);
    expect((await thief.get('/kk/account')).url).toMatch(/^\/kk\/sign-in/);
  });

  it('is answered alike for a wrong password and an unknown address, and not without end', async () => {
    const answers = [];
    for (const email of [citizen.email, 'nobody@example.kz']) {
      const guest = new Reader(test);
      const answer = await guest.submit(await guest.get('/ru/sign-in'), { email, password: 'wrong password' });
      answers.push([answer.status, answer.$('.govuk-error-summary').text()]);
      expect(answer.$('input[name=password]').attr('value')).toBeUndefined();
    }
    expect(answers[0]).toEqual(answers[1]);
    const guest = new Reader(test);
    let last = await guest.get('/ru/sign-in');
    for (let tries = 0; tries < 12; tries += 1) {
      last = await guest.submit(last, { email: 'nobody@example.kz', password: `wrong password ${tries}` });
    }
    expect([last.status, Number(last.headers['retry-after']) > 0]).toEqual([429, true]);
  });

  it('leads on to our own pages only', async () => {
    for (const next of [
      'https://evil.example',
      '//evil.example',
      '/\\evil.example',
      '/kk\\..\\x',
      '/api/v1/me',
      '/kk/ x',
    ]) {
      const guest = new Reader(test);
      const page = await guest.get(`/kk/sign-in?next=${encodeURIComponent(next)}`);
      expect(page.$('input[name=_next]')).toHaveLength(0);
      const { action, fields } = formOf(page, { email: citizen.email, password: PASSWORD }, 'main form button');
      const answer = await guest.post(action, [...fields, ['_next', next]], { follow: false });
      expect([next, answer.headers['location']]).toEqual([next, '/kk/account']);
    }
  });

  it('takes no carried form that leads elsewhere', async () => {
    for (const carried of [
      '{"to":"https://evil.example/","fields":[["a","b"]]}',
      '{"to":"//evil.example/","fields":[["a","b"]]}',
      '{"to":"/kk","fields":[["a"]]}',
      '{"to":"/kk","fields":{"a":"b"}}',
      '{',
      'null',
    ]) {
      const guest = new Reader(test);
      const { action, fields } = formOf(
        await guest.get('/kk/sign-in'),
        { email: citizen.email, password: PASSWORD },
        'main form button',
      );
      const answer = await guest.post(action, [...fields, ['_carried', carried]], { follow: false });
      expect([carried, answer.headers['location']]).toEqual([carried, '/kk/account']);
    }
  });
});
