import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { Storage, type ByteRange } from './storage.js';

const FOLDER_CHARACTERS = 2;

/** Bytes on the disk of this machine, or one that all processes share. */
export class DiskStorage extends Storage {
  constructor(private readonly dir: string) {
    super();
  }

  override async has(hash: string): Promise<boolean> {
    try {
      await stat(this.#pathOf(hash));
      return true;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
      throw error;
    }
  }

  override async put(hash: string, path: string): Promise<void> {
    const there = this.#pathOf(hash);
    const folder = dirname(there);
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await rename(path, there);
    // The names in a folder are written like a file: without this a power cut may lose the new one.
    const names = await open(folder, 'r');
    try {
      await names.sync();
    } finally {
      await names.close();
    }
  }

  override async read(hash: string, range?: ByteRange): Promise<Readable> {
    const file = await open(this.#pathOf(hash), 'r');
    return file.createReadStream(range ? { start: range.from, end: range.to } : {});
  }

  override async remove(hash: string): Promise<void> {
    await rm(this.#pathOf(hash), { force: true });
  }

  #pathOf(hash: string): string {
    return join(this.dir, hash.slice(0, FOLDER_CHARACTERS), hash);
  }
}
