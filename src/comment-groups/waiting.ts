/** A consultation with comments that one of our readers has not come to yet. */
export interface Waiting {
  readonly consultationId: string;
  readonly count: number;
  /** Of the comment accepted last, and of the first that waits. */
  readonly newestAt: Date | null;
  readonly oldestAt: Date | null;
}

/**
 * Consultations with comments that wait, the least behind first. `cursors` is the reader's table of cursors, a row a
 * consultation, `done` its column with the number of the last comment that is done.
 */
export function waitingSql(cursors: string, done: string): string {
  return `select k.consultation_id as "consultationId", k.comments - coalesce(u.${done}, 0) as count,
      newest.accepted_at as "newestAt", oldest.accepted_at as "oldestAt"
    from comment_counters k left join ${cursors} u using (consultation_id)
      left join comments newest on newest.consultation_id = k.consultation_id and newest.number = k.comments
      left join comments oldest on oldest.consultation_id = k.consultation_id
        and oldest.number = coalesce(u.${done}, 0) + 1
    where k.comments > coalesce(u.${done}, 0) order by count, k.consultation_id`;
}
