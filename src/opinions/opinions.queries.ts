import { Injectable } from '@nestjs/common';
import { Statements } from '../platform/database/index.js';
import { versioned } from '../platform/http/index.js';
import { Clock, keysOf, notFound, pageOf, type Actor, type LocalDate, type Page } from '../platform/kernel/index.js';
import { breachesOf, isOverdue } from './opinion.deadlines.js';
import { opinionLifecycle } from './opinion.lifecycle.js';
import { mayAnswer } from './opinion.policy.js';
import type { OpinionsQuery } from './opinions.requests.js';
import type { OpinionAnswerResponse, OpinionResponse } from './opinions.responses.js';

/** Columns that are shown as they are. */
type Shown = Omit<OpinionResponse, 'overdue' | 'response' | 'breaches' | 'moves'>;

/** An answer, each part null while there is none. */
type Answer = { [K in keyof OpinionAnswerResponse]: OpinionAnswerResponse[K] | null };

/** An opinion as it is read. */
export type OpinionRead = Shown &
  Answer & { readonly version: number; readonly withdrawn: boolean } & Record<string, unknown>;

/** What a list of opinions may be narrowed by. */
export type OpinionsWish = Pick<
  OpinionsQuery,
  'limit' | 'after' | 'modifiedSince' | 'consultation' | 'council' | 'body' | 'state' | 'overdue'
>;

const OPINION = `o.id, o.version, o.state, o.consultation_id as "consultationId", o.body_id as "bodyId",
  o.draft_version as "draftVersion", o.channel, o.council_id as "councilId", k.name as "councilName", o.organization,
  o.agenda_item_id as "agendaItemId", i.meeting_id as "meetingId", o.stance, o.text, o.received_on as "receivedOn",
  o.entered_on as "enteredOn", o.term_rule as "termRule", o.term_ends_on as "termEndsOn", o.late, o.due_on as "dueOn",
  o.provisional, o.answered_on as "answeredOn", o.decision, o.letter, o.reasons, o.signed_by as "signedBy",
  c.state = 'withdrawn' as withdrawn`;

const FROM = `from opinions o join consultations c on c.id = o.consultation_id
  left join councils k on k.id = o.council_id
  left join agenda_items i on i.id = o.agenda_item_id`;

/** All on one draft ($1), in the order of their entry. */
export const OPINIONS = `select ${OPINION} ${FROM} where o.consultation_id = $1 order by o.id`;

/** An answer is owed and has not come by `$7`; the same as `isOverdue`. */
const OVERDUE = `(o.state = 'given' and c.state <> 'withdrawn' and o.due_on is not null and o.due_on < $7::date)`;

/** Reads of opinions; all of them are public. */
@Injectable()
export class OpinionsQueries {
  constructor(
    private readonly statements: Statements,
    private readonly clock: Clock,
  ) {}

  /** Throws `not-found`. */
  async one(id: string, by: Actor): Promise<OpinionResponse> {
    const row = await this.statements.row<OpinionRead>('opinion', `select ${OPINION} ${FROM} where o.id = $1`, [id]);
    if (!row) throw notFound();
    const response = opinionResponse(row, this.clock.today());
    if (by.kind === 'anonymous') return versioned(response, row.version);
    const isOpen = !row.withdrawn && mayAnswer(by, row) === 'allowed';
    const moves = isOpen ? opinionLifecycle.possible(row.state) : [];
    return versioned(Object.assign(response, { moves }), row.version);
  }

  /** All on one draft, in the order of their entry; one statement. */
  async ofConsultation(consultationId: string): Promise<OpinionResponse[]> {
    const rows = await this.statements.rows<OpinionRead>('opinions-of-consultation', OPINIONS, [consultationId]);
    const today = this.clock.today();
    return rows.map((row) => opinionResponse(row, today));
  }

  /** The latest first. */
  async list(wish: OpinionsWish): Promise<Page<OpinionResponse>> {
    const { limit, after, modifiedSince, consultation, council, body, state, overdue } = wish;
    const today = this.clock.today();
    const [from] = keysOf(after, ['id']) ?? [null];
    const rows = await this.statements.rows<OpinionRead>(
      'opinions',
      `select ${OPINION} ${FROM}
       where ($1::uuid is null or o.id < $1) and ($2::uuid is null or o.consultation_id = $2)
         and ($3::uuid is null or o.council_id = $3) and ($4::uuid is null or o.body_id = $4)
         and ($5::text is null or o.state = $5) and ($6::boolean is null or ${OVERDUE} = $6)
         and ($8::timestamptz is null or o.id::text in (select j.subject_id from journal j
           where j.subject_kind = 'opinion' and j.public and j.seq >= coalesce(
             (select min(s.seq) from journal s where s.at >= $8), 9223372036854775807)))
       order by o.id desc limit $9`,
      [
        ...[from, consultation ?? null, council ?? null, body ?? null, state ?? null, overdue ?? null],
        ...[today, modifiedSince ?? null, limit + 1],
      ],
    );
    return pageOf(
      rows,
      limit,
      (row) => [row.id],
      (row) => opinionResponse(row, today),
    );
  }
}

/** The opinion as everyone sees it on this day. */
export function opinionResponse(row: OpinionRead, today: LocalDate): OpinionResponse {
  const { id, state, consultationId, bodyId, draftVersion, channel, councilId, organization, agendaItemId } = row;
  const {
    councilName,
    meetingId,
    stance,
    text,
    receivedOn,
    enteredOn,
    termRule,
    termEndsOn,
    late,
    dueOn,
    provisional,
  } = row;
  return {
    ...{ id, state, consultationId, bodyId, draftVersion, channel, councilId, organization, agendaItemId },
    ...{ councilName, meetingId, stance, text, receivedOn, enteredOn, termRule, termEndsOn, late, dueOn, provisional },
    overdue: isOverdue(row, today),
    response: answerOf(row),
    breaches: breachesOf(row),
  };
}

function answerOf({ decision, letter, reasons, signedBy, answeredOn }: OpinionRead): OpinionAnswerResponse | null {
  if (decision === null || signedBy === null || answeredOn === null) return null;
  return { decision, letter, reasons, signedBy, answeredOn };
}
