import {
  isLocalDate,
  type FieldError,
  type Language,
  type Params,
  type Problem,
  type ProblemKind,
} from '../kernel/index.js';
import { dayText, hasSentence, translate } from '../i18n/index.js';

/** An error as it is sent (RFC 9457), in the reader's language. */
export interface ProblemDocument {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly instance: string;
  readonly [member: string]: unknown;
}

export const PROBLEM_TYPE = 'application/problem+json; charset=utf-8';

/** Words a problem for one reader; `requestId` makes it traceable in the logs. */
export function problemDocument(problem: Problem, language: Language, requestId: string): ProblemDocument {
  const { kind, parts } = problem;
  return {
    type: `/problems/${kind}`,
    title: translate(language, `problem.title.${kind}`),
    status: problem.status,
    detail: problemSentence(problem, language),
    instance: `urn:uuid:${requestId}`,
    ...(parts.code ? { code: parts.code } : {}),
    ...(parts.errors ? { errors: parts.errors.map((error) => fieldError(error, language)) } : {}),
    ...(parts.state ? { state: parts.state } : {}),
    ...(parts.possible ? { possible: parts.possible } : {}),
    ...(parts.rule ? { rule: parts.rule } : {}),
    ...parts.more,
  };
}

/** Headers that a problem's kind asks for: `WWW-Authenticate` with 401, `Retry-After` with 429 and 503. */
export function problemHeaders(problem: Problem, language: Language): Record<string, string> {
  const wait = problem.parts.retryAfterSeconds ?? (problem.kind === 'unavailable' ? 2 : undefined);
  return {
    'content-type': PROBLEM_TYPE,
    'content-language': language,
    'cache-control': 'no-store',
    ...(problem.kind === 'sign-in-required' ? { 'www-authenticate': 'Bearer realm="kenes"' } : {}),
    ...(wait === undefined ? {} : { 'retry-after': String(Math.max(1, Math.ceil(wait))) }),
  };
}

/** The kind for an HTTP status that another layer chose. */
export function kindOfStatus(status: number): ProblemKind {
  const kinds: Record<number, ProblemKind> = {
    401: 'sign-in-required',
    403: 'not-allowed',
    404: 'not-found',
    405: 'not-found',
    409: 'conflict',
    412: 'changed-meanwhile',
    413: 'too-large',
    414: 'too-large',
    415: 'unsupported',
    422: 'invalid',
    429: 'too-many',
    503: 'unavailable',
  };
  return kinds[status] ?? (status >= 500 ? 'broken' : 'malformed');
}

/** The sentence that says what stood in the way. */
export function problemSentence({ kind, parts }: Problem, language: Language): string {
  const params = { count: parts.errors?.length ?? 1, ...stateIn(parts, language), ...worded(parts.params, language) };
  const own = parts.code ? `problem.detail.${parts.code}` : '';
  return translate(language, own && hasSentence(own) ? own : `problem.kind.${kind}`, params);
}

/** The state by its name in the reader's language; members of the document keep the identifier. */
function stateIn({ state, stateOf }: Problem['parts'], language: Language): Params {
  if (state === undefined) return {};
  const key = `state.${stateOf ?? ''}.${state}`;
  return { state: hasSentence(key) ? translate(language, key) : state };
}

function fieldError(error: FieldError, language: Language): { pointer: string; code: string; detail: string } {
  return { pointer: error.pointer, code: error.code, detail: fieldSentence(error, language) };
}

/** The sentence that says what is wrong with one field. */
export function fieldSentence({ code, params }: FieldError, language: Language): string {
  const key = `field.${code}`;
  return translate(language, hasSentence(key) ? key : 'problem.kind.malformed', worded(params, language));
}

/** Values of a sentence as it is read: dates as the reader's language writes them. */
function worded(params: Params = {}, language: Language): Params {
  const parts = Object.entries(params).map(([name, value]) => [
    name,
    isLocalDate(value) ? dayText(language, value) : value,
  ]);
  return Object.fromEntries(parts) as Params;
}
