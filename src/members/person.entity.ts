import { Entity } from 'typeorm';
import { DateColumn, IdColumn, TextColumn, VersionColumn } from '../platform/database/index.js';
import type { LocalDate } from '../platform/kernel/index.js';

/** A person of whom councils keep a record; no account is needed. The birth date is never published. */
@Entity('persons')
export class Person {
  @IdColumn()
  id!: string;

  @VersionColumn()
  version!: number;

  @TextColumn('family_name')
  familyName!: string;

  @TextColumn('given_name')
  givenName!: string;

  @TextColumn('patronymic', { nullable: true })
  patronymic!: string | null;

  @DateColumn('birth_on', { nullable: true })
  birthOn!: LocalDate | null;

  /** When the person agreed that more than the name is published; the name of a member is public by law (M2). */
  @DateColumn('consented_on', { nullable: true })
  consentedOn!: LocalDate | null;
}
