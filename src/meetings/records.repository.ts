import { Injectable } from '@nestjs/common';
import { Rows, Statements } from '../platform/database/index.js';
import { Attendance } from './attendance.entity.js';
import type { Presence } from './quorum.policy.js';
import type { Ballot } from './tally.policy.js';
import { Vote } from './vote.entity.js';

/** Who was there and who voted how; replaced as a whole under the meeting's lock. */
@Injectable()
export class RecordsRepository {
  constructor(
    private readonly rows: Rows,
    private readonly statements: Statements,
  ) {}

  attendance(meetingId: string): Promise<Presence[]> {
    return this.statements.rows<Presence & Record<string, unknown>>(
      'attendance-of',
      `select member_id as "memberId", status, arrived_at as "arrivedAt", left_at as "leftAt"
       from attendance where meeting_id = $1 order by member_id`,
      [meetingId],
    );
  }

  async replaceAttendance(meetingId: string, records: readonly Presence[]): Promise<void> {
    await this.statements.rows('attendance-clear', 'delete from attendance where meeting_id = $1', [meetingId]);
    await this.rows.insert(
      Attendance,
      records.map((one) => Object.assign(new Attendance(), one, { meetingId })),
    );
  }

  /** Ballots by item, of every item of the meeting. */
  async ballots(meetingId: string): Promise<Map<string, Ballot[]>> {
    const rows = await this.statements.rows<Ballot & { itemId: string } & Record<string, unknown>>(
      'ballots-of',
      `select v.agenda_item_id as "itemId", v.member_id as "memberId", v.choice
       from votes v join agenda_items i on i.id = v.agenda_item_id where i.meeting_id = $1 order by v.member_id`,
      [meetingId],
    );
    const byItem = new Map<string, Ballot[]>();
    for (const { itemId, memberId, choice } of rows) {
      byItem.set(itemId, [...(byItem.get(itemId) ?? []), { memberId, choice }]);
    }
    return byItem;
  }

  async replaceBallots(agendaItemId: string, ballots: readonly Ballot[]): Promise<void> {
    await this.statements.rows('ballots-clear', 'delete from votes where agenda_item_id = $1', [agendaItemId]);
    await this.rows.insert(
      Vote,
      ballots.map(({ memberId, choice }) => Object.assign(new Vote(), { agendaItemId, memberId, choice })),
    );
  }
}
