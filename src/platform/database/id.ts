import { v7 } from 'uuid';

/** A new UUID v7, made by the application because PostgreSQL 15 has none. Ordered by time; never a secret. */
export function newId(): string {
  return v7();
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** True for the text form of a UUID of any version. */
export function isId(value: unknown): value is string {
  return typeof value === 'string' && UUID.test(value);
}
