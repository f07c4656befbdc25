import { Injectable } from '@nestjs/common';
import { newId, Rows, sqlStateOf, UnitOfWork, constraintOf } from '../database/index.js';
import { Journal } from '../journal/index.js';
import { Clock, conflict, invalidAt, permit, SCOPE_OF_ROLE, type Actor, type Role } from '../kernel/index.js';
import { AccountsQueries } from './accounts.queries.js';
import { Admins } from './admins.service.js';
import { GrantRow } from './grant.entity.js';
import { mayGive } from './grants.policy.js';
import { grantEvent } from './identity.events.js';

/** A role wanted for an account. */
export interface WantedGrant {
  readonly email: string;
  readonly role: Exclude<Role, 'citizen'>;
  readonly councilId?: string;
  readonly bodyId?: string;
  readonly memberId?: string;
}

/** What a folder to the right knows against a grant: throws the problem, inside the act. */
export type GrantCheck = (wanted: WantedGrant, accountId: string) => Promise<void>;

/** Who may do what: roles given and taken away, effective at the next request. */
@Injectable()
export class GrantsService {
  readonly #checks: GrantCheck[] = [];

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly rows: Rows,
    private readonly accounts: AccountsQueries,
    private readonly admins: Admins,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /** Folders to the right register what else the law asks of a grant. */
  register(check: GrantCheck): void {
    this.#checks.push(check);
  }

  /** Throws `invalid` when the scope does not fit the role or names nothing that exists. */
  async give(wanted: WantedGrant, by: Actor): Promise<string> {
    permit(mayGive(by, wanted.role));
    refuseWrongScope(wanted);
    const account = await this.accounts.byEmail(wanted.email);
    if (!account) throw invalidAt('/email', 'not-found');
    const grant = Object.assign(new GrantRow(), {
      id: newId(),
      version: 1,
      accountId: account.id,
      role: wanted.role,
      councilId: wanted.councilId ?? null,
      bodyId: wanted.bodyId ?? null,
      memberId: wanted.memberId ?? null,
      grantedBy: by.accountId,
      grantedAt: this.clock.now(),
      revokedAt: null,
    });
    return this.unitOfWork.run(async () => {
      for (const check of this.#checks) await check(wanted, account.id);
      await this.rows.insert(GrantRow, grant).catch(refuseUnknownScope);
      this.journal.append(grantEvent('grant.given', grant, by));
      return grant.id;
    });
  }

  /** Takes a role away; throws `not-found` or `conflict`, and `not-possible-now` for the last administrator's. */
  async revoke(id: string, by: Actor, expected?: number): Promise<void> {
    await this.unitOfWork.run(async () => {
      const grant = await this.rows.lock(GrantRow, id, expected);
      permit(mayGive(by, grant.role));
      if (grant.role === 'admin' && !grant.revokedAt) await this.admins.keepOneBeside(grant.accountId);
      grant.revoke(this.clock.now());
      await this.rows.update(GrantRow, grant);
      this.journal.append(grantEvent('grant.revoked', grant, by));
    });
  }
}

function refuseWrongScope({ role, councilId, bodyId, memberId }: WantedGrant): void {
  const scope = SCOPE_OF_ROLE[role];
  const fail = (pointer: string): never => {
    throw invalidAt(pointer, 'scope-not-for-role', { scope });
  };
  if ((councilId !== undefined) !== (scope === 'council')) fail('/councilId');
  if ((bodyId !== undefined) !== (scope === 'body')) fail('/bodyId');
  if ((memberId !== undefined) !== (role === 'member')) fail('/memberId');
}

function refuseUnknownScope(error: unknown): never {
  if (sqlStateOf(error) === '23505') throw conflict('grant-exists');
  const column =
    sqlStateOf(error) === '23503' ? /_(council|body|member)_id_/.exec(constraintOf(error) ?? '')?.[1] : undefined;
  if (column) throw invalidAt(`/${column}Id`, 'not-found');
  throw error;
}
