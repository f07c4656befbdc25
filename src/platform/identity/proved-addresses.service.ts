import { Injectable } from '@nestjs/common';
import { Journal } from '../journal/index.js';
import { Clock, notPossibleNow, type Actor, type Language } from '../kernel/index.js';
import { newAccount, takesName, unnamed, type Account } from './account.entity.js';
import { AccountsQueries } from './accounts.queries.js';
import { AccountsRepository } from './accounts.repository.js';
import { accountEvent, holderOf } from './identity.events.js';

/** Who has just proved, by the link of a letter, that the mail of an address is his. */
export interface Reader {
  readonly email: string;
  /** Null where he has said no name. */
  readonly displayName: string | null;
  readonly language: Language;
}

/**
 * People known by their mail alone. Each has an account as anybody else, without a password: it begins no session, and
 * one can be chosen by the letter of recovery, which is the same proof.
 */
@Injectable()
export class ProvedAddresses {
  constructor(
    private readonly queries: AccountsQueries,
    private readonly accounts: AccountsRepository,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /** The name under which he would be shown: of his account, else as he says. */
  async nameOf({ email, displayName, language }: Reader): Promise<string> {
    const known = await this.queries.byEmail(email);
    const own = known && !(displayName !== null && takesName(known)) ? known.displayName : displayName;
    return own ?? unnamed(language);
  }

  /** The holder of the account of an address, in the act's transaction. Throws `not-possible-now` for a disabled one. */
  async holder(reader: Reader): Promise<Actor> {
    const known = await this.queries.byEmail(reader.email);
    // Nothing is locked where nothing is changed: comments of the same person come in meanwhile.
    const account = known && isSettled(known, reader) ? known : await this.#settle(reader);
    const { id: accountId, displayName, language, disabledAt } = account;
    if (disabledAt) throw notPossibleNow('account-disabled');
    return { kind: 'account', accountId, displayName, language, grants: [] };
  }

  async #settle({ email, displayName, language }: Reader): Promise<Account> {
    const now = this.clock.now();
    const known = await this.accounts.lockByEmail(email);
    const account = known ?? newAccount({ email, language, displayName: displayName ?? unnamed(language) }, now);
    const isProved = account.confirmedAt !== null;
    account.prove(now, displayName);
    await (known ? this.accounts.update(account) : this.accounts.insert(account));
    if (!isProved) this.journal.append(accountEvent('account.confirmed', account.id, holderOf(account)));
    return account;
  }
}

function isSettled(account: Account, { displayName }: Reader): boolean {
  return account.confirmedAt !== null && (displayName === null || !takesName(account));
}
