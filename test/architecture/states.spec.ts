import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { problemDocument } from '../../src/platform/http/index.js';
import { SENTENCES } from '../../src/platform/i18n/index.js';
import { LANGUAGES, notInThisState, type Lifecycle } from '../../src/platform/kernel/index.js';
import { activeCouncil, type CouncilAtWork } from '../factories/councils.js';
import { startTestApplication, type TestApplication } from '../support/test-application.js';

const SRC = join(import.meta.dirname, '..', '..', 'src');

type AnyLifecycle = Lifecycle<string, string>;

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.lifecycle.ts'));

async function lifecyclesIn(file: string): Promise<AnyLifecycle[]> {
  const module = (await import(join(SRC, file))) as Record<string, unknown>;
  return Object.values(module).filter((one): one is AnyLifecycle => {
    return typeof one === 'object' && one !== null && 'states' in one && 'moves' in one;
  });
}

describe('the names of states', () => {
  let lifecycles: AnyLifecycle[];
  beforeAll(async () => {
    lifecycles = (await Promise.all(files.map(lifecyclesIn))).flat();
  });

  it('are those of every lifecycle, each of another kind', () => {
    expect(files.length).toBeGreaterThan(10);
    expect(lifecycles.length).toBeGreaterThanOrEqual(files.length);
    expect(new Set(lifecycles.map(({ kind }) => kind)).size).toBe(lifecycles.length);
  });

  it('are words in every language, for every state of every lifecycle', () => {
    const keys = lifecycles.flatMap(({ kind, states }) => states.map((state) => `state.${kind}.${state}`));
    expect(keys.length).toBeGreaterThan(40);
    for (const language of LANGUAGES) expect(keys.filter((key) => !SENTENCES[language].get(key))).toEqual([]);
  });

  it('stand in the sentence of a refusal, in the reader’s language, where the members keep the identifiers', () => {
    for (const { kind, states, possible } of lifecycles) {
      for (const state of states) {
        for (const language of LANGUAGES) {
          const document = problemDocument(notInThisState(kind, state, possible(state)), language, 'x');
          const name = SENTENCES[language].get(`state.${kind}.${state}`) ?? 'nothing';
          expect(document.detail).toContain(name);
          expect(document).toMatchObject({ state, possible: possible(state) });
        }
      }
    }
  });
});

describe('a refusal because of a state', () => {
  let test: TestApplication;
  let council: CouncilAtWork;
  beforeAll(async () => {
    test = await startTestApplication();
    council = await activeCouncil(test);
  });
  afterAll(() => test.close());

  it.each([
    ['kk', '«жұмыс істейді» күйінде бұл мүмкін емес.'],
    ['ru', 'В состоянии «действует» это невозможно.'],
    ['en', 'In the state “active” this is not possible.'],
  ])('is told in %s', async (language, detail) => {
    const again = council.authority.put(`/councils/${council.councilId}/activation`).set('Accept-Language', language);
    expect((await again.expect(409)).body).toMatchObject({ detail, state: 'active', possible: ['dissolution'] });
  });
});
