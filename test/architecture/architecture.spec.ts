import { execFile } from 'node:child_process';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Body, Query, type RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { RouteParamtypes } from '@nestjs/common/internal';
import { ModulesContainer } from '@nestjs/core';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { IntlMessageFormat } from 'intl-messageformat';
import { getMetadataStorage } from 'class-validator';
import { SENTENCES } from '../../src/platform/i18n/index.js';
import { PERMISSION_OF_ROUTE, PUBLIC_ROUTE } from '../../src/platform/http/index.js';
import { PERMISSIONS, PROBLEM_STATUS } from '../../src/platform/kernel/index.js';
import { startTestApplication, type TestApplication } from '../support/test-application.js';

const run = promisify(execFile);
const ROOT = join(import.meta.dirname, '..', '..');

type Handler = (...args: unknown[]) => unknown;

describe('architecture', () => {
  let test: TestApplication;
  let routes: { name: string; controller: object; handler: Handler; verb: RequestMethod }[];
  beforeAll(async () => {
    test = await startTestApplication();
    routes = routesOf(test);
  });
  afterAll(() => test.close());

  it('declares for every route a permission or that it is public, never both', () => {
    const wrong = routes.filter(({ handler }) => {
      const permission: unknown = Reflect.getMetadata(PERMISSION_OF_ROUTE, handler);
      const isPublic = Reflect.getMetadata(PUBLIC_ROUTE, handler) === true;
      return isPublic ? permission !== undefined : !PERMISSIONS.includes(permission as never);
    });
    expect(routes.length).toBeGreaterThan(20);
    expect(wrong.map(({ name }) => name)).toEqual([]);
  });

  it('types every body and query by a class with checked fields', () => {
    const wrong = routes.filter(({ controller, handler }) => {
      const types = (Reflect.getMetadata('design:paramtypes', controller, handler.name) ?? []) as (new () => object)[];
      const args = (Reflect.getMetadata(ROUTE_ARGS_METADATA, controller.constructor, handler.name) ?? {}) as Record<
        string,
        { index: number }
      >;
      const inputs = Object.entries(args).filter(([key]) =>
        [RouteParamtypes.BODY, RouteParamtypes.QUERY].some((kind) => key.startsWith(`${kind}:`)),
      );
      return inputs.some(([, { index }]) => {
        const type = types[index];
        return (
          !type ||
          type === Object ||
          getMetadataStorage().getTargetValidationMetadatas(type, '', false, false).length === 0
        );
      });
    });
    expect(wrong.map(({ name }) => name)).toEqual([]);
  });

  it('would notice an input that is typed by an interface', () => {
    expect(Body).toBeDefined();
    expect(Query).toBeDefined();
    expect(getMetadataStorage().getTargetValidationMetadatas(Object, '', false, false)).toEqual([]);
  });

  it('has the same keys, with the same values to fill in, in all languages', () => {
    const shape = (language: 'kk' | 'ru' | 'en'): string[] =>
      [...SENTENCES[language]].map(([key, text]) => `${key} ${valuesIn(text, language).join(' ')}`).sort();
    expect(shape('ru')).toEqual(shape('kk'));
    expect(shape('en')).toEqual(shape('kk'));
  });

  it.each(['kk', 'ru', 'en'] as const)('leaves no sentence empty in %s', (language) => {
    expect([...SENTENCES[language]].filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  it('has words for every kind of problem', () => {
    for (const kind of Object.keys(PROBLEM_STATUS)) {
      expect(SENTENCES.kk.has(`problem.title.${kind}`)).toBe(true);
      expect(SENTENCES.kk.has(`problem.kind.${kind}`)).toBe(true);
    }
  });

  const violations: [string, string, string][] = [
    [
      'a folder that imports to its right',
      'src/platform/kernel/planted.ts',
      `import { Env } from '../config/index.js';\nexport const planted = Env;\n`,
    ],
    [
      'a type-only import to the right',
      'src/calendar/planted.ts',
      `import type { Rulebook } from '../rulebook/index.js';\nexport type Planted = Rulebook;\n`,
    ],
    [
      'a way in beside the front door',
      'src/rulebook/planted.ts',
      `import { DueDates } from '../calendar/due-dates.service.js';\nexport const planted = DueDates;\n`,
    ],
    [
      'a policy that imports more than the kernel',
      'src/bodies/planted.policy.ts',
      `import { newId } from '../platform/database/index.js';\nexport const planted = newId;\n`,
    ],
    [
      'a service that imports TypeORM',
      'src/bodies/planted.service.ts',
      `import { DataSource } from 'typeorm';\nexport const planted = DataSource;\n`,
    ],
    [
      'a folder that is not in the list',
      'src/planted/planted.ts',
      `import { newId } from '../platform/database/index.js';\nexport const planted = newId;\n`,
    ],
  ];

  it('finds every planted violation of the order of folders', async () => {
    const planted = violations.map(([, path]) => join(ROOT, path));
    const cruiser = join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
    const paths = violations.map(([, path]) => path);
    try {
      for (const [at, file] of planted.entries()) {
        await mkdir(join(file, '..'), { recursive: true });
        await writeFile(file, violations[at]?.[2] ?? '');
      }
      const found = (await run(
        process.execPath,
        [cruiser, '--config', '.dependency-cruiser.cjs', '-T', 'json', ...paths],
        {
          cwd: ROOT,
          maxBuffer: 100_000_000,
        },
      ).catch((failure: unknown) => failure)) as { stdout: string };
      const { summary } = JSON.parse(found.stdout) as { summary: { violations: { from: string }[] } };
      const guilty = new Set(summary.violations.map(({ from }) => from));
      expect(paths.filter((path) => !guilty.has(path))).toEqual([]);
    } finally {
      for (const file of planted) await rm(file, { force: true });
      await rm(join(ROOT, 'src/planted'), { recursive: true, force: true });
    }
  }, 600_000);
});

function routesOf({
  app,
}: TestApplication): { name: string; controller: object; handler: Handler; verb: RequestMethod }[] {
  const controllers = [...app.get(ModulesContainer).values()].flatMap((module) => [...module.controllers.values()]);
  return controllers.flatMap(({ metatype }) => {
    const controller = (metatype as { prototype: object }).prototype;
    return Object.getOwnPropertyNames(controller).flatMap((key) => {
      const handler = (controller as Record<string, unknown>)[key];
      const verb =
        typeof handler === 'function'
          ? (Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod | undefined)
          : undefined;
      return verb === undefined
        ? []
        : [{ name: `${controller.constructor.name}.${key}`, controller, handler: handler as Handler, verb }];
    });
  });
}

/** Names of the values that a sentence wants. */
function valuesIn(text: string, language: string): string[] {
  const names = new Set<string>();
  const visit = (parts: readonly object[]): void => {
    for (const part of parts as { type: number; value?: unknown; options?: Record<string, { value: object[] }> }[]) {
      if (part.type > 0 && part.type < 7) names.add(String(part.value));
      for (const option of Object.values(part.options ?? {})) visit(option.value);
    }
  };
  visit(new IntlMessageFormat(text, language, undefined, { ignoreTag: true }).getAst());
  return [...names].sort();
}
