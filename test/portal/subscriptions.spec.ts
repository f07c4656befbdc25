import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request, { type Response as Answer } from 'supertest';
import { LANGUAGES } from '../../src/platform/kernel/index.js';
import { preparedConsultation, provisionsOf, publishedConsultation } from '../factories/consultations.js';
import type { PreparedConsultation } from '../factories/consultations.js';
import { postAll } from '../factories/meetings.js';
import { followedBy } from '../factories/subscriptions.js';
import { PASSWORD, person, type Person } from '../support/people.js';
import { Reader, type Seen } from '../support/reader.js';
import { startTestApplication, type TestApplication } from '../support/test-application.js';

const BOTH = { kk: 'Себебі бар', ru: 'Есть причина' };
const TITLE = 'О ночной тишине';

describe('following a discussion', () => {
  let test: TestApplication;
  let of: PreparedConsultation;
  beforeAll(async () => {
    test = await startTestApplication();
    of = await publishedConsultation(test, { provisions: 1 });
  });
  afterAll(() => test.close());

  const path = (): string => `/consultations/${of.consultationId}`;
  const isFollowed = async (by: Person): Promise<boolean> =>
    ((await by.get('/me/subscriptions').expect(200)).body as { items: unknown[] }).items.length > 0;
  const heading = ({ $ }: Seen): string => $('main h1').text();

  it('begins and ends by buttons behind a link of the public page, and shows what is new until it is seen', async () => {
    const [by, reader] = [await person(test), new Reader(test)];
    const shown = await reader.get(`/ru${path()}`);
    const link = shown.$(`main a[href="/ru${path()}/subscription"]`);
    expect(link.text().trim()).toBe('Следить за этим обсуждением');
    expect(shown.$('main form[method=post]')).toHaveLength(0);
    const asked = await reader.get(link.attr('href') ?? '');
    expect(asked.url).toBe(`/ru/sign-in?next=${encodeURIComponent(`/ru${path()}/subscription`)}`);
    const offered = await reader.submit(asked, { email: by.email, password: PASSWORD });
    expect([offered.url, heading(offered)]).toEqual([`/ru${path()}/subscription`, 'Следить за обсуждением']);
    const list = await reader.submit(offered);
    expect(list.url).toBe('/ru/account/subscriptions?done=followed');
    expect(list.$('main').text()).toMatch(/Вы подписались.*О ночной тишине.*До .*ничего нового/s);
    expect(list.$('main form')).toHaveLength(0);

    const [said = ''] = await postAll(await person(test), `${path()}/comments`, [{ text: 'Тыныш', language: 'kk' }]);
    await of.officer.put(`/comments/${said}/answer`).send({ outcome: 'partly', reasons: BOTH }).expect(200);
    await of.officer
      .post(`${path()}/versions`)
      .send({ provisions: provisionsOf(2), note: BOTH })
      .expect(201);
    for (const language of LANGUAGES) {
      const { $, headers } = await reader.get(`/${language}/account/subscriptions`);
      expect(headers['cache-control']).toBe('no-store');
      expect(
        $('main li li a')
          .get()
          .map((one) => $(one).attr('href')),
      ).toEqual([`/${language}${path()}/comparison`, `/${language}${path()}/comments`]);
      expect($('main').text()).not.toMatch(/portal\.\w+|undefined/);
    }
    const fresh = await reader.get('/ru/account/subscriptions');
    expect(fresh.$('main li li').text()).toContain('Новые редакции текста: 1');
    await of.officer
      .post(`${path()}/versions`)
      .send({ provisions: provisionsOf(3), note: BOTH })
      .expect(201);
    const seen = await reader.submit(fresh);
    expect(seen.url).toBe('/ru/account/subscriptions?done=seen');
    expect(seen.$('main li li').text()).toBe('Новые редакции текста: 1');

    const own = await reader.get(`/ru${path()}/subscription`);
    expect(heading(own)).toBe('Вы следите за обсуждением');
    const ended = await reader.submit(own);
    expect(ended.url).toBe('/ru/account/subscriptions?done=unfollowed');
    expect(ended.$('main').text()).toContain('Вы пока ни за чем не следите');
    const late = await reader.submit(fresh);
    expect(late.status).toBe(404);
    expect((await reader.submit(own)).status).toBe(200);
  });

  it('is offered for nothing that is not public', async () => {
    const { consultationId, officer } = await preparedConsultation(test, { provisions: 1 });
    const reader = new Reader(test);
    await reader.signIn(officer.email);
    for (const id of [consultationId, '00000000-0000-7000-8000-000000000000', 'x']) {
      expect((await reader.get(`/kk/consultations/${id}/subscription`)).status).toBe(404);
    }
  });

  describe('the link of a letter', () => {
    const at = (token: string, language = 'ru'): string => `/${language}/unsubscribe/${token}`;
    const ONE_CLICK = 'List-Unsubscribe=One-Click';
    /** As a program of mail sends it: no cookie, no page of ours, no proof. */
    const sent = (token: string, body: string | Buffer, type = 'application/x-www-form-urlencoded'): Promise<Answer> =>
      request(test.app.getHttpServer())
        .post(at(token))
        .set('content-type', type)
        .redirects(0)
        .ok(() => true)
        .send(body);

    it('ends what it is about by a button, without signing in, not by being opened, and says so when it is over', async () => {
      const [by, other, stranger] = [await person(test), await person(test), new Reader(test)];
      const [token, others] = [await followedBy(test, by, of), await followedBy(test, other, of)];
      expect(token).toMatch(/^[\w-]{43}$/);
      for (const language of LANGUAGES) {
        const { $, status, headers } = await stranger.get(at(token, language));
        expect([status, headers['cache-control'], $('main form').length]).toEqual([200, 'no-store', 1]);
        expect($('meta[name=robots]').attr('content')).toBe('noindex');
        expect($('main').text()).not.toContain(by.email);
      }
      expect(await isFollowed(by)).toBe(true);
      const open = await stranger.get(at(token));
      expect(open.$('main').text()).toContain(TITLE);
      const done = await stranger.submit(open);
      expect([done.status, heading(done)]).toEqual([200, 'Вы отписались']);
      expect(done.$('main').text()).toContain(TITLE);
      expect([await isFollowed(by), await isFollowed(other)]).toEqual([false, true]);
      for (const again of [await stranger.submit(open), await stranger.get(at(token))]) {
        expect([again.status, heading(again)]).toEqual([200, 'По этой ссылке вы ни на что не подписаны']);
        expect(again.$('main').text()).not.toContain(TITLE);
      }
      const renewed = await followedBy(test, by, of);
      await sent(token, ONE_CLICK);
      expect(await isFollowed(by)).toBe(true);
      expect(new Set([token, others, renewed]).size).toBe(3);
    });

    it('ends it at one click of a program of mail (RFC 8058), in either form, answered without a redirect', async () => {
      const form = new FormData();
      form.append('List-Unsubscribe', 'One-Click');
      const packed = new Response(form);
      const bodies: [string | Buffer, string][] = [
        [ONE_CLICK, 'application/x-www-form-urlencoded'],
        [Buffer.from(await packed.arrayBuffer()), packed.headers.get('content-type') ?? ''],
      ];
      for (const [body, type] of bodies) {
        const by = await person(test);
        const answer = await sent(await followedBy(test, by, of), body, type);
        expect(answer.status).toBe(200);
        expect(await isFollowed(by)).toBe(false);
      }
    });

    it('ends nothing for a token that was changed or cut off, nor for a request that does not say so', async () => {
      const by = await person(test);
      const token = await followedBy(test, by, of);
      const changed = (token.startsWith('A') ? 'B' : 'A') + token.slice(1);
      for (const wrong of [changed, token.slice(0, -1), `${token}A`, token.toUpperCase(), "'", '%00']) {
        const answer = await sent(wrong, ONE_CLICK);
        expect([wrong, answer.status < 500]).toEqual([wrong, true]);
      }
      for (const body of ['', 'a=b', 'List-Unsubscribe=No']) expect((await sent(token, body)).status).toBe(400);
      expect((await sent(token, '{}', 'application/json')).status).toBe(415);
      expect(await isFollowed(by)).toBe(true);
    });

    it('does what it does for another who is signed in, and nothing to what he follows himself', async () => {
      const [by, other, reader] = [await person(test), await person(test), new Reader(test)];
      const token = await followedBy(test, by, of);
      await followedBy(test, other, of);
      await reader.signIn(other.email);
      const headers = { origin: 'https://mail.example', 'sec-fetch-site': 'cross-site' };
      const done = await reader.post(at(token), [['List-Unsubscribe', 'One-Click']], { headers });
      expect(heading(done)).toBe('Вы отписались');
      expect([await isFollowed(by), await isFollowed(other)]).toEqual([false, true]);
    });

    it('says politely that nothing is followed once the account is closed', async () => {
      const by = await person(test);
      const token = await followedBy(test, by, of);
      await by.put('/me/closure').send({ password: PASSWORD }).expect(204);
      const shown = await new Reader(test).get(at(token));
      expect([shown.status, heading(shown)]).toEqual([200, 'По этой ссылке вы ни на что не подписаны']);
      expect((await sent(token, ONE_CLICK)).status).toBe(200);
    });
  });
});
