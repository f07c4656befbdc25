import { createConfig, lintFromString } from '@redocly/openapi-core';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { documentOf } from '../support/openapi-document.js';
import { startTestApplication, type TestApplication } from '../support/test-application.js';

interface Document {
  readonly paths: Record<string, Record<string, Operation>>;
  readonly components: { schemas: Record<string, { properties?: Record<string, unknown> }> };
}

interface Operation {
  readonly operationId: string;
  readonly summary?: string;
  readonly requestBody?: unknown;
  readonly parameters?: readonly { readonly name: string; readonly in: string }[];
  readonly responses: Record<string, { content?: Record<string, { schema?: { $ref?: string; type?: string } }> }>;
}

describe('the OpenAPI document', () => {
  let test: TestApplication;
  let document: Document;
  beforeAll(async () => {
    test = await startTestApplication();
    document = documentOf(test) as Document;
  });
  afterAll(() => test.close());

  const operations = (): [string, Operation][] =>
    Object.entries(document.paths).flatMap(([path, verbs]) =>
      Object.entries(verbs).map(([verb, operation]): [string, Operation] => [
        `${verb.toUpperCase()} ${path}`,
        operation,
      ]),
    );

  it('lists the same routes as the router', () => {
    const router = test.app.getHttpAdapter().getInstance().printRoutes({
      commonPrefix: false,
      includeHooks: false,
    });
    const inDocument = operations()
      .map(([route]) => route.replace(/\{(\w+)\}/g, ':$1'))
      .sort();
    expect(routesIn(router)).toEqual(inDocument);
  });

  it('gives every operation a summary, an answer with a schema or none, and the problem', () => {
    const wrong = operations().filter(([, { summary, responses }]) => {
      const good = Object.entries(responses).filter(([status]) => status.startsWith('2'));
      const schemas = good.map(
        ([status, { content }]) =>
          status === '204' || (Object.values(content ?? {}).every(({ schema }) => schema) && content !== undefined),
      );
      return (
        !summary ||
        good.length !== 1 ||
        !schemas.every(Boolean) ||
        !responses['default']?.content?.['application/problem+json']
      );
    });
    expect(wrong.map(([route]) => route)).toEqual([]);
  });

  const without = (header: string, verbs: RegExp): string[] =>
    operations()
      .filter(([route, { parameters }]) => verbs.test(route) && !parameters?.some(({ name }) => name === header))
      .map(([route]) => route.replace('/api/v1', ''));

  it('tells which version is changed by every change, but where there is none', () => {
    expect(without('If-Match', /^(PUT|PATCH|DELETE)/).sort()).toEqual(
      [
        'DELETE /me/sessions',
        'DELETE /sessions/current',
        // That a year is complete is said once.
        'PUT /calendar/{period}/completion',
        'PUT /consultations/{id}/assignments',
        // One person’s alone: what he writes last is what he wants to keep.
        ...['PUT /consultations/{id}/my-draft', 'DELETE /consultations/{id}/my-draft'],
        // One person’s alone, either there or not; what is seen never goes back.
        ...['PUT /consultations/{id}/my-subscription', 'DELETE /consultations/{id}/my-subscription'],
        'PUT /consultations/{id}/my-subscription/seen',
        // Once, by the link of a letter or the password.
        ...['PUT /accounts/confirmation', 'PUT /accounts/password', 'PUT /me/closure'],
        'PUT /unconfirmed-comments/confirmation',
      ].sort(),
    );
  });

  it('takes a key of repetition wherever a thing is made', () => {
    expect(without('Idempotency-Key', /^POST/).sort()).toEqual([
      'POST /accounts/confirmation-letter',
      'POST /accounts/password-reset',
      'POST /accounts/sign-up',
      'POST /calendar/recalculation',
      // These store nothing.
      'POST /consultations/{id}/outline',
      'POST /consultations/{id}/proposal',
      // Of somebody unknown: the link of its letter is used once.
      'POST /consultations/{id}/unconfirmed-comments',
      'POST /sessions',
    ]);
  });

  it('leaves no object without its fields', () => {
    const empty = Object.entries(document.components.schemas).filter(
      ([, { properties }]) => Object.keys(properties ?? {}).length === 0,
    );
    expect(empty.map(([name]) => name)).toEqual([]);
  });

  it('is clean by the recommended rules of redocly', async () => {
    const config = await createConfig({ extends: ['recommended'] });
    const problems = await lintFromString({ source: JSON.stringify(document), absoluteRef: 'openapi.json', config });
    expect(
      problems.map(({ ruleId, message, location }) => `${ruleId}: ${message} ${location[0]?.pointer ?? ''}`),
    ).toEqual([]);
  });

  it('is served as it is', async () => {
    const { body } = (await test.anyone.get('/openapi.json').expect(200)) as { body: Document };
    expect(Object.keys(body.paths).sort()).toEqual(Object.keys(document.paths).sort());
  });
});

/** `GET /path` lines from the router's tree, without HEAD twins, the documentation pages and probes. */
function routesIn(tree: string): string[] {
  const routes: string[] = [];
  const stack: string[] = [];
  for (const line of tree.split('\n')) {
    const found = /^([│ ]*)[├└]── (\S*)(?: \(([A-Z, ]+)\))?/.exec(line);
    if (!found) continue;
    const [, indent = '', part = '', verbs] = found;
    const depth = indent.length / 4;
    stack.length = depth;
    stack[depth] = part;
    const path = stack.join('');
    for (const verb of verbs?.split(', ') ?? [])
      if (verb !== 'HEAD' && verb !== 'OPTIONS') routes.push(`${verb} ${path}`);
  }
  return [...new Set(routes)].filter((route) => / \/api\/v1\//.test(route) && !/openapi|docs/.test(route)).sort();
}
