import { Injectable } from '@nestjs/common';
import { opinionRule } from '../consultations/index.js';
import { Statements } from '../platform/database/index.js';
import { Clock, type LocalDate, type LocalizedText } from '../platform/kernel/index.js';
import { standingOn, type NoticeFacts } from './opinion.deadlines.js';
import type { NoticeStandingResponse } from './opinions.responses.js';

/** A notice as it is read. */
export interface NoticeRead extends NoticeFacts, Record<string, unknown> {
  readonly councilId: string;
  readonly councilName: LocalizedText;
  readonly notifiedOn: LocalDate;
  readonly actType: string;
  readonly opinionId: string | null;
}

/** How the opinions of one council came, up to a day. */
export interface OpinionCounts {
  readonly inTime: number;
  readonly late: number;
  /** Terms that passed without an opinion in time (K2); late ones are among them. */
  readonly silent: number;
  /** Not given, and there is still time. */
  readonly awaited: number;
  readonly accepted: number;
  readonly partly: number;
  readonly rejected: number;
  /** Not answered although the last day has passed (K3). */
  readonly overdue: number;
}

/** The last day that counts for a term: the text was taken back, or today (`$2`); the same as in `standingOn`. */
const LAST_DAY = 'least(c.withdrawn_on, $2::date)';
const NOT_IN_TIME = 'o.late is distinct from false';
const OVER = `(not n.opinion_due_provisional and ${LAST_DAY} > n.opinion_due_on)`;

/** Notices of one consultation ($1). */
export const NOTICES = `
  select n.council_id as "councilId", k.name as "councilName", n.notified_on as "notifiedOn", c.act_type as "actType",
    n.opinion_due_on as "dueOn", n.opinion_due_provisional as provisional, c.withdrawn_on as "withdrawnOn",
    o.late, o.id as "opinionId"
  from consultation_councils n join consultations c on c.id = n.consultation_id join councils k on k.id = n.council_id
    left join opinions o on o.consultation_id = n.consultation_id and o.council_id = n.council_id
  where n.consultation_id = $1 and n.notified_on is not null order by n.council_id`;

/** Reads of the notices to councils: what is awaited, what silence came to (K2). Nothing of it is stored. */
@Injectable()
export class NoticesQueries {
  constructor(
    private readonly statements: Statements,
    private readonly clock: Clock,
  ) {}

  /** Where the notified councils of a consultation stand today; none where no notice is recorded. */
  async of(consultationId: string): Promise<NoticeStandingResponse[]> {
    const rows = await this.statements.rows<NoticeRead>('opinion-notices', NOTICES, [consultationId]);
    const today = this.clock.today();
    return rows.map((row) => noticeResponse(row, today));
  }

  /** The opinions of one council in numbers; one statement. */
  async counts(councilId: string): Promise<OpinionCounts> {
    const row = await this.statements.row<OpinionCounts & Record<string, unknown>>(
      'opinion-counts',
      `select count(*) filter (where not o.late)::int as "inTime", count(*) filter (where o.late)::int as late,
         count(*) filter (where ${NOT_IN_TIME} and ${OVER})::int as silent,
         count(*) filter (where ${NOT_IN_TIME} and not ${OVER} and c.withdrawn_on is null)::int as awaited,
         count(*) filter (where o.decision = 'accepted')::int as accepted,
         count(*) filter (where o.decision = 'partly')::int as partly,
         count(*) filter (where o.decision = 'rejected')::int as rejected,
         count(*) filter (where o.state = 'given' and o.due_on < $2::date and c.state <> 'withdrawn')::int as overdue
       from consultation_councils n join consultations c on c.id = n.consultation_id
         left join opinions o on o.consultation_id = n.consultation_id and o.council_id = n.council_id
       where n.council_id = $1 and n.notified_on is not null`,
      [councilId, this.clock.today()],
    );
    if (!row) throw new Error('A count without a row.');
    return row;
  }
}

/** Where a notified council stands on this day. */
export function noticeResponse(row: NoticeRead, today: LocalDate): NoticeStandingResponse {
  const { councilId, councilName, notifiedOn, actType, dueOn, provisional, opinionId } = row;
  const standing = standingOn(row, today);
  const silenceRule = standing === 'silent' ? 'K2' : null;
  return {
    councilId,
    councilName,
    notifiedOn,
    termRule: opinionRule(actType),
    dueOn,
    provisional,
    standing,
    silenceRule,
    opinionId,
  };
}
