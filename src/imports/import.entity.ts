import { Entity, ForeignKey, Index } from 'typeorm';
import { Consultation } from '../consultations/index.js';
import {
  IdColumn,
  InstantColumn,
  LocalizedColumn,
  RefColumn,
  TextColumn,
  VersionColumn,
} from '../platform/database/index.js';
import type { PortalCounters, PortalLanguage, PortalName, PortalPage } from './portal-page.js';

/** The portal whose pages are read. */
export const OPEN_NPA = 'open-npa';

/** A file that hangs at the discussion on the portal. */
export interface ImportedFile extends PortalName {
  readonly language: PortalLanguage;
}

/** Where a consultation was taken over from, in which languages, and what only the portal knows of it. */
@Entity('imports')
@Index('imports_external', ['source', 'externalId'], { unique: true })
@Index('imports_consultation', ['consultationId'], { unique: true })
export class Import {
  @IdColumn()
  id!: string;

  @VersionColumn()
  version!: number;

  @TextColumn('source')
  source!: string;

  /** The number of the discussion there. */
  @TextColumn('external_id')
  externalId!: string;

  @RefColumn('consultation_id')
  @ForeignKey(() => Consultation)
  consultationId!: string;

  /** The languages that were read; in the other one the texts stand in for what was not. */
  @TextColumn('languages', { array: true })
  languages!: PortalLanguage[];

  /** The developing body as the pages name it, in the languages that were read. */
  @LocalizedColumn('body_name')
  bodyName!: Partial<Record<PortalLanguage, string>>;

  @LocalizedColumn('files')
  files!: ImportedFile[];

  /** The highest figures seen. */
  @LocalizedColumn('counters')
  counters!: PortalCounters;

  @LocalizedColumn('report', { nullable: true })
  report!: PortalPage['report'];

  /** When the first of its pages was read. */
  @InstantColumn('imported_at')
  importedAt!: Date;
}
