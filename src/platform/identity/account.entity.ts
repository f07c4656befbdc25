import { Entity, Index } from 'typeorm';
import { IdColumn, InstantColumn, newId, TextColumn, VersionColumn } from '../database/index.js';
import { translate } from '../i18n/index.js';
import { conflict, LANGUAGES, notFound, notPossibleNow, type Language } from '../kernel/index.js';

/** What an account can be used for: its address is not proved yet, it can be used, its use was ended. */
export const ACCOUNT_STATES = ['unconfirmed', 'active', 'disabled'] as const;

/** What is known of a person who gets an account. */
export interface NewAccount {
  readonly email: string;
  readonly displayName: string;
  readonly language: Language;
}

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
    if (this.confirmedAt && this.passwordHash !== null) throw conflict('already-confirmed');
    this.confirmedAt ??= at;
    this.passwordHash = passwordHash;
  }

  /** The address is proved to belong to the person, who chooses no password; a name that nobody saw gives way to `name`. */
  prove(at: Date, name: string | null): void {
    if (name !== null && takesName(this)) this.displayName = name;
    this.confirmedAt ??= at;
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

/** An account of an address that nobody has proved yet. */
export function newAccount({ email, displayName, language }: NewAccount, createdAt: Date): Account {
  return Object.assign(new Account(), {
    id: newId(),
    version: 1,
    email: email.toLowerCase(),
    displayName,
    language,
    passwordHash: null,
    createdAt,
    confirmedAt: null,
    disabledAt: null,
    closedAt: null,
  });
}

/** The name of who has said none: the word for a participant. */
export function unnamed(language: Language): string {
  return translate(language, 'identity.unnamed');
}

/** True while nobody can have seen the name: it is a stranger's word, or none was said. */
export function takesName(account: Pick<Account, 'passwordHash' | 'confirmedAt' | 'displayName'>): boolean {
  if (account.passwordHash !== null) return false;
  return account.confirmedAt === null || LANGUAGES.some((language) => unnamed(language) === account.displayName);
}
