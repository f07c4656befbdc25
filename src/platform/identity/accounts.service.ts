import { Injectable } from '@nestjs/common';
import { Env } from '../config/index.js';
import { newId, UnitOfWork } from '../database/index.js';
import { Journal } from '../journal/index.js';
import { Mail } from '../mail/index.js';
import { Clock, conflict, invalidAt, notPossibleNow, type Actor, type Language } from '../kernel/index.js';
import { accountEvent } from './identity.events.js';
import { Account } from './account.entity.js';
import { AccountsRepository } from './accounts.repository.js';
import { Passwords } from './passwords.js';
import { hashOf, newToken } from './tokens.js';

/** What is known of a person who gets an account. */
export interface NewAccount {
  readonly email: string;
  readonly displayName: string;
  readonly language: Language;
}

/** How long a link in a letter can be used. */
export const CONFIRMATION_HOURS = 24;
export const INVITATION_HOURS = 168;
const MS_PER_HOUR = 3_600_000;

/** Accounts: signing up, confirming the address, invitations, disabling. */
@Injectable()
export class AccountsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly accounts: AccountsRepository,
    private readonly passwords: Passwords,
    private readonly journal: Journal,
    private readonly mail: Mail,
    private readonly clock: Clock,
    private readonly env: Env,
  ) {}

  /** Makes an unconfirmed account and sends the link. A known address gets a letter instead; the answer is the same. */
  async signUp(wanted: NewAccount & { password: string }): Promise<void> {
    const passwordHash = await this.passwords.hash(wanted.password);
    await this.unitOfWork.run(async () => {
      const known = await this.accounts.lockByEmail(wanted.email);
      if (known?.confirmedAt) {
        const { email: to, language, displayName: name } = known;
        await this.mail.send({ to, kind: 'address-taken', language, params: { name } });
        return;
      }
      // Nobody has proved to own the address yet: the password goes with the link, so that a stranger who signed up
      // with it first has no password to the account that its owner confirms.
      const account = known ?? (await this.#open(wanted));
      await this.#sendLink(account, 'confirmation', CONFIRMATION_HOURS, passwordHash);
      const holder = { ...ACCOUNT_HOLDER, accountId: account.id };
      this.journal.append(accountEvent(known ? 'account.link-renewed' : 'account.signed-up', account.id, holder));
    });
  }

  /** Prepares an account for a person, who chooses the password by the link in the letter. */
  async invite(wanted: NewAccount, by: Actor): Promise<Account> {
    return this.unitOfWork.run(async () => {
      if (await this.accounts.lockByEmail(wanted.email)) throw conflict('exists-already');
      const account = await this.#open(wanted);
      await this.#sendLink(account, 'invitation', INVITATION_HOURS);
      this.journal.append(accountEvent('account.invited', account.id, by));
      return account;
    });
  }

  /** Uses the link of a letter, once. An invitation needs the password. */
  async confirm(token: string, password: string | undefined): Promise<Account> {
    const passwordHash = password === undefined ? undefined : await this.passwords.hash(password);
    return this.unitOfWork.run(async () => {
      const now = this.clock.now();
      const link = await this.accounts.useLink(hashOf(token), now);
      if (!link) throw notPossibleNow('link-not-valid');
      const chosen = link.passwordHash ?? passwordHash;
      if (chosen === undefined) throw invalidAt('/password', 'text-expected');
      const account = await this.accounts.lock(link.accountId);
      account.confirm(now, chosen);
      await this.accounts.update(account);
      const holder = { ...ACCOUNT_HOLDER, accountId: account.id };
      this.journal.append(accountEvent('account.confirmed', account.id, holder));
      return account;
    });
  }

  /** Ends the use of an account and of its sessions from the next request on. */
  async disable(id: string, by: Actor, expected?: number): Promise<Account> {
    return this.unitOfWork.run(async () => {
      const account = await this.accounts.lock(id, expected);
      account.disable(this.clock.now());
      await this.accounts.update(account);
      this.journal.append(accountEvent('account.disabled', id, by));
      return account;
    });
  }

  /** True when somebody has an account. */
  any(): Promise<boolean> {
    return this.accounts.any();
  }

  /** A confirmed account with a password, made without letters: for the demonstration only. */
  async openConfirmed(wanted: NewAccount & { password: string }, by: Actor): Promise<Account> {
    const passwordHash = await this.passwords.hash(wanted.password);
    return this.unitOfWork.run(async () => {
      const account = await this.#open(wanted);
      account.confirm(this.clock.now(), passwordHash);
      await this.accounts.update(account);
      this.journal.append(accountEvent('account.confirmed', account.id, by));
      return account;
    });
  }

  async #open({ email, displayName, language }: NewAccount): Promise<Account> {
    const account = Object.assign(new Account(), {
      id: newId(),
      version: 1,
      email: email.toLowerCase(),
      displayName,
      language,
      passwordHash: null,
      createdAt: this.clock.now(),
      confirmedAt: null,
      disabledAt: null,
    });
    await this.accounts.insert(account);
    return account;
  }

  async #sendLink(
    account: Account,
    purpose: 'confirmation' | 'invitation',
    hours: number,
    passwordHash: string | null = null,
  ): Promise<void> {
    const token = newToken();
    const expiresAt = new Date(this.clock.now().getTime() + hours * MS_PER_HOUR);
    await this.accounts.insertLink({
      tokenHash: hashOf(token),
      accountId: account.id,
      purpose,
      passwordHash,
      expiresAt,
    });
    const link = `${this.env.publicUrl}/${account.language}/confirm?token=${token}`;
    const params = { name: account.displayName, link, hours };
    await this.mail.send({ to: account.email, kind: purpose, language: account.language, params });
  }
}

const ACCOUNT_HOLDER = { kind: 'account', displayName: null, language: 'kk', grants: [] } as const;
