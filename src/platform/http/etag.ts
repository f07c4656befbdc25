import { hash } from 'node:crypto';

const HASH_CHARACTERS = 22;

/** The strong tag of an answer: the thing's version, then the hash of the bytes. */
export function etagOf(payload: string | Uint8Array, version = 0): string {
  return `"v${version}-${hash('sha256', payload, 'base64url').slice(0, HASH_CHARACTERS)}"`;
}

/**
 * The headers of 304, by RFC 9110 §15.4.5: by what an answer is known and kept, and the number of the request. All others
 * stay as the reader has them.
 */
export const OF_UNCHANGED: ReadonlySet<string> = new Set(['etag', 'cache-control', 'vary', 'x-request-id']);

/** True when a list of tags (or `*`) names this one; weak comparison, as RFC 9110 asks for `If-None-Match`. */
export function matches(header: string | undefined, tag: string): boolean {
  if (header === undefined) return false;
  if (header === tag) return true;
  return header.split(',').some((one) => one.trim() === '*' || one.trim().replace(/^W\//, '') === tag);
}
