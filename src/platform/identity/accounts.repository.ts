import { Injectable } from '@nestjs/common';
import { Rows, Statements, UnitOfWork } from '../database/index.js';
import { Account } from './account.entity.js';

/** A single-use link that was just used. */
export interface UsedLink {
  readonly accountId: string;
  readonly purpose: 'confirmation' | 'invitation';
  /** The password chosen at sign-up; null for an invitation. */
  readonly passwordHash: string | null;
}

/** A single-use link to be stored; the token itself is only in the letter. */
export interface NewLink extends UsedLink {
  readonly tokenHash: Buffer;
  readonly expiresAt: Date;
}

/** Accounts and the links in their letters. */
@Injectable()
export class AccountsRepository {
  constructor(
    private readonly rows: Rows,
    private readonly statements: Statements,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  lock(id: string, expected?: number): Promise<Account> {
    return this.rows.lock(Account, id, expected);
  }

  /** By address, without regard to case; null when nobody has it. */
  lockByEmail(email: string): Promise<Account | null> {
    const where = { email: email.toLowerCase() };
    return this.unitOfWork.manager.findOne(Account, { where, lock: { mode: 'pessimistic_write' } });
  }

  async any(): Promise<boolean> {
    return (await this.statements.row('account-any', 'select 1 from accounts limit 1')) !== undefined;
  }

  insert(account: Account): Promise<void> {
    return this.rows.insert(Account, account);
  }

  update(account: Account): Promise<void> {
    return this.rows.update(Account, account);
  }

  async insertLink(link: NewLink): Promise<void> {
    await this.statements.rows(
      'account-link-insert',
      `insert into account_links (token_hash, account_id, purpose, password_hash, expires_at)
       values ($1, $2, $3, $4, $5)`,
      [link.tokenHash, link.accountId, link.purpose, link.passwordHash, link.expiresAt],
    );
  }

  /** Marks a link used; undefined when it is unknown, used or expired. */
  async useLink(tokenHash: Buffer, now: Date): Promise<UsedLink | undefined> {
    // A CTE, so that the driver reports the rows and not only their number.
    return this.statements.row<UsedLink & Record<string, unknown>>(
      'account-link-use',
      `with used as (
         update account_links set used_at = $2 where token_hash = $1 and used_at is null and expires_at > $2
         returning account_id, purpose, password_hash)
       select account_id as "accountId", purpose, password_hash as "passwordHash" from used`,
      [tokenHash, now],
    );
  }
}
