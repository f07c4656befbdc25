import type { Readable } from 'node:stream';

/** A part of some bytes, both ends included. */
export interface ByteRange {
  readonly from: number;
  readonly to: number;
}

/** Where bytes lie under their SHA-256: the same bytes once, whole or not at all. */
export abstract class Storage {
  abstract has(hash: string): Promise<boolean>;

  /** Puts a synced file there; the file may be gone afterwards. The same bytes at the same time are no conflict. */
  abstract put(hash: string, path: string, size: number): Promise<void>;

  /** The bytes, piece by piece. Throws when they are not there, before the first piece. */
  abstract read(hash: string, range?: ByteRange): Promise<Readable>;

  /** Removes the bytes; that there are none is no fault. */
  abstract remove(hash: string): Promise<void>;
}
