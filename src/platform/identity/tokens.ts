import { hash, randomBytes } from 'node:crypto';

const TOKEN_BYTES = 32;

/** An opaque secret of 256 bits; only its hash is stored. */
export function newToken(): string {
  return randomBytes(TOKEN_BYTES).toString('base64url');
}

/** SHA-256 of a token, as the table knows it. */
export function hashOf(token: string): Buffer {
  return hash('sha256', token, 'buffer');
}
