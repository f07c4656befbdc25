import { Injectable } from '@nestjs/common';
import { Statements } from '../database/index.js';
import { versioned } from '../http/index.js';
import { keysOf, notFound, pageOf, type Page, type Role } from '../kernel/index.js';
import type { Account, AccountState } from './account.entity.js';
import type { GivenRole } from './identity.requests.js';
import { accountResponse, type AccountResponse, type GrantResponse } from './identity.responses.js';

const ACCOUNT = `id, version, email, display_name as "displayName", language, password_hash as "passwordHash",
  created_at as "createdAt", confirmed_at as "confirmedAt", disabled_at as "disabledAt",
  closed_at as "closedAt"`;

const GRANT = `g.id, g.version, g.account_id as "accountId", g.role, g.council_id as "councilId", g.body_id as "bodyId",
  g.member_id as "memberId", g.granted_at as "grantedAt"`;

type AccountRow = Account & Record<string, unknown>;
type GrantRead = GrantResponse & { version: number } & Record<string, unknown>;

/** Which accounts to list; `q` is a part of the address or name. */
export interface AccountFilter {
  readonly q?: string | undefined;
  readonly state?: AccountState | undefined;
  readonly role?: GivenRole | undefined;
}

/** Which grants to list. */
export interface GrantFilter {
  readonly account?: string | undefined;
  readonly council?: string | undefined;
  readonly body?: string | undefined;
}

/** Reads of accounts and grants. */
@Injectable()
export class AccountsQueries {
  constructor(private readonly statements: Statements) {}

  byEmail(email: string): Promise<Account | undefined> {
    return this.statements.row<AccountRow>('account-by-email', `select ${ACCOUNT} from accounts where email = $1`, [
      email.toLowerCase(),
    ]);
  }

  /** With what only signing in needs. Throws `not-found`, also for one that was closed. */
  async whole(id: string): Promise<Account> {
    const row = await this.statements.row<AccountRow>('account', `select ${ACCOUNT} from accounts where id = $1`, [id]);
    if (!row || row.closedAt) throw notFound();
    return row;
  }

  /** Throws `not-found`, also for one that was closed: it is nobody's any more. */
  async one(id: string): Promise<AccountResponse> {
    return accountResponse(await this.whole(id));
  }

  /** Oldest first, without those that were closed. */
  async list(limit: number, after: string | undefined, filter: AccountFilter): Promise<Page<AccountResponse>> {
    const [from] = keysOf(after, ['id']) ?? [null];
    const rows = await this.statements.rows<AccountRow>(
      'accounts',
      `select ${ACCOUNT} from accounts where closed_at is null and ($1::text is null or id > $1::uuid)
         and ($2::text is null or strpos(email, lower($2)) > 0 or strpos(lower(display_name), lower($2)) > 0)
         and ($3::text is null or $3 = case when disabled_at is not null then 'disabled'
           when confirmed_at is null then 'unconfirmed' else 'active' end)
         and ($4::text is null or exists (
           select from grants g where g.account_id = accounts.id and g.role = $4 and g.revoked_at is null))
       order by id limit $5`,
      [from, filter.q ?? null, filter.state ?? null, filter.role ?? null, limit + 1],
    );
    return pageOf(rows, limit, (row) => [row.id], accountResponse);
  }

  /** The roles in force of these accounts, each once, in one statement. */
  async rolesOf(accountIds: readonly string[]): Promise<ReadonlyMap<string, readonly Role[]>> {
    const rows = await this.statements.rows<{ id: string; roles: Role[] }>(
      'accounts-roles',
      `select account_id as id, array_agg(distinct role order by role) as roles from grants
        where account_id = any($1::uuid[]) and revoked_at is null group by account_id`,
      [accountIds],
    );
    return new Map(rows.map(({ id, roles }) => [id, roles]));
  }

  /** Throws `not-found`. */
  async grant(id: string): Promise<GrantResponse> {
    const row = await this.statements.row<GrantRead>('grant', `select ${GRANT} from grants g where g.id = $1`, [id]);
    if (!row) throw notFound();
    return shapeOfGrant(row);
  }

  /** Grants in force, oldest first. */
  async grants(limit: number, after: string | undefined, filter: GrantFilter): Promise<Page<GrantResponse>> {
    const [from] = keysOf(after, ['id']) ?? [null];
    const rows = await this.statements.rows<GrantRead>(
      'grants',
      `select ${GRANT} from grants g where g.revoked_at is null and ($1::text is null or g.id > $1::uuid)
         and ($2::uuid is null or g.account_id = $2) and ($3::uuid is null or g.council_id = $3)
         and ($4::uuid is null or g.body_id = $4)
       order by g.id limit $5`,
      [from, filter.account ?? null, filter.council ?? null, filter.body ?? null, limit + 1],
    );
    return pageOf(rows, limit, (row) => [row.id], shapeOfGrant);
  }
}

function shapeOfGrant({ version, ...grant }: GrantRead): GrantResponse {
  const { id, accountId, role, councilId, bodyId, memberId, grantedAt } = grant;
  return versioned({ id, accountId, role, councilId, bodyId, memberId, grantedAt }, version);
}
