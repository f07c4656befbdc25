import { Injectable } from '@nestjs/common';
import { Env } from '../config/index.js';
import { Mail } from '../mail/index.js';
import { Clock, notPossibleNow } from '../kernel/index.js';
import type { Account } from './account.entity.js';
import { AccountsRepository, type LinkPurpose, type UsedLink } from './accounts.repository.js';
import { hashOf, newToken } from './tokens.js';

/** How many hours a link in a letter can be used. */
export const LINK_HOURS: Readonly<Record<LinkPurpose, number>> = { confirmation: 24, invitation: 168, reset: 1 };

const PAGES: Readonly<Record<LinkPurpose, string>> = {
  confirmation: 'confirm',
  invitation: 'confirm',
  reset: 'new-password',
};

const MS_PER_HOUR = 3_600_000;

/** The single-use links in letters to holders of accounts. */
@Injectable()
export class AccountLinks {
  constructor(
    private readonly accounts: AccountsRepository,
    private readonly mail: Mail,
    private readonly clock: Clock,
    private readonly env: Env,
  ) {}

  /** Sends a new link, in the act's transaction. A password goes with it where one was chosen already. */
  async send(account: Account, purpose: LinkPurpose, passwordHash: string | null = null): Promise<void> {
    const { id: accountId, email, displayName, language } = account;
    if (email === null) return;
    const token = newToken();
    const hours = LINK_HOURS[purpose];
    const expiresAt = new Date(this.clock.now().getTime() + hours * MS_PER_HOUR);
    await this.accounts.insertLink({ tokenHash: hashOf(token), accountId, purpose, passwordHash, expiresAt });
    const link = `${this.env.publicUrl}/${language}/${PAGES[purpose]}?token=${token}`;
    await this.mail.send({ to: email, kind: purpose, language, params: { name: displayName ?? '', link, hours } });
  }

  /** Uses a link, once, in the act's transaction. Throws `not-possible-now` for one that is of no use. */
  async use(token: string, ...purposes: LinkPurpose[]): Promise<UsedLink> {
    const link = await this.accounts.useLink(hashOf(token), this.clock.now(), purposes);
    if (!link) throw notPossibleNow('link-not-valid');
    return link;
  }

  /** What a link could be used for now, and whether a password must be chosen with it; undefined when for nothing. */
  async look(token: string): Promise<{ purpose: LinkPurpose; asksPassword: boolean } | undefined> {
    const link = await this.accounts.findLink(hashOf(token), this.clock.now());
    return link && { purpose: link.purpose, asksPassword: link.passwordHash === null };
  }
}
