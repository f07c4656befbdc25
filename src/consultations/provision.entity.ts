import { Entity, ForeignKey } from 'typeorm';
import { IdColumn, RefColumn } from '../platform/database/index.js';
import { Consultation } from './consultation.entity.js';

/** A place in the text that keeps its id through all versions; what comments are anchored to. */
@Entity('provisions')
export class Provision {
  @IdColumn()
  id!: string;

  @RefColumn('consultation_id')
  @ForeignKey(() => Consultation)
  consultationId!: string;
}
