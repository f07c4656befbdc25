import { Injectable } from '@nestjs/common';
import { Statements } from '../database/index.js';
import { notFound } from '../kernel/index.js';

/** All that this folder and the journal hold about a person. Instants are ISO 8601. */
export interface PersonalData {
  readonly account: Readonly<Record<string, unknown>>;
  readonly roles: readonly Readonly<Record<string, unknown>>[];
  readonly sessions: readonly Readonly<Record<string, unknown>>[];
  readonly links: readonly Readonly<Record<string, unknown>>[];
  readonly requestKeys: readonly Readonly<Record<string, unknown>>[];
  readonly acts: readonly Readonly<Record<string, unknown>>[];
}

const WHAT = `
  json_build_object('id', a.id, 'email', a.email, 'displayName', a.display_name, 'language', a.language,
    'createdAt', a.created_at, 'confirmedAt', a.confirmed_at, 'hasPassword', a.password_hash is not null) as account,
  coalesce((select json_agg(json_build_object('role', g.role, 'councilId', g.council_id, 'bodyId', g.body_id,
      'memberId', g.member_id, 'grantedAt', g.granted_at, 'revokedAt', g.revoked_at) order by g.id)
    from grants g where g.account_id = a.id), '[]') as roles,
  coalesce((select json_agg(json_build_object('id', s.id, 'startedAt', s.started_at, 'expiresAt', s.expires_at,
      'endedAt', s.ended_at) order by s.started_at, s.id)
    from sessions s where s.account_id = a.id), '[]') as sessions,
  coalesce((select json_agg(json_build_object('purpose', l.purpose, 'expiresAt', l.expires_at, 'usedAt', l.used_at)
      order by l.expires_at)
    from account_links l where l.account_id = a.id), '[]') as links,
  coalesce((select json_agg(json_build_object('route', k.route, 'key', k.key, 'createdAt', k.created_at)
      order by k.created_at)
    from idempotency_keys k where k.account_id = a.id), '[]') as "requestKeys",
  coalesce((select json_agg(json_build_object('seq', j.seq, 'at', j.at, 'what', j.what, 'subjectKind', j.subject_kind,
      'subjectId', j.subject_id, 'public', j.public) order by j.seq)
    from journal j where j.actor_id = a.id), '[]') as acts`;

/** What is held about a person, for himself to read. Secrets are not in it, even hashed. */
@Injectable()
export class PersonalDataQueries {
  constructor(private readonly statements: Statements) {}

  /** Everything, in one statement. Throws `not-found`. */
  async of(accountId: string): Promise<PersonalData> {
    const row = await this.statements.row<PersonalData & Record<string, unknown>>(
      'personal-data',
      `select ${WHAT} from accounts a where a.id = $1 and a.closed_at is null`,
      [accountId],
    );
    if (!row) throw notFound();
    return row;
  }
}
