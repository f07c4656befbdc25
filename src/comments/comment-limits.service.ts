import { isIPv6 } from 'node:net';
import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { Env } from '../platform/config/index.js';
import { Problem } from '../platform/kernel/index.js';
import { LimitsRepository } from './limits.repository.js';
import { SharedLimit } from './shared-limit.js';

/** Between two exchanges with the other processes. */
export const EXCHANGE_MS = 250;

const MS_PER_SECOND = 1_000;
const MS_PER_MINUTE = 60_000;
/** Groups of an IPv6 address that name a network; whoever has it has all its addresses. */
const NETWORK_GROUPS = 4;
const GROUPS = 8;

/** Whose comment it is, from where, about what. */
export interface Sender {
  readonly personId: string;
  readonly address: string;
  readonly consultationId: string;
}

/**
 * How many comments are taken: from one person, from one address, in one consultation. Decided from memory, so that a
 * comment waits for nothing; counts are exchanged with the other processes in the background. While the database is
 * away each process keeps to its own.
 */
@Injectable()
export class CommentLimits implements OnApplicationShutdown {
  readonly #logger = new Logger('CommentLimits');
  readonly #person: SharedLimit;
  readonly #address: SharedLimit;
  readonly #consultation: SharedLimit;
  readonly #all: readonly SharedLimit[];
  #timer: NodeJS.Timeout | undefined;
  #exchange: Promise<void> = Promise.resolve();
  #forgotAt = 0;

  constructor(
    env: Env,
    private readonly limits: LimitsRepository,
  ) {
    this.#person = new SharedLimit('person', env.commentsPerPerson);
    this.#address = new SharedLimit('address', env.commentsPerAddress);
    this.#consultation = new SharedLimit('consultation', env.commentsPerConsultation);
    this.#all = [this.#person, this.#address, this.#consultation];
  }

  /** Before the pool is ended: what this process counted is not lost with it. */
  async beforeApplicationShutdown(): Promise<void> {
    clearTimeout(this.#timer);
    await this.#exchange;
    await this.#tellAll();
  }

  onApplicationShutdown(): void {
    clearTimeout(this.#timer);
  }

  /** Counts a comment. Throws `too-many`, or `unavailable` where the consultation has too many, with the time to wait. */
  spend({ personId, address, consultationId }: Sender): void {
    const now = Date.now();
    const network = networkOf(address);
    refuse('too-many', 'too-many-comments', this.#person.wait(personId, now));
    refuse('too-many', 'too-many-comments-from-address', this.#address.wait(network, now));
    refuse('unavailable', 'too-many-comments-here', this.#consultation.wait(consultationId, now));
    this.#person.spend(personId, now);
    this.#address.spend(network, now);
    this.#consultation.spend(consultationId, now);
    this.#plan();
  }

  /** A comment that was not taken by no fault of its author counts for nothing. */
  giveBack({ personId, address, consultationId }: Sender): void {
    const now = Date.now();
    this.#person.giveBack(personId, now);
    this.#address.giveBack(networkOf(address), now);
    this.#consultation.giveBack(consultationId, now);
    this.#plan();
  }

  #plan(): void {
    this.#timer ??= setTimeout(() => {
      this.#exchange = this.#tellAll().finally(() => {
        this.#timer = undefined;
        if (this.#all.some((limit) => limit.isUntold)) this.#plan();
      });
    }, EXCHANGE_MS).unref();
  }

  async #tellAll(): Promise<void> {
    const now = Date.now();
    await Promise.all(this.#all.map((limit) => this.#tell(limit, now)));
    if (now < this.#forgotAt + MS_PER_MINUTE) return;
    this.#forgotAt = now;
    for (const limit of this.#all) limit.forget(now);
  }

  async #tell(limit: SharedLimit, now: number): Promise<void> {
    const adding = limit.tell(now).map(async (untold) => {
      try {
        limit.learn(untold.key, await this.limits.add(limit, untold));
      } catch (error) {
        limit.missed(untold);
        this.#logger.debug(`Limits are not shared at the moment: ${error instanceof Error ? error.message : ''}`);
      }
    });
    await Promise.all(adding);
  }
}

function refuse(kind: 'too-many' | 'unavailable', code: string, waitMs: number): void {
  if (waitMs === 0) return;
  const retryAfterSeconds = Math.max(1, Math.ceil(waitMs / MS_PER_SECOND));
  const minutes = Math.ceil(waitMs / MS_PER_MINUTE);
  throw new Problem(kind, { code, params: { minutes }, retryAfterSeconds });
}

/** An address of IPv4, also as IPv6 writes it; of IPv6 the network. */
function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=[\d.]+$)/i, '');
  return isIPv6(plain) ? groupsOf(plain).slice(0, NETWORK_GROUPS).join(':') : plain;
}

/** The groups of an IPv6 address in one spelling. */
function groupsOf(address: string): string[] {
  const [front = [], back = []] = address.split('::').map((part) => part.split(':'));
  const between = Array.from({ length: Math.max(0, GROUPS - front.length - back.length) }, () => '0');
  return [...front, ...between, ...back].map((group) => parseInt(group || '0', 16).toString(16));
}
