import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../database/index.js';
import { Journal } from '../journal/index.js';
import { Mail } from '../mail/index.js';
import { Clock, invalidAt, Problem, type Actor } from '../kernel/index.js';
import type { Account } from './account.entity.js';
import { AccountsQueries } from './accounts.queries.js';
import { AccountsRepository } from './accounts.repository.js';
import { Admins } from './admins.service.js';
import { accountEvent, grantEvent } from './identity.events.js';
import { Passwords } from './passwords.js';
import { SignInLimits } from './sign-in-limits.js';

/** What a folder to the right takes away when an account is closed, inside the act. */
export type ClosingStep = (accountId: string) => Promise<void>;

/** The end of an account by its holder's own will: name and address are gone, what was said publicly stays. */
@Injectable()
export class AccountClosing {
  readonly #steps: ClosingStep[] = [];

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly queries: AccountsQueries,
    private readonly accounts: AccountsRepository,
    private readonly admins: Admins,
    private readonly passwords: Passwords,
    private readonly limits: SignInLimits,
    private readonly journal: Journal,
    private readonly mail: Mail,
    private readonly clock: Clock,
  ) {}

  /** Folders to the right register what of theirs names the person. */
  register(step: ClosingStep): void {
    this.#steps.push(step);
  }

  /**
   * Closes one's own account: roles and sessions end, the address is free again. Throws `invalid` at the password when
   * it is wrong, `too-many` when it was wrong too often, `not-possible-now` for the last administrator; `from` is the
   * network address.
   */
  async close(by: Actor, password: string, from: string): Promise<void> {
    if (by.accountId === null) throw new Problem('sign-in-required');
    await this.#refuseWrong(await this.queries.whole(by.accountId), password, from);
    await this.unitOfWork.run(() => this.#close(by.accountId ?? '', by));
  }

  async #refuseWrong({ email, passwordHash }: Account, password: string, from: string): Promise<void> {
    const address = email ?? '';
    await this.limits.check(address, from);
    if (await this.passwords.matches(password, passwordHash)) return;
    await this.limits.countFailure(address, from);
    throw invalidAt('/password', 'password-wrong');
  }

  async #close(id: string, by: Actor): Promise<void> {
    const account = await this.accounts.lock(id);
    const { email, displayName, language } = account;
    await this.admins.keepOneBeside(id);
    const now = this.clock.now();
    account.close(now);
    await this.accounts.update(account);
    for (const grant of await this.accounts.lockGrants(id)) {
      grant.revoke(now);
      await this.accounts.updateGrant(grant);
      this.journal.append(grantEvent('grant.revoked', grant, by));
    }
    await this.accounts.voidLinks(id, now);
    await this.accounts.endSessions(id, now);
    for (const step of this.#steps) await step(id);
    this.journal.append(accountEvent('account.closed', id, by));
    const params = { name: displayName ?? '' };
    if (email !== null) await this.mail.send({ to: email, kind: 'account-closed', language, params });
  }
}
