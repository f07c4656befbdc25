import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { documentOf } from '../support/openapi-document.js';
import {
  faultIn,
  faultOf,
  NOBODY,
  operationsOf,
  sampleOf,
  type ApiDocument,
  type Operation,
} from '../support/operations.js';
import { person, type Person } from '../support/people.js';
import { startTestApplication, type Caller, type TestApplication } from '../support/test-application.js';

const IDS = [NOBODY, 'x', '%00', '..%2f..', "'%20or%201=1--", '-1', 'ә'.repeat(50), '%F0%9F%99%82'];
const VALUES: unknown[] = [
  null,
  true,
  -1,
  1e308,
  '',
  ' ',
  'x',
  '\u202e',
  'x'.repeat(20_001),
  [],
  [[]],
  [null],
  {},
  { kk: 1 },
  { __proto: 1 },
  NOBODY,
  '2026-02-30',
  '9999-12-31',
  "'; drop table journal; --",
];
const FORGED = [
  ['x'],
  [1.5],
  [1e20],
  [4e9],
  [-1],
  [NOBODY],
  ['x', 'x'],
  ['2026-13-45', NOBODY],
  [1, 'x'],
  ['x', 'x', 'x'],
  ['x', 'x', NOBODY],
].map((keys) => Buffer.from(JSON.stringify(keys)).toString('base64url'));
describe('hostile input over every route of the OpenAPI document', () => {
  let test: TestApplication;
  let everyone: Person;
  let operations: Operation[];
  let document: ApiDocument;
  beforeAll(async () => {
    test = await startTestApplication();
    document = documentOf(test) as ApiDocument;
    operations = operationsOf(document);
    const bodies = (await test.anyone.get('/bodies?limit=1&kind=local_executive')).body as { items: { id: string }[] };
    everyone = await person(
      test,
      { role: 'admin' },
      { role: 'authority' },
      { role: 'officer', bodyId: bodies.items[0]?.id ?? '' },
    );
  });
  afterAll(() => test.close());

  /** Sends and judges one request: no fault of ours, and every refusal a well-formed problem. */
  const send = async (caller: Caller, { method, path }: Operation, query = '', body?: unknown): Promise<number> => {
    const request = caller[method](path.replace('/api/v1', '') + query);
    const answer = await (body === undefined ? request : request.send(body as object));
    const wrong = faultOf(answer);
    if (wrong)
      throw new Error(
        `${method} ${path}${query} ${JSON.stringify(body ?? null).slice(0, 300)}: ${answer.status} ${wrong} ${answer.text.slice(0, 500)}`,
      );
    return answer.status;
  };

  const withIds = (operation: Operation, id: string): Operation => ({
    ...operation,
    path: operation.path.replace(/\{\w+\}/g, id),
  });

  it('refuses whoever is not signed in wherever a permission is asked for', async () => {
    const open: string[] = [];
    for (const operation of operations.filter(({ isPublic }) => !isPublic)) {
      const status = await send(test.anyone, withIds(operation, NOBODY), '', operation.body && {});
      if (status !== 401) open.push(`${operation.method} ${operation.path} ${status}`);
    }
    expect(open).toEqual([]);
  });

  it('refuses a citizen wherever more than citizenship is asked for', async () => {
    const citizen = await person(test);
    const statuses: number[] = [];
    // Signing out is every citizen's right, and would leave the rest of this round to nobody.
    const own = ['/api/v1/sessions/current', '/api/v1/me/sessions'];
    for (const operation of operations.filter(
      ({ isPublic, method, path }) => !isPublic && method !== 'get' && !own.includes(path),
    )) {
      statuses.push(await send(citizen, withIds(operation, NOBODY), '', operation.body && {}));
    }
    expect(statuses.filter((status) => status < 300 || status === 401)).toEqual([]);
  });

  it('answers odd ids with 404 or another clear refusal', async () => {
    for (const operation of operations.filter(({ path }) => path.includes('{'))) {
      for (const id of IDS) {
        const status = await send(everyone, withIds(operation, id), '', operation.body && {});
        expect([400, 403, 404, 409, 422]).toContain(status);
      }
    }
  });

  it('answers unknown parameters with 400 on every read', async () => {
    for (const operation of operations.filter(({ method }) => method === 'get')) {
      expect([400, 404]).toContain(await send(everyone, withIds(operation, NOBODY), '?nonsense=1'));
      await send(everyone, withIds(operation, NOBODY), '?limit=1e3&after=%5B%5D&q=%00');
    }
  });

  it('takes no forged cursor for a fault of its own', async () => {
    for (const operation of operations.filter(({ method }) => method === 'get')) {
      for (const cursor of FORGED) await send(everyone, withIds(operation, NOBODY), `?after=${cursor}`);
    }
  });

  it('finds a clear refusal for every field given as something else', async () => {
    let sent = 0;
    for (const operation of operations.filter(({ body }) => body !== undefined)) {
      const sample = sampleOf(document, operation.body ?? {}) as Record<string, unknown>;
      for (const field of Object.keys(sample)) {
        for (const value of VALUES) {
          await send(everyone, withIds(operation, NOBODY), '', { ...sample, [field]: value });
          sent += 1;
        }
      }
      const status = await send(everyone, withIds(operation, NOBODY), '', { ...sample, nonsense: 1 });
      expect([400, 401, 403, 404, 409, 422]).toContain(status);
    }
    expect(sent).toBeGreaterThan(100);
  }, 600_000);

  it('takes nothing but JSON where JSON is asked for', async () => {
    for (const operation of operations.filter(({ body }) => body !== undefined)) {
      const { method, path } = withIds(operation, NOBODY);
      const answer = await everyone[method](path.replace('/api/v1', '')).set('Content-Type', 'text/xml').send('<a/>');
      expect(answer.status).toBe(415);
      expect(faultIn(answer)).toBeUndefined();
    }
  });
});
