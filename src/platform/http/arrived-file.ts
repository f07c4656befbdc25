import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, rm, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import type { Env } from '../config/index.js';

/** Largest file that is taken, in bytes: 25 MiB. */
export const FILE_BYTES = 26_214_400;
/** The same as it is said to people. */
export const FILE_MEBIBYTES = 25;

/** What came of a file: its bytes lie at `path` until they are kept somewhere, or given up. */
export interface ArrivedBytes {
  readonly path: string;
  readonly size: number;
  /** SHA-256 of the bytes, in hexadecimal. */
  readonly hash: string;
  /** There was more than is taken; what lies at `path` is not the file then. */
  readonly isTooLarge: boolean;
}

/** A file of a form, with what the sender says about it. */
export interface ArrivedFile extends ArrivedBytes {
  /** The field that it was chosen in. */
  readonly field: string;
  readonly name: string;
  /** The type by its sender's word; undefined where he says none. */
  readonly declaredType: string | undefined;
}

/** Where files lie while they arrive: beside where they are kept, so that keeping one is a change of name. */
export function incomingDir({ dataDir }: Pick<Env, 'dataDir'>): string {
  return join(dataDir, 'files', 'incoming');
}

/**
 * Writes what comes to a file of its own, as it comes, and syncs it: no more than a piece is in memory. Of what is too
 * large the rest is read and dropped, up to `patience` bytes in all. Leaves nothing behind when it throws.
 */
export async function receive(
  source: Readable,
  dir: string,
  patience = Number.POSITIVE_INFINITY,
): Promise<ArrivedBytes> {
  await mkdir(dir, { recursive: true, mode: 0o700 });
  const path = join(dir, randomUUID());
  const file = await open(path, 'wx', 0o600);
  try {
    const arrived = await written(source, file, patience);
    if (!arrived.isTooLarge) await file.sync();
    await file.close();
    return { path, ...arrived };
  } catch (error) {
    await file.close().catch(() => undefined);
    await rm(path, { force: true });
    throw error;
  }
}

async function written(source: Readable, file: FileHandle, patience: number): Promise<Omit<ArrivedBytes, 'path'>> {
  const digest = createHash('sha256');
  let size = 0;
  // The source is a request that must still be answered: leaving the loop may not destroy it.
  for await (const piece of source.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    size += piece.length;
    if (size > patience) break;
    if (size > FILE_BYTES) continue;
    digest.update(piece);
    await file.writeFile(piece);
  }
  return { size, hash: digest.digest('hex'), isTooLarge: size > FILE_BYTES };
}

/** Removes what nobody kept. */
export async function dropArrived(files: readonly Pick<ArrivedBytes, 'path'>[]): Promise<void> {
  await Promise.all(files.map(({ path }) => rm(path, { force: true })));
}
