import { Injectable } from '@nestjs/common';
import { Statements } from '../../platform/database/index.js';

/** Somebody who has a role in a council, by account. */
export interface CouncilGrant {
  readonly id: string;
  readonly role: 'secretary' | 'member';
  readonly displayName: string;
  readonly email: string;
  /** The seat of a member. */
  readonly memberId: string | null;
}

/** The accounts that work for a council. */
@Injectable()
export class CouncilGrantsQueries {
  constructor(private readonly statements: Statements) {}

  /** Grants in force, secretaries first, then by name. */
  of(councilId: string): Promise<CouncilGrant[]> {
    return this.statements.rows<CouncilGrant & Record<string, unknown>>(
      'portal-council-grants',
      `select g.id, g.role, a.display_name as "displayName", a.email, g.member_id as "memberId"
       from grants g join accounts a on a.id = g.account_id
       where g.council_id = $1 and g.revoked_at is null and a.closed_at is null
       order by g.role desc, a.display_name collate "kk-x-icu", g.id`,
      [councilId],
    );
  }
}
