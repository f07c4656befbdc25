import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { Rows, Statements, UnitOfWork } from '../database/index.js';
import { Account } from './account.entity.js';
import { GrantRow } from './grant.entity.js';

/** What a link is for: to prove an address, to accept an invitation, to choose a password anew. */
export type LinkPurpose = 'confirmation' | 'invitation' | 'reset';

/** A single-use link that was just used. */
export interface UsedLink {
  readonly accountId: string;
  readonly purpose: LinkPurpose;
  /** The password chosen at sign-up; null where it is chosen when the link is used. */
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

  /** Marks a link used; undefined when it is unknown, for something else, used or expired. */
  async useLink(tokenHash: Buffer, now: Date, purposes: readonly LinkPurpose[]): Promise<UsedLink | undefined> {
    // A CTE, so that the driver reports the rows and not only their number.
    return this.statements.row<UsedLink & Record<string, unknown>>(
      'account-link-use',
      `with used as (
         update account_links set used_at = $2 where token_hash = $1 and used_at is null and expires_at > $2
           and purpose = any($3)
         returning account_id, purpose, password_hash)
       select account_id as "accountId", purpose, password_hash as "passwordHash" from used`,
      [tokenHash, now, purposes],
    );
  }

  /** A link that could be used now, left as it is. */
  async findLink(tokenHash: Buffer, now: Date): Promise<UsedLink | undefined> {
    return this.statements.row<UsedLink & Record<string, unknown>>(
      'account-link',
      `select account_id as "accountId", purpose, password_hash as "passwordHash" from account_links
        where token_hash = $1 and used_at is null and expires_at > $2`,
      [tokenHash, now],
    );
  }

  /** Makes the links of an account useless and forgets the passwords that went with them. */
  async voidLinks(accountId: string, now: Date): Promise<void> {
    await this.statements.rows(
      'account-links-void',
      `update account_links set used_at = coalesce(used_at, $2), password_hash = null
        where account_id = $1 and (used_at is null or password_hash is not null)`,
      [accountId, now],
    );
  }

  /** Ends all sessions of an account. */
  async endSessions(accountId: string, now: Date): Promise<void> {
    await this.statements.rows(
      'sessions-end',
      'update sessions set ended_at = $2 where account_id = $1 and ended_at is null',
      [accountId, now],
    );
  }

  /** Accounts that can act as administrator now. Their grants are locked, so that two acts do not remove the last two. */
  async lockAdmins(): Promise<string[]> {
    await this.statements.rows(
      'admins-lock',
      `select id from grants where role = 'admin' and revoked_at is null order by id for update`,
    );
    const rows = await this.statements.rows<{ id: string }>(
      'admins',
      `select a.id from accounts a where a.confirmed_at is not null and a.disabled_at is null and exists (
         select from grants g where g.account_id = a.id and g.role = 'admin' and g.revoked_at is null)`,
    );
    return rows.map(({ id }) => id);
  }

  /** The roles an account holds, locked. */
  lockGrants(accountId: string): Promise<GrantRow[]> {
    const where = { accountId, revokedAt: IsNull() };
    return this.unitOfWork.manager.find(GrantRow, { where, order: { id: 'asc' }, lock: { mode: 'pessimistic_write' } });
  }

  updateGrant(grant: GrantRow): Promise<void> {
    return this.rows.update(GrantRow, grant);
  }
}
