import type { Person } from './people.js';
import type { recomputed } from './recomputation.js';
import type { TestApplication } from './test-application.js';

/** The published workings, as far as tests look at them. */
export type ReadWorkings = Parameters<typeof recomputed>[0] & {
  readonly total: { readonly score: string | null; readonly coverage: string };
  readonly dimensions: readonly { code: string; score: string | null; counted: number; of: number }[];
  readonly values: readonly {
    indicator: string;
    status: string;
    raw: string | null;
    normalized: string | null;
    evidence: object[];
  }[];
};

/** A gap of an assessment. */
export interface ReadGap {
  readonly indicator: string;
  readonly score: string;
  readonly overdue: boolean;
  readonly dueOn: string;
}

/** A public act. */
export interface ReadAct {
  readonly what: string;
  readonly rules: readonly { id: string }[];
  readonly data: object;
}

/** An answer with an id. */
export type Thing = Record<string, unknown> & { id: string };

/** Reads what somebody without an account, or the given person, gets. */
export function readerOf(test: TestApplication) {
  const items = async <T>(path: string, by: Pick<Person, 'get'> = test.anyone): Promise<T[]> =>
    ((await by.get(path).expect(200)).body as { items: T[] }).items;
  return {
    workings: async (id: string, query = ''): Promise<ReadWorkings> =>
      (await test.anyone.get(`/assessments/${id}/workings${query}`).expect(200)).body as ReadWorkings,
    gaps: (id: string) => items<ReadGap>(`/assessments/${id}/gaps`),
    journal: (subject: string) => items<ReadAct>(`/journal?subject=${subject}&limit=100`),
    ids: async (path: string, by?: Pick<Person, 'get'>) => (await items<Thing>(path, by)).map(({ id }) => id),
  };
}
