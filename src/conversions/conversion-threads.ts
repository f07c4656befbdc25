import { Worker } from 'node:worker_threads';
import { Injectable } from '@nestjs/common';
import { Problem } from '../platform/kernel/index.js';
import { CONVERSION_MIB, CONVERSION_MS } from './conversion-limits.js';
import { DocumentFault } from './document-fault.js';
import type { ConversionWork, Converted } from './converted.js';

const AT_ONCE = 2;
const WAITING_MOST = 8;
const RETRY_AFTER_S = 10;

const THREAD = new URL('./conversion-thread.js', import.meta.url);

/** Runs conversions, each in a thread of its own: whatever a document holds, the process answers others meanwhile. */
@Injectable()
export class ConversionThreads {
  readonly #waiting: (() => void)[] = [];
  #running = 0;

  /** Throws `DocumentFault` beyond the bounds of time and memory, and `unavailable` where too many wait. */
  async run(work: ConversionWork, milliseconds = CONVERSION_MS): Promise<Converted> {
    await this.#turn();
    try {
      return await inThread(work, milliseconds);
    } finally {
      this.#running -= 1;
      this.#waiting.shift()?.();
    }
  }

  async #turn(): Promise<void> {
    if (this.#running >= AT_ONCE) {
      if (this.#waiting.length >= WAITING_MOST) {
        throw new Problem('unavailable', { retryAfterSeconds: RETRY_AFTER_S });
      }
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
    this.#running += 1;
  }
}

function inThread(work: ConversionWork, milliseconds: number): Promise<Converted> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(THREAD, {
      workerData: work,
      resourceLimits: { maxOldGenerationSizeMb: CONVERSION_MIB },
      stdout: true,
      stderr: true,
    });
    const tooComplex = (): void => {
      reject(new DocumentFault('document-too-complex'));
    };
    const clock = setTimeout(() => {
      tooComplex();
      void worker.terminate();
    }, milliseconds);
    worker.once('message', resolve);
    worker.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') tooComplex();
      else reject(error);
    });
    worker.once('exit', () => {
      clearTimeout(clock);
      tooComplex();
    });
  });
}
