import { Injectable } from '@nestjs/common';
import { notPossibleNow } from '../kernel/index.js';
import { AccountsRepository } from './accounts.repository.js';

/** Administrators: somebody who can give roles must always be left. */
@Injectable()
export class Admins {
  constructor(private readonly accounts: AccountsRepository) {}

  /**
   * To be asked, inside the act, before an account loses its roles or its use. Throws `not-possible-now` when nobody
   * else would be left who can sign in as administrator.
   */
  async keepOneBeside(accountId: string): Promise<void> {
    const admins = await this.accounts.lockAdmins();
    if (admins.includes(accountId) && admins.every((id) => id === accountId)) throw notPossibleNow('last-admin');
  }
}
