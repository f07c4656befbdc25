import { Entity, Index } from 'typeorm';
import { IdColumn, InstantColumn, TextColumn, VersionColumn } from '../database/index.js';
import { conflict, type Language } from '../kernel/index.js';

/** A person who can sign in. The address is kept in lower case; the password only as an argon2id hash. */
@Entity('accounts')
@Index('accounts_email', ['email'], { unique: true })
export class Account {
  @IdColumn()
  id!: string;

  @VersionColumn()
  version!: number;

  @TextColumn('email')
  email!: string;

  @TextColumn('display_name')
  displayName!: string;

  @TextColumn('language')
  language!: Language;

  @TextColumn('password_hash', { nullable: true })
  passwordHash!: string | null;

  @InstantColumn('created_at')
  createdAt!: Date;

  @InstantColumn('confirmed_at', { nullable: true })
  confirmedAt!: Date | null;

  @InstantColumn('disabled_at', { nullable: true })
  disabledAt!: Date | null;

  /** The address is proved to belong to the person, and the password chosen with that proof holds. */
  confirm(at: Date, passwordHash: string): void {
    if (this.confirmedAt) throw conflict('already-confirmed');
    this.confirmedAt = at;
    this.passwordHash = passwordHash;
  }

  /** Ends the account's use at once. */
  disable(at: Date): void {
    if (this.disabledAt) throw conflict('account-disabled');
    this.disabledAt = at;
  }
}
