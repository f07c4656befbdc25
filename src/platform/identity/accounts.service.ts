import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../database/index.js';
import { Journal } from '../journal/index.js';
import { Mail } from '../mail/index.js';
import { ANONYMOUS, Clock, conflict, invalidAt, notPossibleNow, type Actor } from '../kernel/index.js';
import { newAccount, type Account, type NewAccount } from './account.entity.js';
import { AccountLinks } from './account-links.service.js';
import { AccountsRepository } from './accounts.repository.js';
import { Admins } from './admins.service.js';
import { accountEvent, holderOf } from './identity.events.js';
import { LetterLimits } from './letter-limits.js';
import { Passwords } from './passwords.js';

/** Accounts: signing up, confirming the address, invitations, disabling and enabling. */
@Injectable()
export class AccountsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly accounts: AccountsRepository,
    private readonly admins: Admins,
    private readonly links: AccountLinks,
    private readonly limits: LetterLimits,
    private readonly passwords: Passwords,
    private readonly journal: Journal,
    private readonly mail: Mail,
    private readonly clock: Clock,
  ) {}

  /**
   * Makes an unconfirmed account and sends the link. A known address gets a letter instead; the answer is the same.
   * `from` is the network address of who asks; throws `too-many`.
   */
  async signUp(wanted: NewAccount & { password: string }, from: string): Promise<void> {
    await this.limits.count(wanted.email, from);
    const passwordHash = await this.passwords.hash(wanted.password);
    await this.unitOfWork.run(async () => {
      const known = await this.accounts.lockByEmail(wanted.email);
      if (known?.confirmedAt) return this.#tellKnown(known);
      // Nobody has proved to own the address yet: the password goes with the link, so that a stranger who signed up
      // with it first has no password to the account that its owner confirms.
      const account = known ?? (await this.#open(wanted));
      await this.links.send(account, 'confirmation', passwordHash);
      const what = known ? 'account.link-renewed' : 'account.signed-up';
      this.journal.append(accountEvent(what, account.id, holderOf(account)));
    });
  }

  /** Prepares an account for a person, who chooses the password by the link in the letter. */
  async invite(wanted: NewAccount, by: Actor): Promise<Account> {
    return this.unitOfWork.run(async () => {
      if (await this.accounts.lockByEmail(wanted.email)) throw conflict('address-has-account');
      const account = await this.#open(wanted);
      await this.links.send(account, 'invitation');
      this.journal.append(accountEvent('account.invited', account.id, by));
      return account;
    });
  }

  /** Uses the link of a letter, once. It needs the password unless one was chosen together with it. */
  async confirm(token: string, password: string | undefined): Promise<Account> {
    const passwordHash = password === undefined ? undefined : await this.passwords.hash(password);
    return this.unitOfWork.run(async () => {
      const now = this.clock.now();
      const link = await this.links.use(token, 'confirmation', 'invitation');
      const chosen = link.passwordHash ?? passwordHash;
      if (chosen === undefined) throw invalidAt('/password', 'text-expected');
      const account = await this.accounts.lock(link.accountId);
      account.confirm(now, chosen);
      await this.accounts.update(account);
      this.journal.append(accountEvent('account.confirmed', account.id, holderOf(account)));
      return account;
    });
  }

  /**
   * Ends the use of an account and its sessions from the next request on. Throws `not-possible-now` for one's own
   * account and for the last administrator's.
   */
  async disable(id: string, by: Actor, expected?: number): Promise<Account> {
    return this.unitOfWork.run(async () => {
      const account = await this.accounts.lock(id, expected);
      if (id === by.accountId) throw notPossibleNow('own-account');
      await this.admins.keepOneBeside(id);
      const now = this.clock.now();
      account.disable(now);
      await this.accounts.update(account);
      await this.accounts.endSessions(id, now);
      this.journal.append(accountEvent('account.disabled', id, by));
      return account;
    });
  }

  /** Lets a disabled account be used again; its holder signs in anew. Throws `conflict` when it is not disabled. */
  async enable(id: string, by: Actor, expected?: number): Promise<Account> {
    return this.unitOfWork.run(async () => {
      const account = await this.accounts.lock(id, expected);
      account.enable();
      await this.accounts.update(account);
      this.journal.append(accountEvent('account.enabled', id, by));
      return account;
    });
  }

  /** True when somebody has an account. */
  any(): Promise<boolean> {
    return this.accounts.any();
  }

  /** A confirmed account with a password, made without letters: for the demonstration only, whose accounts share one. */
  async openConfirmed(wanted: NewAccount, passwordHash: string, by: Actor): Promise<Account> {
    return this.unitOfWork.run(async () => {
      const account = await this.#open(wanted);
      account.confirm(this.clock.now(), passwordHash);
      await this.accounts.update(account);
      this.journal.append(accountEvent('account.confirmed', account.id, by));
      return account;
    });
  }

  /** Whoever is known by his mail alone chooses a password by the letter: the one that was sent may be a stranger's. */
  async #tellKnown(account: Account): Promise<void> {
    const { id, email, passwordHash, language, displayName } = account;
    if (passwordHash === null) {
      await this.links.send(account, 'reset');
      this.journal.append(accountEvent('account.reset-asked', id, ANONYMOUS));
    } else if (email !== null) {
      await this.mail.send({ to: email, kind: 'address-taken', language, params: { name: displayName ?? '' } });
    }
  }

  async #open(wanted: NewAccount): Promise<Account> {
    const account = newAccount(wanted, this.clock.now());
    await this.accounts.insert(account);
    return account;
  }
}
