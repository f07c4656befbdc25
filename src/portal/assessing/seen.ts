import { hash } from 'node:crypto';
import type { FormBody } from '../../platform/http/index.js';
import { Problem } from '../../platform/kernel/index.js';

/** What was stored of one indicator when its form was shown. */
export const SEEN_FIELD = '_seen';

/** A short name of what is stored, which changes whenever that does. */
export function seenOf(stored: unknown): string {
  return hash('sha256', JSON.stringify(stored ?? null), 'base64url').slice(0, 22);
}

/**
 * The version to expect for a change of one part. Others may change other parts of the same assessment meanwhile; throws
 * `changed-meanwhile` only where this part is not what the form showed.
 */
export function versionOfPart(body: FormBody, stored: unknown, version: number): number {
  if (body.get(SEEN_FIELD) !== seenOf(stored)) throw new Problem('changed-meanwhile');
  return version;
}
