import { Entity, ForeignKey, Index } from 'typeorm';
import { Body, Territory } from '../bodies/index.js';
import {
  CountColumn,
  DateColumn,
  IdColumn,
  LocalizedColumn,
  RefColumn,
  TextColumn,
  VersionColumn,
} from '../platform/database/index.js';
import { notInThisState, type LocalDate, type LocalizedText } from '../platform/kernel/index.js';
import { COUNCIL, type CouncilState } from './council.lifecycle.js';

export const COUNCIL_LEVELS = ['republican', 'regional', 'district'] as const;
export const COUNCIL_KINDS = ['ministry', 'quasi_state', 'local'] as const;

export type CouncilLevel = (typeof COUNCIL_LEVELS)[number];
export type CouncilKind = (typeof COUNCIL_KINDS)[number];

/** What the authority may change of a council. */
export interface CouncilChange {
  readonly name?: LocalizedText;
  readonly seats?: number;
  readonly website?: string | null;
  readonly sectors?: LocalizedText[];
  readonly regulation?: LocalizedText | null;
}

/** A public council: the consultative body at a ministry, quasi-state company, region or district. */
@Entity('councils')
@Index('councils_active_body', ['bodyId'], { unique: true, where: `state = 'active'` })
export class Council {
  @IdColumn()
  id!: string;

  @VersionColumn()
  version!: number;

  @TextColumn('state')
  state!: CouncilState;

  @LocalizedColumn('name')
  name!: LocalizedText;

  @TextColumn('level')
  level!: CouncilLevel;

  @TextColumn('kind')
  kind!: CouncilKind;

  /** The body it works with; no other active council has the same. */
  @RefColumn('body_id')
  @ForeignKey(() => Body)
  bodyId!: string;

  @RefColumn('territory_id')
  @ForeignKey(() => Territory)
  territoryId!: string;

  /** How many members it is to have, within C3. */
  @CountColumn('seats')
  seats!: number;

  /** The first day of its first convocation. */
  @DateColumn('founded_on')
  foundedOn!: LocalDate;

  @DateColumn('activated_on', { nullable: true })
  activatedOn!: LocalDate | null;

  @DateColumn('dissolved_on', { nullable: true })
  dissolvedOn!: LocalDate | null;

  @TextColumn('website', { nullable: true })
  website!: string | null;

  /** What it deals with. */
  @LocalizedColumn('sectors')
  sectors!: LocalizedText[];

  /** The text of its own regulation. */
  @LocalizedColumn('regulation', { nullable: true })
  regulation!: LocalizedText | null;

  /** It begins to work; the composition is judged before. */
  activate(today: LocalDate): void {
    this.state = COUNCIL.next(this.state, 'activation');
    this.activatedOn = today;
  }

  /** It ends; nothing of it is removed. */
  dissolve(today: LocalDate): void {
    this.state = COUNCIL.next(this.state, 'dissolution');
    this.dissolvedOn = today;
  }

  /** Changes what is given. Throws `not-possible-now` for a dissolved council. */
  edit(change: CouncilChange): void {
    this.refuseDissolved();
    Object.assign(this, change);
  }

  /** Throws `not-possible-now` when the council is no more. */
  refuseDissolved(): void {
    const { state } = this;
    if (state === 'dissolved') {
      throw notInThisState(COUNCIL.kind, state, []);
    }
  }
}
