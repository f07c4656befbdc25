import { Entity, ForeignKey, Index } from 'typeorm';
import { CountColumn, IdColumn, InstantColumn, LocalizedColumn, RefColumn } from '../platform/database/index.js';
import type { LocalizedText } from '../platform/kernel/index.js';
import type { ComparativeRow } from './comparative-table.js';
import { Consultation } from './consultation.entity.js';

/** A numbered version of the text; never edited. */
@Entity('draft_versions')
@Index('draft_versions_number', ['consultationId', 'number'], { unique: true })
export class DraftVersion {
  @IdColumn()
  id!: string;

  @RefColumn('consultation_id')
  @ForeignKey(() => Consultation)
  consultationId!: string;

  /** Counts the versions of one text from 1. */
  @CountColumn('number')
  number!: number;

  @InstantColumn('made_at')
  madeAt!: Date;

  /** What changed, in the body's words. */
  @LocalizedColumn('note', { nullable: true })
  note!: LocalizedText | null;

  /** Now, proposed, why; replaced only before publication. */
  @LocalizedColumn('comparative_table')
  comparativeTable!: ComparativeRow[];
}
