import { Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Member } from '../members/index.js';
import { TextColumn } from '../platform/database/index.js';
import { AgendaItem } from './agenda-item.entity.js';
import type { Ballot, Choice } from './tally.policy.js';

/** A member's open vote on an item, or the declaration of a conflict of interest. */
@Entity('votes')
export class Vote implements Ballot {
  @PrimaryColumn({ type: 'uuid', name: 'agenda_item_id' })
  @ForeignKey(() => AgendaItem)
  agendaItemId!: string;

  @PrimaryColumn({ type: 'uuid', name: 'member_id' })
  @ForeignKey(() => Member)
  memberId!: string;

  @TextColumn('choice')
  choice!: Choice;
}
