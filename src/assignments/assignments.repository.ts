import { Injectable } from '@nestjs/common';
import { Consultation } from '../consultations/index.js';
import { Rows, Statements } from '../platform/database/index.js';

/** Comments as an assignment finds them. */
export interface Found {
  readonly id: string;
  readonly waits: boolean;
}

/** Who answers which comments, for change: by one statement, however many they are. */
@Injectable()
export class AssignmentsRepository {
  constructor(
    private readonly rows: Rows,
    private readonly statements: Statements,
  ) {}

  /** The consultation, kept in its state while this act lasts. Throws `not-found`. */
  consultation(id: string): Promise<Consultation> {
    return this.rows.share(Consultation, id);
  }

  /** Those of the comments that are the consultation's. */
  find(consultationId: string, ids: readonly string[]): Promise<Found[]> {
    return this.statements.rows<Found & Record<string, unknown>>(
      'assignment-find',
      `select id, state = 'accepted' as waits from comments where consultation_id = $1 and id = any($2::uuid[])`,
      [consultationId, ids],
    );
  }

  /** Those of a group of the consultation that wait; undefined where it has no such group. */
  async ofGroup(consultationId: string, groupId: string): Promise<Found[] | undefined> {
    const row = await this.statements.row<{ ids: string[] }>(
      'assignment-group',
      `select array(select c.id from comments c where c.group_id = g.id and c.state = 'accepted' order by c.number) as ids
       from comment_groups g where g.id = $2 and g.consultation_id = $1`,
      [consultationId, groupId],
    );
    return row?.ids.map((id) => ({ id, waits: true }));
  }

  /** The comments are this officer's from now on, or nobody's. */
  async assign(
    consultationId: string,
    ids: readonly string[],
    to: string | null,
    { by, at }: { readonly by: string | null; readonly at: Date },
  ): Promise<void> {
    if (to === null) {
      await this.statements.rows(
        'assignment-end',
        'delete from comment_assignments where comment_id = any($1::uuid[])',
        [ids],
      );
      return;
    }
    await this.statements.rows(
      'assignment-set',
      `insert into comment_assignments (comment_id, consultation_id, account_id, assigned_by, assigned_at)
       select id, $2, $3, $4, $5 from unnest($1::uuid[]) id order by id
       on conflict (comment_id) do update set account_id = excluded.account_id, assigned_by = excluded.assigned_by,
         assigned_at = excluded.assigned_at`,
      [ids, consultationId, to, by, at],
    );
  }

  /** Nothing is a person's any more who has closed the account. */
  async leave(accountId: string): Promise<void> {
    await this.statements.rows('assignment-leave', 'delete from comment_assignments where account_id = $1', [
      accountId,
    ]);
  }
}
