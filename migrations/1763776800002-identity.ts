import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Accounts, their single-use links, sessions, grants, and the counters of failed sign-ins. */
export class Identity1763776800002 implements MigrationInterface {
  readonly name = 'Identity1763776800002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table accounts (
        id uuid primary key,
        version integer not null,
        email text not null,
        display_name text not null,
        language text not null check (language in ('kk', 'ru', 'en')),
        password_hash text,
        created_at timestamptz(3) not null,
        confirmed_at timestamptz(3),
        disabled_at timestamptz(3)
      );
      create unique index accounts_email on accounts (email);

      create table account_links (
        token_hash bytea primary key,
        account_id uuid not null references accounts,
        purpose text not null check (purpose in ('confirmation', 'invitation')),
        password_hash text,
        expires_at timestamptz(3) not null,
        used_at timestamptz(3)
      );
      create index account_links_account on account_links (account_id);

      create table sessions (
        token_hash bytea primary key,
        id uuid not null unique,
        account_id uuid not null references accounts,
        started_at timestamptz(3) not null,
        expires_at timestamptz(3) not null,
        ended_at timestamptz(3)
      );
      create index sessions_account on sessions (account_id);

      create table grants (
        id uuid primary key,
        version integer not null,
        account_id uuid not null references accounts,
        role text not null check (role in ('member', 'secretary', 'officer', 'authority', 'admin')),
        council_id uuid,
        body_id uuid,
        member_id uuid,
        granted_by uuid references accounts,
        granted_at timestamptz(3) not null,
        revoked_at timestamptz(3),
        constraint grants_scope check (
          case role
            when 'secretary' then council_id is not null and body_id is null and member_id is null
            when 'member' then council_id is not null and body_id is null and member_id is not null
            when 'officer' then body_id is not null and council_id is null and member_id is null
            else council_id is null and body_id is null and member_id is null
          end)
      );
      create index grants_account on grants (account_id) where revoked_at is null;
      create index grants_granted_by on grants (granted_by);
      create index grants_council on grants (council_id);
      create index grants_body on grants (body_id);
      create index grants_member on grants (member_id);
      create unique index grants_once on grants (account_id, role, council_id, body_id, member_id) nulls not distinct
        where revoked_at is null;

      create table sign_in_failures (key text primary key, points integer not null default 0, expire bigint);`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table sign_in_failures, grants, sessions, account_links, accounts');
  }
}
