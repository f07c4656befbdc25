import { Entity, ForeignKey } from 'typeorm';
import { IdColumn, LocalizedColumn, RefColumn, TextColumn } from '../platform/database/index.js';
import type { LocalizedText } from '../platform/kernel/index.js';

/** A unit of the administrative-territorial division, by its KATO code. */
@Entity('territories')
export class Territory {
  @IdColumn()
  id!: string;

  /** KATO code of nine digits, the first two being the region; `KZ` for the country. */
  @TextColumn('code')
  code!: string;

  @TextColumn('iso_code', { nullable: true })
  isoCode!: string | null;

  @TextColumn('level')
  level!: string;

  @TextColumn('subtype', { nullable: true })
  subtype!: string | null;

  @RefColumn('parent_id', { nullable: true })
  @ForeignKey(() => Territory)
  parentId!: string | null;

  @LocalizedColumn('name')
  name!: LocalizedText;
}
