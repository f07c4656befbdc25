import { Injectable } from '@nestjs/common';
import { Commits, sqlStateOf, toProblem } from '../platform/database/index.js';
import { Problem } from '../platform/kernel/index.js';
import { AdmissionRepository } from './admission.repository.js';
import type { Candidate, Judgement } from './admission.js';

/** Most comments in one statement. */
export const BATCH = 64;
/** So few are not parted: up to here a batch costs the database little less than half of it would. */
export const WHOLE = 16;
/** Comments that may wait for a batch; whoever comes then is asked to come again. */
export const MOST_WAITING = 2_000;

const RETRY_AFTER_SECONDS = 2;
const TRIES = 3;
const DEADLOCK = '40P01';
const UNIQUE = '23505';

interface Waiting {
  readonly candidate: Candidate;
  readonly resolve: (judgement: Judgement) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Admits comments in batches: what comes in the same moment shares a transaction and the journal's lock. Each is
 * answered only after its batch has committed. One batch is under way at a time and an account stands in it once, so that
 * its participant number and its keys are known to the next.
 */
@Injectable()
export class CommentsIntake {
  #waiting: Waiting[] = [];
  #isUnderWay = false;
  /** How many were answered a moment ago and will soon write again; none when all had time to. */
  #answered = 0;
  #planned = false;

  constructor(
    private readonly admission: AdmissionRepository,
    private readonly commits: Commits,
  ) {}

  /** What became of the candidate, once it is durable. Throws `unavailable` when too many wait. */
  admit(candidate: Candidate): Promise<Judgement> {
    if (this.#waiting.length >= MOST_WAITING) {
      return Promise.reject(new Problem('unavailable', { retryAfterSeconds: RETRY_AFTER_SECONDS }));
    }
    return new Promise((resolve, reject) => {
      this.#waiting.push({ candidate, resolve, reject });
      this.#plan();
    });
  }

  #plan(): void {
    if (this.#planned || this.#isUnderWay || this.#waiting.length === 0) return;
    this.#planned = true;
    setImmediate(() => {
      this.#planned = false;
      void this.#flush(this.#take());
    });
  }

  /**
   * Half of those who are here, so that the other half is answered and read meanwhile. All in one batch would stay so:
   * answered together they write again together.
   */
  #take(): Waiting[] {
    const half = Math.ceil((this.#waiting.length + this.#answered) / 2);
    const most = Math.min(BATCH, Math.max(WHOLE, half));
    const accounts = new Set<string>();
    const batch: Waiting[] = [];
    const left: Waiting[] = [];
    for (const one of this.#waiting) {
      const { accountId } = one.candidate;
      if (batch.length === most || accounts.has(accountId)) {
        left.push(one);
      } else {
        accounts.add(accountId);
        batch.push(one);
      }
    }
    this.#waiting = left;
    return batch;
  }

  async #flush(batch: Waiting[]): Promise<void> {
    this.#isUnderWay = true;
    try {
      await this.#settle(batch);
    } finally {
      this.#isUnderWay = false;
      this.#answered = this.#waiting.length > 0 ? batch.length : 0;
      this.#plan();
    }
  }

  /** Answers everyone in the batch; one by one when a row of it is refused by the database, so that it sinks nobody. */
  async #settle(batch: Waiting[]): Promise<void> {
    try {
      const judgements = await this.#admit(batch);
      for (const [at, { resolve, reject }] of batch.entries()) {
        const judgement = judgements[at];
        if (judgement) resolve(judgement);
        else reject(new Error('A comment was not judged.'));
      }
    } catch (error) {
      if (batch.length > 1 && isRowsFault(error)) for (const one of batch) await this.#settle([one]);
      else for (const { reject } of batch) reject(toProblem(error));
    }
  }

  async #admit(batch: readonly Waiting[]): Promise<Judgement[]> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        const judgements = await this.admission.admit(batch.map(({ candidate }) => candidate));
        this.commits.announce();
        return judgements;
      } catch (error) {
        if (attempt === TRIES || !isWorthAnother(error, batch.length)) throw error;
      }
    }
  }
}

/** Class 22 (data) and 23 (constraints): the fault of a row, not of the moment. */
function isRowsFault(error: unknown): boolean {
  return /^2[23]...$/.test(sqlStateOf(error) ?? '');
}

/** A deadlock, or a key or a person's first comment that another process has just accepted too. */
function isWorthAnother(error: unknown, size: number): boolean {
  const state = sqlStateOf(error);
  return state === DEADLOCK || (state === UNIQUE && size === 1);
}
