import { Injectable } from '@nestjs/common';
import { Statements } from '../platform/database/index.js';
import { notFound, permit, type Actor, type LocalDate } from '../platform/kernel/index.js';
import { versioned } from '../platform/http/index.js';
import { agendaItemLifecycle } from './agenda-item.lifecycle.js';
import type { AgendaItemResponse, BallotResponse, VoteResultResponse } from './agenda-items.responses.js';
import { noticeBreaches } from './meeting.deadlines.js';
import { AGENDA_OPEN, type MeetingState } from './meeting.lifecycle.js';
import { mayRecord, maySee } from './meeting.policy.js';

/** What other records need to know of an agenda item. */
export interface AgendaItemFacts {
  readonly id: string;
  readonly meetingId: string;
  readonly councilId: string;
  readonly meetingState: MeetingState;
  readonly state: AgendaItemResponse['state'];
  readonly kind: AgendaItemResponse['kind'];
  readonly power: string;
  readonly bodyId: string | null;
  readonly consultationId: string | null;
  readonly assessmentId: string | null;
  readonly outcome: VoteResultResponse['outcome'] | null;
}

type ItemRead = Omit<AgendaItemResponse, 'result' | 'breaches' | 'votes' | 'moves'> & {
  readonly version: number;
  readonly addedOn: LocalDate;
  readonly noticeDueOn: LocalDate | null;
  readonly votedAt: Date | null;
  readonly tally: VoteResultResponse['tally'];
  readonly base: number;
  readonly quorum: VoteResultResponse['quorum'];
  readonly outcome: VoteResultResponse['outcome'];
  readonly votes: BallotResponse[];
} & Record<string, unknown>;

const ITEM = `i.id, i.version, i.meeting_id as "meetingId", i.state, i.position, i.title, i.power, i.kind,
  i.body_id as "bodyId", i.rapporteur, i.speakers, i.head_present as "headPresent", i.materials,
  i.consultation_id as "consultationId", i.assessment_id as "assessmentId", i.added_late as "addedLate",
  i.added_on as "addedOn", m.notice_due_on as "noticeDueOn", i.voted_at as "votedAt", i.tally, i.base, i.quorum,
  i.outcome, (
    select coalesce(json_agg(json_build_object('memberId', v.member_id, 'familyName', p.family_name,
        'givenName', p.given_name, 'patronymic', p.patronymic, 'choice', v.choice)
      order by p.family_name collate "kk-x-icu", p.given_name collate "kk-x-icu", v.member_id), '[]')
    from votes v join members s on s.id = v.member_id join persons p on p.id = s.person_id
    where v.agenda_item_id = i.id) as votes`;

/** Reads of agenda items. */
@Injectable()
export class AgendaItemsQueries {
  constructor(private readonly statements: Statements) {}

  /** Undefined when there is no such item. */
  find(id: string): Promise<AgendaItemFacts | undefined> {
    return this.statements.row<AgendaItemFacts & Record<string, unknown>>(
      'agenda-item-facts',
      `select i.id, i.meeting_id as "meetingId", m.council_id as "councilId", m.state as "meetingState", i.state, i.kind,
         i.power, i.body_id as "bodyId", i.consultation_id as "consultationId", i.assessment_id as "assessmentId",
         i.outcome
       from agenda_items i join meetings m on m.id = i.meeting_id where i.id = $1`,
      [id],
    );
  }

  /** The agenda in its order, with the votes; one statement. */
  async of(meetingId: string): Promise<AgendaItemResponse[]> {
    const rows = await this.statements.rows<ItemRead>(
      'agenda',
      `select ${ITEM} from agenda_items i join meetings m on m.id = i.meeting_id
       where i.meeting_id = $1 order by i.position, i.id`,
      [meetingId],
    );
    return rows.map(itemResponse);
  }

  /** Throws `not-found`, also for those who may not know of the meeting. */
  async one(id: string, by: Actor): Promise<AgendaItemResponse> {
    const row = await this.statements.row<
      ItemRead & { councilId: string; announcedOn: LocalDate | null; meetingState: MeetingState }
    >(
      'agenda-item',
      `select ${ITEM}, m.council_id as "councilId", m.announced_on as "announcedOn", m.state as "meetingState"
       from agenda_items i join meetings m on m.id = i.meeting_id where i.id = $1`,
      [id],
    );
    if (!row) throw notFound();
    const scope = { councilId: row.councilId, isPublic: row.announcedOn !== null };
    permit(maySee(by, scope));
    const response = itemResponse(row);
    if (by.kind === 'anonymous') return versioned(response, row.version);
    const moves = mayRecord(by, scope) === 'allowed' ? itemMoves(row, row.meetingState) : [];
    return versioned(Object.assign(response, { moves }), row.version);
  }
}

function itemMoves({ state, votedAt }: ItemRead, meetingState: MeetingState): string[] {
  if (!AGENDA_OPEN.includes(meetingState)) return [];
  const moves: string[] = votedAt ? [] : agendaItemLifecycle.possible(state);
  return meetingState === 'open' && state === 'listed' ? [...moves, 'votes'] : moves;
}

function itemResponse(row: ItemRead): AgendaItemResponse {
  const { addedOn, noticeDueOn, votedAt, tally, base, quorum, outcome, ...shown } = row;
  const { id, meetingId, state, position, title, power, kind, bodyId, rapporteur, speakers } = shown;
  const { headPresent, materials, consultationId, assessmentId, addedLate, votes } = shown;
  return {
    ...{ id, meetingId, state, position, title, power, kind, bodyId, rapporteur, speakers },
    ...{ headPresent, materials, consultationId, assessmentId, addedLate },
    breaches: addedLate ? noticeBreaches(noticeDueOn, addedOn) : [],
    result: votedAt === null ? null : { votedAt, tally, base, quorum, outcome },
    votes,
  };
}
