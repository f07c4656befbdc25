import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request, { type Response } from 'supertest';
import { assetNames } from '../../src/portal/frame/index.js';
import { PolicyReports } from '../../src/portal/index.js';
import { PROBLEM_STATUS } from '../../src/platform/kernel/index.js';
import { SENTENCES } from '../../src/platform/i18n/index.js';
import { person } from '../support/people.js';
import { Reader } from '../support/reader.js';
import { startTestApplication, type TestApplication } from '../support/test-application.js';

const ROOT = join(import.meta.dirname, '..', '..');

describe('the frame of the pages', () => {
  let test: TestApplication;
  let reader: Reader;
  beforeAll(async () => {
    test = await startTestApplication();
    reader = new Reader(test);
  });
  afterAll(() => test.close());

  const raw = (url: string, headers: Record<string, string> = {}): Promise<Response> =>
    request(test.app.getHttpServer())
      .get(url)
      .set(headers)
      .redirects(0)
      .ok(() => true)
      .buffer(true);

  describe('languages', () => {
    it('sends whoever names no language to the one his browser asks for, else to Kazakh', async () => {
      expect((await raw('/', { 'accept-language': 'ru-RU,ru;q=0.9,en;q=0.1' })).headers['location']).toBe('/ru');
      expect((await raw('/', { 'accept-language': 'de' })).headers['location']).toBe('/kk');
      expect((await raw('/')).headers['vary']).toContain('Accept-Language');
    });

    it('remembers a choice and keeps the page and its query', async () => {
      const chooser = new Reader(test);
      const home = await chooser.get('/kk/problems/invalid?from=a%26b');
      const link = home.$('.govuk-language-navigation a[lang=ru]').attr('href') ?? '';
      const seen = await chooser.get(link);
      expect(seen.url).toBe('/ru/problems/invalid?from=a%26b');
      expect(seen.$('html').attr('lang')).toBe('ru');
      expect(
        (await chooser.get('/', { headers: { 'accept-language': 'en' }, follow: false })).headers['location'],
      ).toBe('/ru');
    });

    it('goes to no other site by the choice of a language', async () => {
      for (const to of ['//evil.example', '/\\evil.example', 'https://evil.example', '/%5Cevil.example']) {
        const seen = await reader.get(`/kk/language?page=${encodeURIComponent(to)}`, { follow: false });
        expect(seen.headers['location']).toMatch(/^\/kk(\/|$)/);
        expect(new URL(seen.headers['location'] ?? '', 'http://127.0.0.1').host).toBe('127.0.0.1');
      }
    });

    it('answers an unknown language with a page that says that nothing is there', async () => {
      const seen = await reader.get('/de/consultations', { headers: { 'accept-language': 'ru' } });
      expect(seen.status).toBe(404);
      expect(seen.$('html').attr('lang')).toBe('ru');
      expect(seen.$('h1').text()).toBe(SENTENCES.ru.get('problem.title.not-found'));
    });
  });

  describe('public pages', () => {
    it('are the same bytes for everyone, and say so', async () => {
      const { email } = await person(test);
      const member = new Reader(test);
      await member.signIn(email);
      const [anonymous, known] = [await reader.get('/kk'), await member.get('/kk')];
      expect(known.html).toBe(anonymous.html);
      expect(anonymous.headers['cache-control']).toMatch(/^public, max-age=\d+, stale-while-revalidate=\d+$/);
      expect(anonymous.headers['set-cookie']).toBeUndefined();
      expect(anonymous.$('form[method=post]')).toHaveLength(0);
      expect(anonymous.headers['vary']).toBe('Accept-Encoding');
    });

    it('are revalidated by their tag, from the application and from memory', async () => {
      await test.database.query('select 1');
      for (const encoding of ['br', 'gzip', 'identity']) {
        const first = await raw('/kk/problems/invalid', { 'accept-encoding': encoding });
        const tag = String(first.headers['etag']);
        expect(tag).toMatch(/^"v0-/);
        const again = await raw('/kk/problems/invalid', { 'accept-encoding': encoding, 'if-none-match': tag });
        expect(again.status).toBe(304);
        expect(again.headers['etag']).toBe(tag);
        // The page that the reader has keeps its own policy and encoding.
        expect(again.headers['content-security-policy']).toBeUndefined();
        expect(again.headers['content-encoding']).toBeUndefined();
      }
    });

    it('are packed as the reader takes them, in memory too', async () => {
      const url = '/ru/problems/conflict';
      const plain = await raw(url, { 'accept-encoding': 'identity' });
      for (const from of ['the application', 'memory']) {
        const packed = await raw(url, { 'accept-encoding': 'gzip;q=0.5, br' });
        expect([from, packed.headers['content-encoding']]).toEqual([from, 'br']);
        expect(Number(packed.headers['content-length'])).toBeLessThan(plain.text.length / 2);
        expect(packed.headers['x-content-type-options']).toBe('nosniff');
        expect(packed.text).toBe(plain.text);
      }
    });

    it('have the headers that protect their readers', async () => {
      const { headers } = await reader.get('/kk');
      expect(headers['content-security-policy']).toContain("default-src 'none'");
      expect(headers['content-security-policy']).not.toContain('unsafe');
      expect(headers['x-frame-options']).toBe('DENY');
      expect(headers['referrer-policy']).toBe('strict-origin-when-cross-origin');
      expect(headers['content-language']).toBe('kk');
    });

    it('ignore what other sites add to a link', async () => {
      expect((await reader.get('/kk?fbclid=abc&utm_source=x')).status).toBe(200);
    });
  });

  describe('assets', () => {
    it('are kept for ever under names that hold their hash', async () => {
      for (const name of Object.values(assetNames())) {
        const answer = await raw(`/assets/${name}`);
        expect([name, answer.status]).toEqual([name, 200]);
        expect(answer.headers['cache-control']).toBe('public, max-age=31536000, immutable');
      }
      expect((await raw('/assets/kenes.css')).status).toBe(404);
      expect((await raw('/assets/..%2Fnames.json')).status).toBe(404);
    });

    it('load nothing from elsewhere', () => {
      const folder = join(ROOT, 'dist', 'assets');
      const css = readFileSync(join(folder, assetNames().style), 'utf8');
      expect(css.match(/url\((?!data:)[^)]*|@import|GDS Transport|crest/g)).toBeNull();
      expect(readdirSync(folder).filter((file) => file.endsWith('.css'))).toHaveLength(1);
    });
  });

  describe('problems', () => {
    it('have a page for every kind, in three languages, where the API names them', async () => {
      for (const kind of Object.keys(PROBLEM_STATUS)) {
        for (const language of ['kk', 'ru', 'en'] as const) {
          const seen = await reader.get(`/problems/${kind}`, { headers: { 'accept-language': language } });
          expect([kind, seen.url, seen.status]).toEqual([kind, `/${language}/problems/${kind}`, 200]);
          expect(seen.$('h1').text()).toBe(SENTENCES[language].get(`problem.title.${kind}`));
        }
      }
      expect((await reader.get('/kk/problems/constructor')).status).toBe(404);
    });

    it('are pages where people read and documents where programs do', async () => {
      const page = await raw('/kk/no-such-page', { accept: 'text/html' });
      expect(page.status).toBe(404);
      expect(page.headers['content-type']).toContain('text/html');
      expect(page.headers['cache-control']).toBe('no-store');
      expect(page.text).toContain(String(page.headers['x-request-id']));
      const document = await raw('/api/v1/no-such-thing');
      expect(document.headers['content-type']).toContain('application/problem+json');
    });

    it('survive an address that nobody can read', async () => {
      for (const [url, status] of [
        ['/kk/%c3%28', 400],
        ['/kk/../../etc/passwd', 404],
        ['/kk/..%2f..%2fetc', 404],
        [`/kk/problems/${'x'.repeat(600)}`, 414],
        ['/kk/%00', 404],
        ['/KK', 404],
      ] as const) {
        const answer = await raw(url);
        expect([url, answer.status]).toEqual([url, status]);
        expect(answer.headers['content-type']).toContain('text/html');
      }
    });
  });

  it('counts what browsers report about the policy, and takes nothing else there', async () => {
    const before = test.app.get(PolicyReports).total;
    const post = (type: string, body: string): Promise<Response> =>
      request(test.app.getHttpServer())
        .post('/csp-reports')
        .set('content-type', type)
        .send(body)
        .ok(() => true);
    const report = JSON.stringify({ 'csp-report': { 'effective-directive': 'script-src', 'blocked-uri': 'inline' } });
    expect((await post('application/csp-report', report)).status).toBe(204);
    expect((await post('application/reports+json', '[{"body":{"effectiveDirective":"img-src"}}]')).status).toBe(204);
    expect((await post('application/csp-report', '{"csp-report":')).status).toBe(400);
    expect((await post('application/x-www-form-urlencoded', 'a=b')).status).toBe(415);
    expect(test.app.get(PolicyReports).total).toBe(before + 2);
  });
});
