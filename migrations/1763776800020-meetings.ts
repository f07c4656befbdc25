import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Meetings of councils, their agenda, attendance with times, and open votes. */
export class Meetings1763776800020 implements MigrationInterface {
  readonly name = 'Meetings1763776800020';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table meetings (
        id uuid primary key,
        version integer not null,
        state text not null
          check (state in ('planned', 'announced', 'open', 'inquorate', 'closed', 'cancelled')),
        council_id uuid not null references councils,
        year integer not null,
        number integer not null check (number > 0),
        kind text not null check (kind in ('regular', 'extraordinary')),
        format text not null check (format in ('in_person', 'online', 'hybrid')),
        starts_at timestamptz(3) not null,
        place jsonb check (place ?& array['kk', 'ru']),
        broadcast_url text,
        recording_url text,
        announced_on date,
        notice_due_on date,
        cancelled_on date,
        cancel_reason jsonb check (cancel_reason ?& array['kk', 'ru']),
        opened_at timestamptz(3),
        closed_at timestamptz(3),
        presiding_member_id uuid references members,
        quorum jsonb,
        constraint meetings_life check (
          (state = 'planned' or state = 'cancelled' or announced_on is not null)
          and (announced_on is null) = (notice_due_on is null)
          and (state in ('open', 'inquorate', 'closed')) = (opened_at is not null)
          and (opened_at is null) = (presiding_member_id is null)
          and (opened_at is null) = (quorum is null)
          and (state = 'closed') = (closed_at is not null)
          and (state = 'cancelled') = (cancelled_on is not null))
      );
      create unique index meetings_number on meetings (council_id, year, number);
      create index meetings_council on meetings (council_id, starts_at, id);
      create index meetings_presiding_member on meetings (presiding_member_id);

      create table agenda_items (
        id uuid primary key,
        version integer not null,
        state text not null check (state in ('listed', 'postponed', 'taken_off')),
        meeting_id uuid not null references meetings,
        position integer not null check (position > 0),
        title jsonb not null check (title ?& array['kk', 'ru']),
        power text not null,
        kind text not null check (kind in ('draft_act', 'report_hearing', 'assessment', 'other')),
        body_id uuid references bodies,
        rapporteur jsonb,
        speakers jsonb not null check (jsonb_typeof(speakers) = 'array'),
        head_present boolean,
        materials jsonb not null check (jsonb_typeof(materials) = 'array'),
        consultation_id uuid,
        assessment_id uuid,
        added_on date not null,
        added_late boolean not null,
        voted_at timestamptz(3),
        tally jsonb,
        base integer check (base >= 0),
        quorum jsonb,
        outcome text check (outcome in ('carried', 'rejected')),
        relied_on boolean not null,
        constraint agenda_items_vote check (
          (voted_at is null) = (outcome is null) and (voted_at is null) = (tally is null)
          and (voted_at is null) = (base is null) and (voted_at is null) = (quorum is null)
          and (voted_at is null or state = 'listed') and (not relied_on or outcome = 'carried'))
      );
      create index agenda_items_meeting on agenda_items (meeting_id, position);
      create index agenda_items_body on agenda_items (body_id);
      create index agenda_items_consultation on agenda_items (consultation_id);
      create index agenda_items_assessment on agenda_items (assessment_id);

      create table attendance (
        meeting_id uuid not null references meetings,
        member_id uuid not null references members,
        status text not null check (status in ('present', 'remote', 'excused', 'absent')),
        arrived_at timestamptz(3),
        left_at timestamptz(3),
        primary key (meeting_id, member_id),
        constraint attendance_times check (
          left_at > arrived_at and (status in ('present', 'remote') or (arrived_at is null and left_at is null)))
      );
      create index attendance_member on attendance (member_id);

      create table votes (
        agenda_item_id uuid not null references agenda_items,
        member_id uuid not null references members,
        choice text not null check (choice in ('for', 'against', 'abstain', 'conflict')),
        primary key (agenda_item_id, member_id)
      );
      create index votes_member on votes (member_id);

      alter table council_rules add foreign key (agenda_item_id) references agenda_items;
      alter table members add foreign key (agenda_item_id) references agenda_items;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table members drop constraint members_agenda_item_id_fkey;
      alter table council_rules drop constraint council_rules_agenda_item_id_fkey;
      drop table votes, attendance, agenda_items, meetings`);
  }
}
