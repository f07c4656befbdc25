import { Entity, Index } from 'typeorm';
import { IdColumn, InstantColumn, TextColumn, VersionColumn } from '../database/index.js';
import { conflict, notFound, notPossibleNow, type Language } from '../kernel/index.js';

/** What an account can be used for: its address is not proved yet, it can be used, its use was ended. */
export const ACCOUNT_STATES = ['unconfirmed', 'active', 'disabled'] as const;

export type AccountState = (typeof ACCOUNT_STATES)[number];

/**
 * A person who can sign in. The address is kept in lower case; the password only as an argon2id hash. A closed account
 * has neither name nor address.
 */
@Entity('accounts')
@Index('accounts_email', ['email'], { unique: true })
export class Account {
  @IdColumn()
  id!: string;

  @VersionColumn()
  version!: number;

  @TextColumn('email', { nullable: true })
  email!: string | null;

  @TextColumn('display_name', { nullable: true })
  displayName!: string | null;

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

  @InstantColumn('closed_at', { nullable: true })
  closedAt!: Date | null;

  /** The address is proved to belong to the person, and the password chosen with that proof holds. */
  confirm(at: Date, passwordHash: string): void {
    if (this.confirmedAt) throw conflict('already-confirmed');
    this.confirmedAt = at;
    this.passwordHash = passwordHash;
  }

  /** Ends the account's use at once. Throws `not-found` for one that was closed. */
  disable(at: Date): void {
    if (this.closedAt) throw notFound();
    if (this.disabledAt) throw conflict('account-disabled');
    this.disabledAt = at;
  }

  /** Lets the account be used again. Throws `not-found` for one that was closed. */
  enable(): void {
    if (this.closedAt) throw notFound();
    if (!this.disabledAt) throw conflict('account-enabled');
    this.disabledAt = null;
  }

  /** Sets the password that was chosen by a link. Throws `not-possible-now` when the account cannot be used. */
  choosePassword(passwordHash: string): void {
    if (!this.confirmedAt || this.disabledAt) throw notPossibleNow('link-not-valid');
    this.passwordHash = passwordHash;
  }

  /** Its holder goes: nothing that says who it was is kept, and the address can be used anew. */
  close(at: Date): void {
    if (this.closedAt) throw conflict('account-disabled');
    Object.assign(this, { closedAt: at, disabledAt: this.disabledAt ?? at });
    Object.assign(this, { email: null, displayName: null, passwordHash: null });
  }
}
