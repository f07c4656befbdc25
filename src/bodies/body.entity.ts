import { Entity, ForeignKey } from 'typeorm';
import { IdColumn, LocalizedColumn, RefColumn, TextColumn } from '../platform/database/index.js';
import type { LocalizedText } from '../platform/kernel/index.js';
import { Territory } from './territory.entity.js';

/** A government body: a ministry or agency, or the akimat of a territory. */
@Entity('bodies')
export class Body {
  @IdColumn()
  id!: string;

  /** Our own short name, stable across imports. */
  @TextColumn('code')
  code!: string;

  @TextColumn('kind')
  kind!: string;

  @TextColumn('subkind')
  subkind!: string;

  @RefColumn('territory_id')
  @ForeignKey(() => Territory)
  territoryId!: string;

  @LocalizedColumn('name')
  name!: LocalizedText;

  @TextColumn('website', { nullable: true })
  website!: string | null;

  /** Number of the body on the national portal of draft regulations. */
  @TextColumn('portal_id', { nullable: true })
  portalId!: string | null;
}
