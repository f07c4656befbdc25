import { createHash } from 'node:crypto';

/** Counts the rows of a file that is under way, and hashes its bytes. */
export class DownloadTally {
  readonly #hash = createHash('sha256');
  #rows = 0;

  /** The bytes of so many rows. */
  take(content: string | Buffer, rows = 0): Buffer {
    const bytes = typeof content === 'string' ? Buffer.from(content) : content;
    this.#hash.update(bytes);
    this.#rows += rows;
    return bytes;
  }

  get rows(): number {
    return this.#rows;
  }

  /** SHA-256 of what has passed until now, in hexadecimal. */
  get sha256(): string {
    return this.#hash.copy().digest('hex');
  }

  /** The same as the value of a `Content-Digest` (RFC 9530). */
  get contentDigest(): string {
    return `sha-256=:${this.#hash.copy().digest('base64')}:`;
  }
}
