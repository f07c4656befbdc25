/** The closed table of problem kinds with their HTTP status (RFC 9457; api.md). */
export const PROBLEM_STATUS = {
  malformed: 400,
  'sign-in-required': 401,
  'not-allowed': 403,
  'not-found': 404,
  'not-possible-now': 409,
  conflict: 409,
  'changed-meanwhile': 412,
  'too-large': 413,
  unsupported: 415,
  invalid: 422,
  'too-many': 429,
  broken: 500,
  unavailable: 503,
} as const;

export type ProblemKind = keyof typeof PROBLEM_STATUS;

/** Values put into a translated sentence. */
export type Params = Readonly<Record<string, string | number>>;

/** One thing wrong with the input: where (RFC 6901 pointer), which rule of form, and its numbers. */
export interface FieldError {
  readonly pointer: string;
  readonly code: string;
  readonly params?: Params;
}

/** The rule of the law that stood in the way: its id, the value applied and its article. */
export interface AppliedRule {
  readonly id: string;
  readonly value: unknown;
  readonly basis?: unknown;
}

export interface ProblemParts {
  /** Key below `problem.detail` in the translations; without it the kind's own sentence is used. */
  readonly code?: string;
  readonly params?: Params;
  readonly errors?: readonly FieldError[];
  readonly state?: string;
  /** What is in that state, by the kind of its lifecycle: a sentence with `{state}` names the state in its words. */
  readonly stateOf?: string;
  readonly possible?: readonly string[];
  readonly rule?: AppliedRule;
  readonly retryAfterSeconds?: number;
  /** Further members of the answer, named by the kind's documentation. */
  readonly more?: Readonly<Record<string, unknown>>;
}

/** A refusal with a reason a person can act on. Thrown anywhere, worded and sent by the problem filter. */
export class Problem extends Error {
  constructor(
    readonly kind: ProblemKind,
    readonly parts: ProblemParts = {},
    options?: ErrorOptions,
  ) {
    super(parts.code ? `${kind}: ${parts.code}` : kind, options);
    this.name = 'Problem';
  }

  get status(): number {
    return PROBLEM_STATUS[this.kind];
  }
}

/** 422: the input has errors of form, each with its pointer. */
export function invalid(...errors: FieldError[]): Problem {
  return new Problem('invalid', { errors });
}

/** 422 for one field. */
export function invalidAt(pointer: string, code: string, params?: Params): Problem {
  return invalid(params ? { pointer, code, params } : { pointer, code });
}

/** 404: absent, or not for the caller to know of; both look the same. */
export function notFound(): Problem {
  return new Problem('not-found');
}

/** 409: the law or the record's state refuses the act at this time. */
export function notPossibleNow(code: string, parts: Omit<ProblemParts, 'code'> = {}): Problem {
  return new Problem('not-possible-now', { code, ...parts });
}

/** 409: a record of this kind is in a state in which this is not possible, but `possible` is. */
export function notInThisState(kind: string, state: string, possible: readonly string[]): Problem {
  return notPossibleNow('not-in-this-state', { stateOf: kind, state, possible });
}

/** 409: the request contradicts what is recorded already. */
export function conflict(code: string, parts: Omit<ProblemParts, 'code'> = {}): Problem {
  return new Problem('conflict', { code, ...parts });
}
