import { readFileSync } from 'node:fs';
import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../platform/database/index.js';
import { CellFault, filled, oneOf, readCsv, type Cell, type Read } from '../platform/csv/index.js';
import { Journal, JournalQueries } from '../platform/journal/index.js';
import {
  Clock,
  conflict,
  dayOfWeek,
  invalidAt,
  isLocalDate,
  notPossibleNow,
  OPERATOR,
  Problem,
  WorkingCalendar,
  type Actor,
  type LocalDate,
} from '../platform/kernel/index.js';
import { CalendarRepository, type CalendarDay, type CalendarYear } from './calendar.repository.js';
import { calendarImported, daySet, yearCompleted, type DayChange } from './calendar.events.js';

export const DAY_KINDS = ['holiday', 'day_off', 'working_day_moved'] as const;

const YEAR = /^(199[1-9]|20\d{2}|21\d{2})$/;

/** True for the years that a calendar is kept of: from Independence to 2199. */
export function isCalendarYear(year: string): boolean {
  return YEAR.test(year);
}

const SUNDAY = 0;
const SATURDAY = 6;

/** Days that are not what they seem: data that an administrator keeps, not rules in code. */
@Injectable()
export class CalendarService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly days: CalendarRepository,
    private readonly journal: Journal,
    private readonly acts: JournalQueries,
    private readonly clock: Clock,
  ) {}

  /** The calendar as it is known now; what terms are counted over. */
  async current(): Promise<WorkingCalendar> {
    const { days, years } = await this.days.all();
    return new WorkingCalendar(days, years);
  }

  /** Years of which something is known, the latest first. */
  years(): Promise<CalendarYear[]> {
    return this.days.years();
  }

  /** The days of a year that are not what they seem. */
  async year(year: number): Promise<{ loaded: boolean; days: readonly CalendarDay[] }> {
    return this.days.ofYear(year);
  }

  /** A day as it is kept; undefined for one that is what it seems. */
  day(date: LocalDate): Promise<CalendarDay | undefined> {
    return this.days.one(date);
  }

  /** The version of what is known of a day: the number of the last act on it in the journal. */
  versionOf(date: LocalDate): Promise<number> {
    return this.acts.lastOn(`day:${date}`, 'calendar:days');
  }

  /**
   * Changes one day. Throws `invalid` when a weekday is to become a moved working day, `changed-meanwhile` when
   * `expected` is not the version.
   */
  async setDay(date: LocalDate, change: DayChange, by: Actor, expected?: number): Promise<CalendarDay | null> {
    return this.unitOfWork.run(async () => {
      await this.days.lockAll();
      if (expected !== undefined && expected !== (await this.versionOf(date))) throw new Problem('changed-meanwhile');
      const before = await this.days.one(date);
      if (change.kind === 'ordinary') await this.days.remove(date);
      else await this.days.put([dayOf(date, change)]);
      this.journal.append(daySet(date, before?.kind ?? 'ordinary', change, by));
      return change.kind === 'ordinary' ? null : dayOf(date, change);
    });
  }

  /**
   * All special days of a year are entered: it counts as loaded, and due dates in it can be final. Throws `conflict`
   * for a year that is loaded already, `not-possible-now` for one without any such day.
   */
  async completeYear(year: number, basis: string, by: Actor): Promise<void> {
    await this.unitOfWork.run(async () => {
      await this.days.lockAll();
      const { loaded, days } = await this.days.ofYear(year);
      if (loaded) throw conflict('year-loaded', { params: { year: String(year) } });
      if (days.length === 0) throw notPossibleNow('year-empty', { params: { year: String(year) } });
      await this.days.loadYears([year], this.clock.now());
      this.journal.append(yearCompleted(year, basis, by));
    });
  }

  /** Reads a CSV of days; its years count as loaded. Throws `invalid` naming line and column; then nothing is stored. */
  async import(csv: string, by: Actor): Promise<number> {
    const days = readDays(csv);
    const years = [...new Set(days.map(({ date }) => Number(date.slice(0, 4))))];
    await this.unitOfWork.run(async () => {
      await this.days.lockAll();
      const changed = await this.days.put(days);
      const loaded = await this.days.loadYears(years, this.clock.now());
      if (changed + loaded > 0) this.journal.append(calendarImported(years, changed, by));
    });
    return days.length;
  }

  /** The days that come with the product, into an empty calendar. */
  async loadIfEmpty(): Promise<void> {
    await this.unitOfWork.run(async () => {
      await this.days.lockAll();
      if (!(await this.days.isEmpty())) return;
      await this.import(readFileSync(new URL('./days.csv', import.meta.url), 'utf8'), OPERATOR);
    });
  }
}

function dayOf(date: LocalDate, { kind, name, basis }: DayChange): CalendarDay {
  if (kind === 'ordinary' || name === undefined) throw invalidAt('/name', 'object-expected');
  if (kind === 'working_day_moved' && !isWeekend(date)) throw invalidAt('/kind', 'not-a-weekend');
  return { date, kind, name, basis, confidence: 'high' };
}

function isWeekend(date: LocalDate): boolean {
  return dayOfWeek(date) === SUNDAY || dayOfWeek(date) === SATURDAY;
}

const date: Cell<LocalDate> = (text) => {
  if (!isLocalDate(text)) throw new CellFault('date-expected');
  return text;
};

function readDays(csv: string): CalendarDay[] {
  const seen = new Set<LocalDate>();
  const columns = {
    date,
    kind: oneOf(DAY_KINDS),
    name_kk: filled,
    name_ru: filled,
    name_en: filled,
    basis: filled,
    confidence: oneOf(['high', 'medium', 'low']),
  };
  const rows = readCsv<Read<typeof columns>>(csv, columns, (row, fail) => {
    if (seen.has(row.date)) fail('date', 'duplicate');
    if (row.kind === 'working_day_moved' && !isWeekend(row.date)) fail('kind', 'not-a-weekend');
    seen.add(row.date);
  });
  return rows.map(({ name_kk: kk, name_ru: ru, name_en: en, ...row }) => ({ ...row, name: { kk, ru, en } }));
}
