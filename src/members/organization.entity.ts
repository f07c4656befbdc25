import { Entity, Index } from 'typeorm';
import { IdColumn, LocalizedColumn, TextColumn, VersionColumn } from '../platform/database/index.js';
import type { LocalizedText } from '../platform/kernel/index.js';

export const ORGANIZATION_KINDS = ['npo', 'business', 'state_body', 'other'] as const;

export type OrganizationKind = (typeof ORGANIZATION_KINDS)[number];

/** An organisation that a member represents; for non-profit ones C4 counts representatives. */
@Entity('organizations')
@Index('organizations_bin', ['bin'], { unique: true })
export class Organization {
  @IdColumn()
  id!: string;

  @VersionColumn()
  version!: number;

  @TextColumn('kind')
  kind!: OrganizationKind;

  @LocalizedColumn('name')
  name!: LocalizedText;

  /** The business identification number, twelve digits. */
  @TextColumn('bin', { nullable: true })
  bin!: string | null;
}
