import { Entity, ForeignKey } from 'typeorm';
import { IdColumn, InstantColumn, RefColumn, TextColumn, VersionColumn } from '../database/index.js';
import { conflict, type Role } from '../kernel/index.js';
import { Account } from './account.entity.js';

/** A role given to an account, for one council, body or member where the role asks for it. */
@Entity('grants')
export class GrantRow {
  @IdColumn()
  id!: string;

  @VersionColumn()
  version!: number;

  @RefColumn('account_id')
  @ForeignKey(() => Account)
  accountId!: string;

  @TextColumn('role')
  role!: Role;

  @RefColumn('council_id', { nullable: true })
  @ForeignKey('Council')
  councilId!: string | null;

  @RefColumn('body_id', { nullable: true })
  @ForeignKey('Body')
  bodyId!: string | null;

  @RefColumn('member_id', { nullable: true })
  @ForeignKey('Member')
  memberId!: string | null;

  @RefColumn('granted_by', { nullable: true })
  @ForeignKey(() => Account)
  grantedBy!: string | null;

  @InstantColumn('granted_at')
  grantedAt!: Date;

  @InstantColumn('revoked_at', { nullable: true })
  revokedAt!: Date | null;

  /** Takes the role away from the next request on. */
  revoke(at: Date): void {
    if (this.revokedAt) throw conflict('grant-revoked');
    this.revokedAt = at;
  }
}
