import { Agent, createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { fastify, type FastifyInstance } from 'fastify';
import { Commits } from '../database/index.js';
import { Clock } from '../kernel/index.js';
import { AnswerCache, KEPT_MS } from './answer-cache.js';
import { addAnswerHeaders } from './answers.js';

/** What Node itself sends with every answer. */
const OF_CONNECTION = new Set(['connection', 'date', 'keep-alive']);
const MEBIBYTE = 1024 * 1024;
/** Bytes of an answer beside its text. */
const AROUND = '{"text":""}'.length;

class StillClock extends Clock {
  at = new Date('2026-03-02T05:00:10Z');

  override now(): Date {
    return this.at;
  }
}

describe('public answers in memory', () => {
  let server: FastifyInstance;
  let cache: AnswerCache;
  let commits: Commits;
  let clock: StillClock;
  let address: string;
  let made: number;
  let agent: Agent;
  beforeEach(async () => {
    agent = new Agent({ keepAlive: true });
    [commits, clock, made] = [new Commits(), new StillClock(), 0];
    cache = new AnswerCache(clock, commits);
    server = fastify({
      serverFactory: (handle) =>
        createServer((request, response) => {
          if (!cache.answer(request, response)) handle(request, response);
        }),
    });
    addAnswerHeaders(server, cache);
    server.get('/api/v1/sized/:bytes', (request) => {
      made += 1;
      return { text: 'x'.repeat(Number((request.params as { bytes: string }).bytes) - AROUND) };
    });
    server.get('/api/v1/committing', () => {
      made += 1;
      commits.announce();
      return { made };
    });
    server.all('/*', (request, reply) => {
      made += 1;
      void reply.header('set-cookie', `made=${made}`).header('x-lasting', 'yes');
      if (request.url.includes('wrong')) void reply.code(404);
      return { made, language: request.headers['accept-language'] ?? null };
    });
    await server.listen({ port: 0, host: '127.0.0.1' });
    address = `http://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
  });
  afterEach(async () => {
    agent.destroy();
    await server.close();
  });

  // Thousands of requests: by Node's own client, which takes a tenth of the time of fetch.
  const ask = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
    new Promise<{ status: number; headers: Headers; text: string }>((resolve, reject) => {
      const sent = request(address + path, { headers, method, agent }, (answer) => {
        text(answer).then((body) => {
          const { statusCode: status = 0, headers: received } = answer;
          resolve({ status, headers: new Headers(Object.entries(received).map(textual)), text: body });
        }, reject);
      });
      sent.once('error', reject).end();
    });
  /** Asks twice: an answer is kept from the second time on. */
  const askAgain = async (path: string, headers: Record<string, string> = {}) => {
    await ask(path, headers);
    return ask(path, headers);
  };
  /** How often the application had to make the answer. */
  const makings = async (asking: () => Promise<unknown>): Promise<number> => {
    const before = made;
    await asking();
    return made - before;
  };

  it('are kept only when somebody asks for them again within a moment', async () => {
    await ask('/api/v1/things');
    expect(cache.size).toBe(0);
    await sleep(2 * KEPT_MS + 50);
    await ask('/api/v1/things');
    expect(cache.size).toBe(0);
    await ask('/api/v1/things');
    expect(cache.size).toBe(1);
  });

  it('give the next reader the same bytes, without what belongs to the one before', async () => {
    const first = await askAgain('/api/v1/things');
    const second = await ask('/api/v1/things');
    expect([made, second.text, second.status]).toEqual([2, first.text, 200]);
    for (const name of ['etag', 'content-type', 'cache-control', 'vary', 'x-lasting', 'content-length'])
      expect([name, second.headers.get(name)]).toEqual([name, first.headers.get(name)]);
    expect([first.headers.get('set-cookie'), second.headers.get('set-cookie')]).toEqual(['made=2', null]);
    const ids = [second, await ask('/api/v1/things')].map(({ headers }) => headers.get('x-request-id'));
    expect(new Set(ids).size).toBe(2);
  });

  it('say that nothing changed to whoever has the answer', async () => {
    const tag = (await askAgain('/api/v1/things')).headers.get('etag') ?? '';
    const unchanged = await ask('/api/v1/things', { 'if-none-match': tag });
    expect([made, unchanged.status, unchanged.text, unchanged.headers.get('etag')]).toEqual([2, 304, '', tag]);
    expect([...unchanged.headers.keys()].filter((name) => !OF_CONNECTION.has(name)).sort()).toEqual([
      'cache-control',
      'etag',
      'vary',
      'x-request-id',
    ]);
    expect((await ask('/api/v1/things', { 'if-none-match': '"other"' })).status).toBe(200);
    expect(made).toBe(2);
  });

  it('are kept apart by address, language and minute', async () => {
    await askAgain('/api/v1/things', { 'accept-language': 'kk' });
    expect(await makings(() => askAgain('/api/v1/things?limit=1', { 'accept-language': 'kk' }))).toBe(2);
    expect(await makings(() => askAgain('/api/v1/things', { 'accept-language': 'ru' }))).toBe(2);
    expect(await makings(() => ask('/api/v1/things', { 'accept-language': 'ru-KZ, en;q=0.5' }))).toBe(0);
    expect(JSON.parse((await ask('/api/v1/things', { 'accept-language': 'ru' })).text)).toMatchObject({
      language: 'ru',
    });
    clock.at = new Date(clock.at.getTime() + 49_000);
    expect(await makings(() => ask('/api/v1/things', { 'accept-language': 'ru' }))).toBe(0);
    clock.at = new Date(clock.at.getTime() + 1_000);
    expect(await makings(() => ask('/api/v1/things', { 'accept-language': 'ru' }))).toBe(1);
  });

  it.each<[string, string, Record<string, string>, string]>([
    ['with a token', '/api/v1/things', { authorization: 'Bearer x' }, 'GET'],
    ['with a cookie', '/api/v1/things', { cookie: 'sid=x' }, 'GET'],
    ['that writes', '/api/v1/things', {}, 'POST'],
    ['outside the API', '/health/ready', {}, 'GET'],
    ['that failed', '/api/v1/wrong', {}, 'GET'],
    ['during which something was committed', '/api/v1/committing', {}, 'GET'],
    ['larger than a mebibyte', `/api/v1/sized/${MEBIBYTE + 1}`, {}, 'GET'],
  ])('are never those of a request %s', async (_, path, headers, method) => {
    for (let time = 1; time <= 3; time += 1) expect(await makings(() => ask(path, headers, method))).toBe(1);
    expect(cache.size).toBe(0);
  });

  it('are not given to whoever is signed in', async () => {
    await askAgain('/api/v1/things');
    expect(await makings(() => ask('/api/v1/things', { authorization: 'Bearer x' }))).toBe(1);
    expect(await makings(() => ask('/api/v1/things', { cookie: 'sid=x' }))).toBe(1);
  });

  it('are forgotten with every commit, before its writer is answered', async () => {
    await askAgain('/api/v1/things');
    expect(cache.size).toBe(1);
    commits.announce();
    expect(cache.size).toBe(0);
    expect(await makings(() => ask('/api/v1/things'))).toBe(1);
  });

  it('are given no longer than their time, although the clock of the law stands still', async () => {
    await askAgain('/api/v1/things');
    expect(await makings(() => ask('/api/v1/things'))).toBe(0);
    await sleep(KEPT_MS + 50);
    expect(await makings(() => ask('/api/v1/things'))).toBe(1);
  });

  it('are at most two thousand: the oldest goes first', async () => {
    for (let at = 0; at < 2_010; at += 30)
      await Promise.all(Array.from({ length: 30 }, (_, more) => askAgain(`/api/v1/things?at=${at + more}`)));
    expect(cache.size).toBe(2_000);
    expect(await makings(() => ask('/api/v1/things?at=2009'))).toBe(0);
    expect(await makings(() => ask('/api/v1/things?at=0'))).toBe(1);
  });

  it('take at most 32 MiB together, and give back what a replaced one took', async () => {
    for (let at = 0; at < 40; at += 1) await askAgain(`/api/v1/sized/${MEBIBYTE}?at=${at}`);
    expect(cache.size).toBe(32);
    for (let again = 0; again < 5; again += 1) {
      await sleep(KEPT_MS / 3);
      await ask(`/api/v1/sized/${MEBIBYTE}?at=39`);
    }
    expect(cache.size).toBe(32);
    for (let at = 0; at < 32; at += 1) await askAgain(`/api/v1/sized/${MEBIBYTE / 2}?at=${at}`);
    expect(cache.size).toBe(48);
  });
});

function textual([name, value]: [string, string | string[] | undefined]): [string, string] {
  return [name, String(value)];
}
