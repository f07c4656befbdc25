import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ConsultationsQueries, maySee } from '../consultations/index.js';
import { newId, UnitOfWork } from '../platform/database/index.js';
import { AccountClosing, newToken } from '../platform/identity/index.js';
import { ANONYMOUS, Clock, notFound, permit, Problem, type Actor } from '../platform/kernel/index.js';
import { SubscriptionsQueries, type Followed } from './subscriptions.queries.js';
import { SubscriptionsRepository } from './subscriptions.repository.js';

/** What people follow. Nothing of it is in the journal, which keeps forever: it is nobody else's affair. */
@Injectable()
export class Subscriptions implements OnModuleInit {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly subscriptions: SubscriptionsRepository,
    private readonly queries: SubscriptionsQueries,
    private readonly consultations: ConsultationsQueries,
    private readonly clock: Clock,
    private readonly closing: AccountClosing,
  ) {}

  onModuleInit(): void {
    this.closing.register((accountId) => this.subscriptions.removeAllOf(accountId));
  }

  /** From now on the caller follows it; whoever does already goes on. Throws `not-found` before it is published. */
  async follow(consultationId: string, by: Actor): Promise<void> {
    const accountId = accountOf(by);
    await this.#refuseUnknown(consultationId);
    const now = this.clock.now();
    const made = { id: newId(), accountId, consultationId, token: newToken(), followedAt: now, seenAt: now };
    await this.unitOfWork.run(() => this.subscriptions.add(made));
  }

  /** The caller knows what the journal held up to this number. Throws `not-found` where he does not follow it. */
  async see(consultationId: string, upTo: number, by: Actor): Promise<void> {
    const accountId = accountOf(by);
    const at = this.clock.now();
    const isSeen = await this.unitOfWork.run(() => this.subscriptions.see(accountId, consultationId, upTo, at));
    if (!isSeen) throw notFound();
  }

  /** The caller follows it no more; nothing happens where he does not. Throws `not-found` for what nobody can follow. */
  async stop(consultationId: string, by: Actor): Promise<void> {
    const accountId = accountOf(by);
    await this.#refuseUnknown(consultationId);
    await this.unitOfWork.run(() => this.subscriptions.remove(accountId, consultationId));
  }

  /** Ends what the link of a letter is about, whoever opens it; undefined where it was over, or never was. */
  stopBy(token: string): Promise<Followed | undefined> {
    return this.unitOfWork.run(async () => {
      const followed = await this.queries.behind(token);
      await this.subscriptions.removeByToken(token);
      return followed;
    });
  }

  async #refuseUnknown(consultationId: string): Promise<void> {
    const consultation = await this.consultations.find(consultationId);
    if (!consultation) throw notFound();
    permit(maySee(ANONYMOUS, consultation));
  }
}

function accountOf({ accountId }: Actor): string {
  if (accountId === null) throw new Problem('sign-in-required');
  return accountId;
}
