import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Comments that a body hides from the public, each with its ground, and the appeals against that. */
export class Concealments1763776800102 implements MigrationInterface {
  readonly name = 'Concealments1763776800102';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table comments add column concealment jsonb
        constraint comments_concealment check (concealment ?& array['ground', 'explanation', 'concealedOn', 'appeal']);

      create table concealments (
        id uuid primary key,
        version integer not null,
        comment_id uuid not null references comments,
        body_id uuid not null references bodies,
        state text not null,
        ground text not null,
        explanation jsonb not null check (explanation ?& array['kk', 'ru']),
        concealed_on date not null,
        concealed_by uuid references accounts,
        appeal_term jsonb not null,
        appeal_due_on date not null,
        appeal_due_provisional boolean not null,
        appealed_on date,
        appeal_grounds text,
        decision_term jsonb,
        decision_due_on date,
        decision_due_provisional boolean,
        decided_on date,
        decided_by uuid references accounts,
        outcome text check (outcome in ('upheld', 'lifted')),
        reasons jsonb check (reasons ?& array['kk', 'ru']),
        reversed_on date,
        reversal_reasons jsonb check (reversal_reasons ?& array['kk', 'ru']),
        constraint concealments_state check (state in ('standing', 'appealed', 'decided', 'reversed')),
        constraint concealments_appeal check (
          (appealed_on is null) = (appeal_grounds is null) and (appealed_on is null) = (decision_term is null)
          and (appealed_on is null) = (decision_due_on is null)
          and (appealed_on is null) = (decision_due_provisional is null)
          and (state not in ('appealed', 'decided') or appealed_on is not null)
          and (state <> 'standing' or appealed_on is null)),
        constraint concealments_decision check (
          (state = 'decided') = (decided_on is not null and outcome is not null and reasons is not null)),
        constraint concealments_reversal check (
          (state = 'reversed') = (reversed_on is not null and reversal_reasons is not null)),
        constraint concealments_judge check (decided_by <> concealed_by)
      );
      create index concealments_comment on concealments (comment_id, id);
      create unique index concealments_in_force on concealments (comment_id)
        where state in ('standing', 'appealed') or outcome = 'upheld';
      create index concealments_body on concealments (body_id);
      create index concealments_appeals on concealments (state, decision_due_on, id) where appealed_on is not null;
      create index concealments_concealed_by on concealments (concealed_by) where concealed_by is not null;
      create index concealments_decided_by on concealments (decided_by) where decided_by is not null;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table concealments; alter table comments drop column concealment');
  }
}
