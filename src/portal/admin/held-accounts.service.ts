import { Injectable } from '@nestjs/common';
import { BodiesQueries, type BodyResponse } from '../../bodies/index.js';
import { CouncilsQueries, type CouncilRead } from '../../councils/index.js';
import { AccountsQueries } from '../../platform/identity/index.js';
import { NamesQueries } from '../frame/index.js';
import type { HeldAccount } from './account.page.js';
import { SeatsQueries } from './seats.queries.js';

/** More than anybody holds, and than there are councils and bodies to choose from. */
const MOST_GRANTS = 500;
const MOST_CHOICES = 1000;

/** What a role can be given for. */
export interface Scopes {
  readonly councils: readonly CouncilRead[];
  readonly bodies: readonly BodyResponse[];
}

/** Reads accounts with their roles for those who give them. */
@Injectable()
export class HeldAccounts {
  constructor(
    private readonly accounts: AccountsQueries,
    private readonly councils: CouncilsQueries,
    private readonly bodies: BodiesQueries,
    private readonly names: NamesQueries,
    private readonly seats: SeatsQueries,
  ) {}

  /** An account, its roles, and the names of what they are for. Throws `not-found`. */
  async one(id: string): Promise<HeldAccount> {
    const [account, { items: grants }] = await Promise.all([
      this.accounts.one(id),
      this.accounts.grants(MOST_GRANTS, undefined, { account: id }),
    ]);
    const [names, seats] = await Promise.all([
      this.names.of(...grants.flatMap(({ councilId, bodyId }) => [councilId, bodyId])),
      this.seats.of(...grants.map(({ memberId }) => memberId)),
    ]);
    return { account, grants, names, seats };
  }

  /** The councils and bodies for which a role can be given. */
  async scopes(): Promise<Scopes> {
    const [councils, bodies] = await Promise.all([
      this.councils.list({ limit: MOST_CHOICES }, null, (council) => council),
      this.bodies.bodies({ limit: MOST_CHOICES }),
    ]);
    return { councils: councils.items, bodies: bodies.items };
  }
}
