import { Entity, ForeignKey, Index } from 'typeorm';
import { CountColumn, DateColumn, IdColumn, RefColumn } from '../platform/database/index.js';
import type { LocalDate } from '../platform/kernel/index.js';
import { Council } from './council.entity.js';

/** One term of a council; both days included. */
@Entity('convocations')
@Index('convocations_number', ['councilId', 'number'], { unique: true })
export class Convocation {
  @IdColumn()
  id!: string;

  @RefColumn('council_id')
  @ForeignKey(() => Council)
  councilId!: string;

  @CountColumn('number')
  number!: number;

  @DateColumn('from_on')
  fromOn!: LocalDate;

  @DateColumn('until_on')
  untilOn!: LocalDate;
}
