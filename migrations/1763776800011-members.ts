import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Persons and organisations, the seats they hold in councils, and the roles of members in time. */
export class Members1763776800011 implements MigrationInterface {
  readonly name = 'Members1763776800011';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table organizations (
        id uuid primary key,
        version integer not null,
        kind text not null check (kind in ('npo', 'business', 'state_body', 'other')),
        name jsonb not null check (name ?& array['kk', 'ru']),
        bin text check (bin ~ '^[0-9]{12}$')
      );
      create unique index organizations_bin on organizations (bin);

      create table persons (
        id uuid primary key,
        version integer not null,
        family_name text not null,
        given_name text not null,
        patronymic text,
        birth_on date,
        consented_on date
      );
      create index persons_name on persons
        (lower(family_name collate "kk-x-icu"), lower(given_name collate "kk-x-icu"));

      create table members (
        id uuid primary key,
        version integer not null,
        state text not null check (state in ('appointed', 'ended')),
        council_id uuid not null references councils,
        convocation_id uuid not null references convocations,
        person_id uuid not null references persons,
        seat text not null check (seat in ('civil_society', 'state_body')),
        organization_id uuid references organizations,
        since_on date not null,
        until_on date,
        ended_on date,
        end_reason text check (end_reason in
          ('resigned', 'excluded', 'died', 'entered_state_service', 'organization_liquidated', 'convocation_over')),
        agenda_item_id uuid,
        constraint members_term check (until_on >= since_on and ended_on >= since_on),
        constraint members_end check (
          (state = 'ended') = (ended_on is not null) and (ended_on is null) = (end_reason is null))
      );
      create index members_council on members (council_id, since_on);
      create index members_convocation on members (convocation_id);
      create index members_person on members (person_id);
      create index members_organization on members (organization_id);
      create index members_end_agenda_item on members (agenda_item_id);

      create table member_roles (
        id uuid primary key,
        version integer not null,
        member_id uuid not null references members,
        role text not null check (role in ('chair', 'deputy_chair', 'presidium', 'commission_head')),
        since_on date not null,
        until_on date,
        constraint member_roles_term check (until_on >= since_on - 1)
      );
      create index member_roles_member on member_roles (member_id);

      alter table grants add constraint grants_member_id_fkey foreign key (member_id) references members;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table grants drop constraint grants_member_id_fkey;
      drop table member_roles, members, persons, organizations;`);
  }
}
