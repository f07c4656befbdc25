import { Injectable } from '@nestjs/common';
import { Rows, Statements, UnitOfWork } from '../platform/database/index.js';
import { notFound } from '../platform/kernel/index.js';
import { AgendaItem } from './agenda-item.entity.js';
import { Meeting } from './meeting.entity.js';

/** Meetings and their agenda, loaded for change. The meeting's row is locked first, then its items. */
@Injectable()
export class MeetingsRepository {
  constructor(
    private readonly rows: Rows,
    private readonly statements: Statements,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  lock(id: string, expected?: number): Promise<Meeting> {
    return this.rows.lock(Meeting, id, expected);
  }

  /** The item and its meeting, both locked; `expected` is the item's version. */
  async lockItem(id: string, expected?: number): Promise<{ item: AgendaItem; meeting: Meeting }> {
    const row = await this.statements.row<{ meetingId: string }>(
      'agenda-item-meeting',
      'select meeting_id as "meetingId" from agenda_items where id = $1',
      [id],
    );
    if (!row) throw notFound();
    const meeting = await this.lock(row.meetingId);
    return { meeting, item: await this.rows.lock(AgendaItem, id, expected) };
  }

  /** Items of the meeting on which votes are recorded, in the order of the agenda. */
  votedItems(meetingId: string): Promise<AgendaItem[]> {
    return this.unitOfWork.manager
      .createQueryBuilder(AgendaItem, 'i')
      .where('i.meetingId = :meetingId and i.votedAt is not null', { meetingId })
      .orderBy('i.position')
      .setLock('pessimistic_write')
      .getMany();
  }

  /** Ids of the items in the order of the agenda. */
  async itemIds(meetingId: string): Promise<string[]> {
    const rows = await this.statements.rows<{ id: string }>(
      'agenda-item-ids',
      'select id from agenda_items where meeting_id = $1 order by position, id',
      [meetingId],
    );
    return rows.map(({ id }) => id);
  }

  insert(meeting: Meeting): Promise<void> {
    return this.rows.insert(Meeting, meeting);
  }

  update(meeting: Meeting): Promise<void> {
    return this.rows.update(Meeting, meeting);
  }

  insertItem(item: AgendaItem): Promise<void> {
    return this.rows.insert(AgendaItem, item);
  }

  updateItem(item: AgendaItem): Promise<void> {
    return this.rows.update(AgendaItem, item);
  }

  /** The greatest number of a council's meetings in a year, 0 without one; no other act numbers them meanwhile. */
  async lastNumber(councilId: string, year: number): Promise<number> {
    await this.statements.rows('meeting-numbers-lock', 'select 1 from councils where id = $1 for no key update', [
      councilId,
    ]);
    const row = await this.statements.row<{ last: number }>(
      'meeting-last-number',
      'select coalesce(max(number), 0)::int as last from meetings where council_id = $1 and year = $2',
      [councilId, year],
    );
    return row?.last ?? 0;
  }

  /** The last position on the agenda, 0 without items; the caller holds the meeting's lock. */
  async lastPosition(meetingId: string): Promise<number> {
    const row = await this.statements.row<{ last: number }>(
      'agenda-last-position',
      'select coalesce(max(position), 0)::int as last from agenda_items where meeting_id = $1',
      [meetingId],
    );
    return row?.last ?? 0;
  }

  /** Makes room: the items between the two positions move by one. */
  async shift(item: AgendaItem, to: number): Promise<void> {
    await this.statements.rows(
      'agenda-shift',
      `with moved as (
         update agenda_items
         set version = version + 1, position = position + case when $4::int < $3::int then 1 else -1 end
         where meeting_id = $1 and id <> $2 and position between least($3::int, $4::int) and greatest($3::int, $4::int)
         returning 1)
       select * from moved`,
      [item.meetingId, item.id, item.position, to],
    );
  }
}
