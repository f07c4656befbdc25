import { Injectable } from '@nestjs/common';
import { newId, Statements, UnitOfWork } from '../database/index.js';
import { Journal } from '../journal/index.js';
import { Clock, Problem, type Actor } from '../kernel/index.js';
import type { Account } from './account.entity.js';
import { AccountsQueries } from './accounts.queries.js';
import { AccountsRepository } from './accounts.repository.js';
import { accountEvent, sessionEvent } from './identity.events.js';
import { Passwords } from './passwords.js';
import { SignInLimits } from './sign-in-limits.js';
import { hashOf, newToken } from './tokens.js';

/** How long a session lasts, whether used or not. */
export const SESSION_HOURS = 12;
const MS_PER_HOUR = 3_600_000;

/**
 * The row of the account is held, so that whoever ends its sessions either comes after and ends this one too, or came
 * before and is seen here. A CTE, so that the driver reports the rows and not only their number.
 */
const START = `
  with usable as (
    select id from accounts
     where id = $3 and password_hash = $6 and confirmed_at is not null and disabled_at is null for share),
  started as (
    insert into sessions (token_hash, id, account_id, started_at, expires_at)
      select $1, $2, id, $4, $5 from usable returning id)
  select id from started`;

/** A session just begun; the token is shown this once. */
export interface Started {
  readonly token: string;
  readonly expiresAt: Date;
  readonly account: Account;
}

/** Signing in and out. */
@Injectable()
export class SessionsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly statements: Statements,
    private readonly accounts: AccountsQueries,
    private readonly repository: AccountsRepository,
    private readonly passwords: Passwords,
    private readonly limits: SignInLimits,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /** Same answer and same work for a wrong password, an unknown, unconfirmed and disabled account: 401. */
  async signIn(email: string, password: string, address: string): Promise<Started> {
    await this.limits.check(email, address);
    const account = await this.accounts.byEmail(email);
    const usable = account !== undefined && account.confirmedAt !== null && account.disabledAt === null;
    const matches = await this.passwords.matches(password, usable ? account.passwordHash : null);
    if (!matches || !account) {
      await this.limits.countFailure(email, address);
      throw new Problem('sign-in-required', { code: 'bad-credentials' });
    }
    await this.limits.forget(email);
    return this.#start(account);
  }

  /** Ends the session of this request at once. */
  async signOut(sessionId: string, by: Actor): Promise<void> {
    await this.unitOfWork.run(async () => {
      await this.statements.rows(
        'session-end',
        'update sessions set ended_at = $2 where id = $1 and ended_at is null',
        [sessionId, this.clock.now()],
      );
      this.journal.append(sessionEvent('session.ended', sessionId, by));
    });
  }

  /** Ends all sessions of a person at once, this one too. */
  async signOutEverywhere(by: Actor): Promise<void> {
    const { accountId } = by;
    if (accountId === null) throw new Problem('sign-in-required');
    await this.unitOfWork.run(async () => {
      await this.repository.endSessions(accountId, this.clock.now());
      this.journal.append(accountEvent('account.sessions-ended', accountId, by));
    });
  }

  async #start(account: Account): Promise<Started> {
    const token = newToken();
    const id = newId();
    const now = this.clock.now();
    const expiresAt = new Date(now.getTime() + SESSION_HOURS * MS_PER_HOUR);
    const by: Actor = {
      kind: 'account',
      accountId: account.id,
      displayName: account.displayName,
      language: account.language,
      grants: [],
    };
    await this.unitOfWork.run(async () => {
      // Checking a password takes a while: meanwhile it may have been chosen anew, or the account disabled.
      const started = await this.statements.rows('session-start', START, [
        hashOf(token),
        id,
        account.id,
        now,
        expiresAt,
        account.passwordHash,
      ]);
      if (started.length === 0) throw new Problem('sign-in-required', { code: 'bad-credentials' });
      this.journal.append(sessionEvent('session.started', id, by));
    });
    return { token, expiresAt, account };
  }
}
