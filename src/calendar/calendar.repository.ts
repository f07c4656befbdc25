import { Injectable } from '@nestjs/common';
import { Statements } from '../platform/database/index.js';
import type { DayKind, LocalDate, LocalizedText } from '../platform/kernel/index.js';

/** A day that is not what its place in the week says, with the act that makes it so. */
export interface CalendarDay {
  readonly date: LocalDate;
  readonly kind: DayKind;
  readonly name: LocalizedText;
  readonly basis: string;
  readonly confidence: 'high' | 'medium' | 'low';
}

/** What is known of a year. */
export interface CalendarYear {
  readonly year: number;
  /** False: only weekends are known, and due dates in the year are provisional. */
  readonly loaded: boolean;
  /** How many days are not what they seem. */
  readonly days: number;
}

const DAY = 'date::text as date, kind, name, basis, confidence';

type Row = CalendarDay & Record<string, unknown>;

/** Days and loaded years. */
@Injectable()
export class CalendarRepository {
  constructor(private readonly statements: Statements) {}

  async all(): Promise<{ days: CalendarDay[]; years: number[] }> {
    const [days, years] = await Promise.all([
      this.statements.rows<Row>('calendar-days', `select ${DAY} from calendar_days`),
      this.statements.rows<{ year: number }>('calendar-years', 'select year from calendar_years'),
    ]);
    return { days, years: years.map(({ year }) => year) };
  }

  async ofYear(year: number): Promise<{ loaded: boolean; days: CalendarDay[] }> {
    const days = await this.statements.rows<Row>(
      'calendar-year',
      `select ${DAY} from calendar_days where date >= make_date($1, 1, 1) and date < make_date($1 + 1, 1, 1) order by date`,
      [year],
    );
    const loaded = await this.statements.row('calendar-loaded', 'select 1 from calendar_years where year = $1', [year]);
    return { loaded: loaded !== undefined, days };
  }

  /** Years that are loaded or have a day of their own, with how many, the latest first. */
  async years(): Promise<CalendarYear[]> {
    return this.statements.rows<CalendarYear & Record<string, unknown>>(
      'calendar-years-all',
      `select coalesce(y.year, d.year) as year, y.year is not null as loaded, coalesce(d.days, 0)::int as days
       from calendar_years y full join (select extract(year from date)::int as year, count(*) as days
         from calendar_days group by 1) d on d.year = y.year
       order by 1 desc`,
    );
  }

  async one(date: LocalDate): Promise<CalendarDay | undefined> {
    return this.statements.row<Row>('calendar-day', `select ${DAY} from calendar_days where date = $1`, [date]);
  }

  /** Lets one act at a time work on the days; readers are not kept waiting. */
  async lockAll(): Promise<void> {
    await this.statements.rows('calendar-lock-all', 'lock table calendar_days in share row exclusive mode');
  }

  async isEmpty(): Promise<boolean> {
    const row = await this.statements.row('calendar-any', 'select 1 from calendar_years limit 1');
    return row === undefined;
  }

  async remove(date: LocalDate): Promise<void> {
    await this.statements.rows('calendar-remove', 'delete from calendar_days where date = $1', [date]);
  }

  /** Writes days; returns how many were new or different. */
  async put(days: readonly CalendarDay[]): Promise<number> {
    const rows = await this.statements.rows(
      'calendar-put',
      `with written as (
         insert into calendar_days as d (date, kind, name, basis, confidence)
         select * from unnest($1::date[], $2::text[], $3::jsonb[], $4::text[], $5::text[])
         on conflict (date) do update
           set kind = excluded.kind, name = excluded.name, basis = excluded.basis, confidence = excluded.confidence
           where (d.kind, d.name, d.basis, d.confidence)
             is distinct from (excluded.kind, excluded.name, excluded.basis, excluded.confidence)
         returning 1)
       select * from written`,
      [
        days.map(({ date }) => date),
        days.map(({ kind }) => kind),
        days.map(({ name }) => JSON.stringify(name)),
        days.map(({ basis }) => basis),
        days.map(({ confidence }) => confidence),
      ],
    );
    return rows.length;
  }

  /** Marks years as loaded; returns how many were not before. */
  async loadYears(years: readonly number[], at: Date): Promise<number> {
    const rows = await this.statements.rows(
      'calendar-load-years',
      `with written as (
         insert into calendar_years (year, loaded_at) select year, $2 from unnest($1::int[]) as year
         on conflict do nothing returning 1)
       select * from written`,
      [years, at],
    );
    return rows.length;
  }
}
