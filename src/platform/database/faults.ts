import { Problem } from '../kernel/index.js';

const RETRY_AFTER_SECONDS = 2;

/** SQLSTATEs and socket errors by which a database says "not now"; the caller may try again. */
const AWAY =
  /^(08...|25P0[34]|53...|57014|57P0.|58...|55P03|ECONNREFUSED|ECONNRESET|EPIPE|ENOTFOUND|ETIMEDOUT|EHOSTUNREACH|XX000)$/;
const AWAY_WORDS =
  /timeout exceeded when trying to connect|Connection terminated|Client has encountered a connection error|not queryable|Driver not Connected|Cannot use a pool after calling end|Query read timeout/i;

/** SQLSTATE of a driver error, as TypeORM or pg throws it; undefined for other errors. */
export function sqlStateOf(error: unknown): string | undefined {
  const cause = driverErrorOf(error);
  return typeof cause?.code === 'string' ? cause.code : undefined;
}

/** Name of the constraint that refused a row, if that is what happened. */
export function constraintOf(error: unknown): string | undefined {
  return driverErrorOf(error)?.constraint;
}

/** The field behind a foreign key that was refused, in camel case; undefined for a key that is not named by default. */
export function foreignFieldOf(error: unknown): string | undefined {
  const { constraint = '', table = '' } = driverErrorOf(error) ?? {};
  if (!constraint.startsWith(`${table}_`) || !constraint.endsWith('_fkey')) return undefined;
  const column = constraint.slice(table.length + 1, -'_fkey'.length);
  return column.replace(/_([a-z])/g, (_match, letter: string) => letter.toUpperCase());
}

export function isDeadlock(error: unknown): boolean {
  return sqlStateOf(error) === '40P01';
}

/** A database fault the caller can wait out becomes 503 with Retry-After; anything else stays what it is. */
export function toProblem(error: unknown): unknown {
  if (error instanceof Problem || !(error instanceof Error)) return error;
  const code = sqlStateOf(error);
  const away = code !== undefined ? AWAY.test(code) : AWAY_WORDS.test(error.message);
  if (!away) return error;
  return new Problem('unavailable', { retryAfterSeconds: RETRY_AFTER_SECONDS }, { cause: error });
}

interface DriverError {
  readonly code?: unknown;
  readonly constraint?: string;
  readonly table?: string;
}

function driverErrorOf(error: unknown): DriverError | undefined {
  if (!(error instanceof Error)) return undefined;
  if ('driverError' in error && error.driverError instanceof Error) return error.driverError as DriverError;
  if ('code' in error) return error;
  if (error instanceof AggregateError) return driverErrorOf(error.errors[0]);
  return undefined;
}
