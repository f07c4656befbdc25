import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Days that are not what they seem, and the years for which they are known. */
export class Calendar1763776800004 implements MigrationInterface {
  readonly name = 'Calendar1763776800004';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table calendar_years (
        year integer primary key check (year between 1991 and 2200),
        loaded_at timestamptz(3) not null
      );
      create table calendar_days (
        date date primary key,
        kind text not null check (kind in ('holiday', 'day_off', 'working_day_moved')),
        name jsonb not null,
        basis text not null,
        confidence text not null check (confidence in ('high', 'medium', 'low'))
      );`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table calendar_days, calendar_years');
  }
}
