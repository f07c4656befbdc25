import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Env } from '../config/index.js';
import { UnitOfWork } from '../database/index.js';
import { incomingDir } from '../http/index.js';
import { Jobs } from '../jobs/index.js';
import { Clock } from '../kernel/index.js';
import { FilesRepository, SWEPT_AT_ONCE } from './files.repository.js';
import { Storage } from './storage.js';

export const SWEEP_FILES = 'sweep-files';

/** A file that nothing uses is kept so long after it came. */
export const KEPT_HOURS = 24;
const MS_PER_HOUR = 3_600_000;

/** What time causes: a file that nothing uses is removed after a day, and the bytes that no file has with it. */
@Injectable()
export class FilesTasks implements OnModuleInit {
  readonly #incoming: string;

  constructor(
    private readonly jobs: Jobs,
    private readonly unitOfWork: UnitOfWork,
    private readonly files: FilesRepository,
    private readonly storage: Storage,
    private readonly clock: Clock,
    env: Env,
  ) {
    this.#incoming = incomingDir(env);
  }

  onModuleInit(): void {
    this.jobs.everyMinute(SWEEP_FILES, async () => {
      await this.sweep();
    });
  }

  /** Removes files, then bytes, then what a process left that ended while something arrived. Gives how many of each. */
  async sweep(): Promise<{ files: number; contents: number; arriving: number }> {
    const before = new Date(this.clock.now().getTime() - KEPT_HOURS * MS_PER_HOUR);
    const files = await all(() => this.files.sweepUnused(before));
    const contents = await all(() => this.#sweepContents(before));
    return { files, contents, arriving: await this.#sweepArriving() };
  }

  /**
   * The bytes go before their row, and the row is locked meanwhile: whoever brings the same bytes now waits, then puts
   * them there anew. When this ends in between, the row is still there for the next time.
   */
  #sweepContents(before: Date): Promise<number> {
    return this.unitOfWork.run(async () => {
      const hashes = await this.files.lockUnused(before);
      for (const hash of hashes) await this.storage.remove(hash);
      await this.files.removeContents(hashes);
      return hashes.length;
    });
  }

  /** By the clock of the disk, which dates them. */
  async #sweepArriving(): Promise<number> {
    const names = await readdir(this.#incoming).catch(() => []);
    let removed = 0;
    for (const path of names.map((name) => join(this.#incoming, name))) {
      const found = await stat(path).catch(() => undefined);
      if (!found || Date.now() - found.mtimeMs < KEPT_HOURS * MS_PER_HOUR) continue;
      await rm(path, { force: true });
      removed += 1;
    }
    return removed;
  }
}

/** Again and again, until fewer than a whole portion are found. */
async function all(some: () => Promise<number>): Promise<number> {
  for (let sum = 0; ;) {
    const found = await some();
    sum += found;
    if (found < SWEPT_AT_ONCE) return sum;
  }
}
