import { Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { CountColumn, LocalizedColumn, RefColumn, TextColumn } from '../platform/database/index.js';
import type { LocalizedText } from '../platform/kernel/index.js';
import { Provision } from './provision.entity.js';

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

  @LocalizedColumn('heading', { nullable: true })
  heading!: LocalizedText | null;

  @LocalizedColumn('text')
  text!: LocalizedText;
}
