import { Injectable } from '@nestjs/common';
import { Statements } from '../../platform/database/index.js';

/** A member of a council as a public record names him. */
export interface NamedAssessor {
  readonly memberId: string;
  readonly familyName: string;
  readonly givenName: string;
  readonly seat: 'civil_society' | 'state_body';
}

/** Who judged, by name: the composition of a council is public (Article 14 of the Law on Public Councils). */
@Injectable()
export class AssessorsQueries {
  constructor(private readonly statements: Statements) {}

  /** The members with these ids, by family name. */
  of(memberIds: readonly string[]): Promise<NamedAssessor[]> {
    return this.statements.rows<NamedAssessor & Record<string, unknown>>(
      'portal-assessors',
      `select m.id as "memberId", p.family_name as "familyName", p.given_name as "givenName", m.seat
         from members m join persons p on p.id = m.person_id where m.id = any($1::uuid[])
         order by p.family_name collate "kk-x-icu", p.given_name collate "kk-x-icu", m.id`,
      [memberIds],
    );
  }
}
