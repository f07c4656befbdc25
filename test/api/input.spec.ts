import http from 'node:http';
import { connect } from 'node:net';
import type { AddressInfo } from 'node:net';
import { Logger } from '@nestjs/common';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestApplication, type TestApplication } from '../support/test-application.js';
import { person, type Person } from '../support/people.js';

interface Answer {
  readonly status: number;
  readonly headers: http.IncomingHttpHeaders;
  readonly body: Record<string, unknown>;
}

describe('bad input', () => {
  let test: TestApplication;
  let admin: Person;
  let port: number;
  beforeAll(async () => {
    test = await startTestApplication();
    admin = await person(test, { role: 'admin' });
    port = (test.app.getHttpServer().address() as AddressInfo).port;
  });
  afterAll(() => test.close());

  const post = (body: Buffer | string, headers: Record<string, string> = {}): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const all = { authorization: `Bearer ${admin.token}`, 'content-type': 'application/json', ...headers };
      const request = http.request(
        { port, host: '127.0.0.1', method: 'POST', path: '/api/v1/accounts', headers: all },
        (answer) => {
          const parts: Buffer[] = [];
          answer.on('data', (part: Buffer) => parts.push(part));
          answer.on('end', () => {
            const text = Buffer.concat(parts).toString();
            resolve({
              status: answer.statusCode ?? 0,
              headers: answer.headers,
              body: JSON.parse(text) as Record<string, unknown>,
            });
          });
        },
      );
      request.on('error', reject);
      request.end(body);
    });
  const account = (displayName: string): string =>
    `{"email":"x@example.kz","language":"kk","displayName":${displayName}}`;

  const refused: [string, Buffer | string, number, string | undefined][] = [
    ['nesting 21 deep', '['.repeat(21) + ']'.repeat(21), 400, 'too-deep'],
    ['nesting 20,000 deep', '['.repeat(20_000), 400, 'too-deep'],
    ['invalid UTF-8', Buffer.from([0x22, 0xff, 0x22]), 400, 'invalid-utf8'],
    ['a surrogate encoded in UTF-8', Buffer.from([0x22, 0xed, 0xa0, 0x80, 0x22]), 400, 'invalid-utf8'],
    ['what is no JSON', '{"a":', 400, 'invalid-json'],
    ['a prototype key', '{"__proto__":{"x":1}}', 400, 'forbidden-key'],
    ['a list instead of an object', '[]', 422, undefined],
    ['a number instead of an object', '1', 422, undefined],
    ['null', 'null', 422, undefined],
    ['NUL in a text', account('"a\\u0000b"'), 422, undefined],
    ['a lone surrogate', account('"\\ud800"'), 422, undefined],
    ['an unknown field', `{"email":"x@example.kz","language":"kk","displayName":"a","admin":true}`, 422, undefined],
    ['a number where a text belongs', account('1'), 422, undefined],
    ['only spaces', account('"  "'), 422, undefined],
    ['only what cannot be seen', account('"\u200b\u202e\u2066\u3164"'), 422, undefined],
    ['a field named twice', `{"displayName":"a",${account('"b"').slice(1)}`, 400, 'duplicate-key'],
    [
      'a field named twice in two spellings',
      `{"display\\u004eame":"a",${account('"b"').slice(1)}`,
      400,
      'duplicate-key',
    ],
    ['a number beyond all numbers', account('1e400'), 422, undefined],
    ['UTF-16', Buffer.from(`\ufeff${account('"a"')}`, 'utf16le'), 400, 'invalid-utf8'],
    ['201 characters', account(`"${'ә'.repeat(201)}"`), 422, undefined],
    ['a body larger than 1 MiB', account(`"${'a'.repeat(1_100_000)}"`), 413, undefined],
  ];

  it.each(refused)('refuses %s', async (_, body, status, code) => {
    const answer = await post(body);
    expect(answer.status).toBe(status);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(answer.body).toMatchObject({ status, instance: expect.stringMatching(/^urn:uuid:/) });
    expect(answer.body['code']).toBe(code);
  });

  it('names every wrong field with its pointer, its code and a sentence in the reader’s language', async () => {
    const answer = await post('{"email":"nobody","language":"fr","displayName":"","x":1}', {
      'accept-language': 'ru-RU, en;q=0.5',
    });
    expect(answer.headers['content-language']).toBe('ru');
    expect(answer.body['errors']).toEqual(
      expect.arrayContaining([
        { pointer: '/email', code: 'email-expected', detail: 'Должно быть адресом электронной почты.' },
        { pointer: '/language', code: 'choice-unknown', detail: 'Допустимо одно из значений: kk, ru, en.' },
        expect.objectContaining({ pointer: '/displayName', code: 'too-short' }),
        expect.objectContaining({ pointer: '/x', code: 'unknown-field' }),
      ]),
    );
  });

  it.each(['constructor', 'toString', 'hasOwnProperty'])(
    'refuses a field named like what every object inherits: %s',
    async (name) => {
      const answer = await post(`{"email":"x@example.kz","language":"kk","displayName":"X","${name}":{"x":1}}`);
      expect(answer.status).toBe(422);
      expect(answer.body['errors']).toEqual([expect.objectContaining({ pointer: `/${name}`, code: 'unknown-field' })]);
    },
  );

  it('counts a length in code points, and stores a text exactly as it came', async () => {
    const name = '🙂'.repeat(198) + 'e\u0301';
    const answer = await post(account(JSON.stringify(name)));
    expect(answer.status).toBe(201);
    expect(answer.body['displayName']).toBe(name);
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])(
    'takes no %s',
    async (type) => {
      expect(await post('a=1', { 'content-type': type })).toMatchObject({
        status: 415,
        body: { type: '/problems/unsupported' },
      });
    },
  );

  it.each([
    ['utf-16', { 'content-type': 'application/json; charset=utf-16' }],
    ['windows-1251', { 'content-type': 'application/json;charset="windows-1251"' }],
    ['gzip', { 'content-encoding': 'gzip' }],
  ])('takes no body that calls itself %s', async (_, headers) => {
    expect(await post(account('"Charset"'), headers)).toMatchObject({
      status: 415,
      body: { type: '/problems/unsupported' },
    });
  });

  it('takes a body that calls itself UTF-8', async () => {
    const headers = { 'content-type': 'Application/JSON; Charset="UTF-8"', 'content-encoding': 'identity' };
    const body = '{"email":"utf8@example.kz","language":"kk","displayName":"Әлия"}';
    expect(await post(body, headers)).toMatchObject({ status: 201, body: { displayName: 'Әлия' } });
  });

  it.each(['1e2', '0', '101', '-1', '1.5', ' 1', 'x', '', '00000000001'])('refuses ?limit=%s', async (limit) => {
    const { body } = await test.anyone.get(`/journal?limit=${encodeURIComponent(limit)}`).expect(400);
    expect(body).toMatchObject({ type: '/problems/malformed', errors: [{ pointer: '/limit' }] });
  });

  it.each(['?unknown=1', '?limit=1&limit=2', '?after=%00', '?after=abc', '?lang=fr', '?subject=a%27b'])(
    'refuses %s',
    async (query) => {
      const { body } = await test.anyone.get(`/journal${query}`).expect(400);
      expect(body).toMatchObject({ type: '/problems/malformed' });
    },
  );

  it('refuses a parameter on a route that takes none', async () => {
    await test.anyone.get('/rules?q=1').expect(400);
    await test.anyone.get('/rules?lang=kk').expect(200);
  });

  it.each(['/bodies/1', '/bodies/%00', '/bodies/0192f0c0-0000-7000-8000-000000000000', '/nothing', '/rules/M1%20'])(
    'answers 404 with a problem for %s',
    async (path) => {
      const { body } = await test.anyone.get(path).expect(404);
      expect(body).toMatchObject({ type: '/problems/not-found', status: 404 });
    },
  );

  it('answers bad addresses with a problem too', async () => {
    expect(await raw(port, 'GET /api/v1/%ff%zz HTTP/1.1')).toContain('application/problem+json');
    expect(await raw(port, `GET /api/v1/bodies/${'x'.repeat(600)} HTTP/1.1`)).toContain('application/problem+json');
  });

  it.each(['?q=%FF', '?q=%ED%A0%80', '?q=%C3', '?q=%zz', '?q=%'])('refuses %s, which is no UTF-8', async (query) => {
    const { body } = await test.anyone.get(`/bodies${query}`).expect(400);
    expect(body).toMatchObject({ type: '/problems/malformed' });
  });

  it.each([
    ['a verb that is none', 'FOO /api/v1/rules HTTP/1.1', 400],
    ['two lengths of one body', 'POST /api/v1/accounts HTTP/1.1\r\nContent-Length: 2\r\nContent-Length: 3', 400],
    [
      'a length beside chunks',
      'POST /api/v1/accounts HTTP/1.1\r\nContent-Length: 2\r\nTransfer-Encoding: chunked',
      400,
    ],
    ['headers larger than 16 KiB', `GET /api/v1/rules HTTP/1.1\r\nX: ${'x'.repeat(20_000)}`, 413],
  ])('answers what is no request with a problem: %s', async (_, line, status) => {
    const answer = await raw(port, line);
    expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} [^]*content-type: application/problem\\+json`));
    expect(JSON.parse(answer.split('\r\n\r\n')[1] ?? '')).toMatchObject({
      status,
      title: expect.any(String),
      instance: expect.stringMatching(/^urn:uuid:/),
    });
  });

  it('takes a caller who hangs up in the middle of a body for no fault of ours', async () => {
    const faults: unknown[] = [];
    const original = Object.getOwnPropertyDescriptor(Logger.prototype, 'error') ?? {};
    Object.defineProperty(Logger.prototype, 'error', { ...original, value: (fault: unknown) => faults.push(fault) });
    const seen = new Promise<number>((resolve) => {
      test.app.getHttpServer().once('request', (_: unknown, answer: http.ServerResponse) => {
        answer.once('close', () => {
          setImmediate(() => {
            resolve(answer.statusCode);
          });
        });
      });
    });
    const socket = connect(port, '127.0.0.1', () => {
      socket.write('POST /api/v1/accounts/sign-up HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n');
      socket.write('Content-Length: 100\r\n\r\n{', () => setTimeout(() => socket.destroy(), 50));
    });
    expect(await seen).toBeLessThan(500);
    Object.defineProperty(Logger.prototype, 'error', original);
    expect(faults).toEqual([]);
  });

  it('asks for sign-in, and says how', async () => {
    const answer = await test.anyone.get('/accounts').expect(401);
    expect(answer.headers['www-authenticate']).toBe('Bearer realm="kenes"');
    await test.anyone.get('/rules').set('Authorization', 'Bearer of-nobody-at-all-00000').expect(401);
  });

  it.each(['', ' ', 'ключ', 'x'.repeat(201)])('refuses the Idempotency-Key “%s”', async (key) => {
    const encoded = Buffer.from(key).toString('latin1');
    const answer = await post(account('"a"'), { 'idempotency-key': encoded });
    expect(answer.status).toBe(400);
  });
});

describe('answers', () => {
  let test: TestApplication;
  beforeAll(async () => {
    test = await startTestApplication();
  });
  afterAll(() => test.close());

  it('lets a reader keep a public answer and ask whether it changed', async () => {
    const first = await test.anyone.get('/bodies').expect(200);
    expect(first.headers).toMatchObject({ 'cache-control': 'public, max-age=0, must-revalidate' });
    expect(first.headers['vary']).toContain('Authorization');
    const again = await test.anyone
      .get('/bodies')
      .set('If-None-Match', first.headers['etag'] ?? '')
      .expect(304);
    expect(again.text).toBe('');
  });

  it('keeps what is personal out of shared caches', async () => {
    const citizen = await person(test);
    const { headers } = await citizen.get('/bodies').expect(200);
    expect(headers['cache-control']).toBe('private, no-store');
  });

  it('gives localized texts as strings where a language is asked for', async () => {
    const { body } = (await test.anyone.get('/bodies?limit=1&lang=kk').expect(200)) as {
      body: { items: { name: unknown; lang: string }[] };
    };
    expect(body.items[0]).toMatchObject({ name: expect.any(String), lang: 'kk' });
  });

  it('carries headers that keep browsers from guessing', async () => {
    const { headers } = await test.anyone.get('/rules').expect(200);
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'strict-origin-when-cross-origin',
    });
  });
});

/** What the server answers to a request line that no client library would send. */
function raw(port: number, line: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.write(`${line}\r\nHost: x\r\nConnection: close\r\n\r\n`);
    });
    let text = '';
    socket.on('data', (part: Buffer) => (text += part.toString()));
    socket.on('end', () => {
      resolve(text);
    });
    socket.on('error', reject);
  });
}
