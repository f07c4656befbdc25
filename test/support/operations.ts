import { PROBLEM_STATUS } from '../../src/platform/kernel/index.js';
import type { Caller } from './test-application.js';

/** A route of the OpenAPI document. */
export interface Operation {
  readonly method: keyof Caller;
  readonly path: string;
  readonly isPublic: boolean;
  readonly body: Schema | undefined;
}

/** A schema of the document, as far as samples are made of it. */
export interface Schema {
  readonly type?: string;
  readonly $ref?: string;
  readonly properties?: Record<string, Schema>;
  readonly items?: Schema;
  readonly enum?: unknown[];
  readonly format?: string;
  readonly example?: unknown;
}

/** The OpenAPI document. */
export interface ApiDocument {
  readonly paths: Record<
    string,
    Record<string, { security: unknown[]; requestBody?: { content: Record<string, { schema: Schema }> } }>
  >;
  readonly components: { schemas: Record<string, Schema> };
}

/** An id that nothing has. */
export const NOBODY = '0192f0c0-0000-7000-8000-00000000dead';
const KINDS = Object.keys(PROBLEM_STATUS).map((kind) => `/problems/${kind}`);

interface Answer {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body: unknown;
}

/** What is wrong with an answer to a hostile request, if anything: a fault of ours, or a refusal that is no problem. */
export function faultOf(answer: Answer): string | undefined {
  if (answer.status >= 500) return 'a fault of ours';
  return answer.status >= 400 ? faultIn(answer) : undefined;
}

/** What is wrong with a refusal as a problem document, if anything. */
export function faultIn({ status, headers, body }: Answer): string | undefined {
  const { type, title, detail, instance, status: own } = (body ?? {}) as Record<string, unknown>;
  if (!String(headers['content-type']).startsWith('application/problem+json')) return 'is no problem document';
  if (own !== status || !KINDS.includes(String(type))) return 'has another kind or status';
  if (![title, detail].every((text) => typeof text === 'string' && text.length > 0)) return 'has no words';
  return String(instance).startsWith('urn:uuid:') ? undefined : 'has no number';
}

/** Every route of the document. */
export function operationsOf({ paths }: ApiDocument): Operation[] {
  return Object.entries(paths).flatMap(([path, verbs]) =>
    Object.entries(verbs).map(([method, { security, requestBody }]) => ({
      method: method as keyof Caller,
      path,
      isPublic: security.length === 0,
      body: requestBody?.content['application/json']?.schema,
    })),
  );
}

/** Values for fields of these names, where the schema alone does not say which would be right. */
export type Given = Readonly<Record<string, unknown>>;

/** A body that has every field of the schema, more or less as it should be. */
export function sampleOf({ components }: ApiDocument, whole: Schema, given: Given = {}): unknown {
  const sample = (schema: Schema, depth: number, name: string): unknown => {
    const known = schema.$ref ? (components.schemas[schema.$ref.split('/').at(-1) ?? ''] ?? {}) : schema;
    if (given[name] !== undefined) return given[name];
    if (known.example !== undefined) return known.example;
    if (known.enum) return known.enum[0];
    if (known.type === 'array') return depth > 4 ? [] : [sample(known.items ?? {}, depth + 1, name)];
    if (known.properties) {
      const fields = Object.entries(known.properties);
      return Object.fromEntries(fields.map(([field, part]) => [field, sample(part, depth + 1, field)]));
    }
    return SAMPLES[known.format ?? ''] ?? SAMPLES[known.type ?? ''] ?? 'text of sufficient length';
  };
  return sample(whole, 0, '');
}

const SAMPLES: Readonly<Record<string, unknown>> = {
  uuid: NOBODY,
  date: '2026-03-10',
  'date-time': '2026-03-10T10:00:00+05:00',
  email: 'hostile@example.kz',
  uri: 'https://example.kz',
  integer: 1,
  number: 1,
  boolean: true,
};
