import { Entity, ForeignKey, Index } from 'typeorm';
import {
  DateColumn,
  IdColumn,
  InstantColumn,
  LocalizedColumn,
  RefColumn,
  TextColumn,
} from '../platform/database/index.js';
import type { LocalDate } from '../platform/kernel/index.js';
import type { RuleValue } from '../rulebook/index.js';
import { Council } from './council.entity.js';

/** A stricter value of a rule that a council decided on; it holds from the day of the decision. */
@Entity('council_rules')
@Index('council_rules_decided', ['councilId', 'ruleId', 'decidedOn'], { unique: true })
export class CouncilRule {
  @IdColumn()
  id!: string;

  @RefColumn('council_id')
  @ForeignKey(() => Council)
  councilId!: string;

  @TextColumn('rule_id')
  ruleId!: string;

  @LocalizedColumn('value')
  value!: RuleValue;

  @DateColumn('decided_on')
  decidedOn!: LocalDate;

  /** The agenda item under which it was decided. */
  @RefColumn('agenda_item_id', { nullable: true })
  @ForeignKey('AgendaItem')
  agendaItemId!: string | null;

  @InstantColumn('set_at')
  setAt!: Date;
}

/** The value of a rule that a council decided on. */
export type OwnValue = Readonly<Pick<CouncilRule, 'councilId' | 'ruleId' | 'value' | 'decidedOn' | 'agendaItemId'>>;
