import { Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { CountColumn, LocalizedColumn, RefColumn, TextColumn } from '../platform/database/index.js';
import type { LocalizedText } from '../platform/kernel/index.js';
import { Provision } from './provision.entity.js';
import type { TableShape } from './table-shape.js';

export const PROVISION_LEVELS = ['section', 'article', 'paragraph'] as const;

export type ProvisionLevel = (typeof PROVISION_LEVELS)[number];

/** The words of a provision in one version of the text. */
@Entity('provision_texts')
export class ProvisionText {
  @RefColumn('provision_id', { primary: true })
  @ForeignKey(() => Provision)
  provisionId!: string;

  @PrimaryColumn({ type: 'integer' })
  version!: number;

  /** Its place in the version, from 1. */
  @CountColumn('position')
  position!: number;

  @TextColumn('level', { nullable: true })
  level!: ProvisionLevel | null;

  /** The number printed before it: "12", "3-1". */
  @TextColumn('number', { nullable: true })
  number!: string | null;

  /** The number with its mark as each language prints it: "1-бап.", "Статья 1."; null: the number and a full stop. */
  @LocalizedColumn('label', { nullable: true })
  label!: LocalizedText | null;

  @LocalizedColumn('heading', { nullable: true })
  heading!: LocalizedText | null;

  /** Empty where the provision is a heading only; of a table the cells, parted by tabs, and its rows as lines. */
  @LocalizedColumn('text')
  text!: LocalizedText;

  /** Where the provision is a table. */
  @LocalizedColumn('table_shape', { nullable: true })
  table!: TableShape | null;
}
