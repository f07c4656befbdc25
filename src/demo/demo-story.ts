import { addDays, startOf, type LocalDate, type WorkingCalendar } from '../platform/kernel/index.js';

/** One act of the story with its instant. */
export interface Deed {
  readonly at: Date;
  /** Apart from a transaction of its own, for services that bring theirs. */
  readonly apart: boolean;
  readonly act: () => Promise<unknown>;
}

/** Working days before today on which the story begins. */
export const BEGINS = 330;
/** Calendar days before today on which the facts are loaded: earlier than the beginning in every year's calendar. */
const FACTS_DAYS = 520;

const MS_PER_MINUTE = 60_000;

/** What the demonstration tells, in working days before today, so that it looks alive on whatever day it is told. */
export class Story {
  readonly #deeds: Deed[] = [];
  readonly #ids = new Map<string, string>();

  constructor(
    private readonly today: LocalDate,
    private readonly calendar: WorkingCalendar,
  ) {}

  /** The day so many working days ago; below zero ahead; for zero today, or the next working day. */
  day(ago: number): LocalDate {
    if (ago > 0) return this.calendar.latestBefore(this.today, { amount: ago, unit: 'wd' }).on;
    if (ago === 0 && this.calendar.isWorkingDay(this.today)) return this.today;
    return this.calendar.due(this.today, { amount: Math.max(1, -ago), unit: 'wd' }).on;
  }

  /** An instant of such a day, such as `10:30` in Kazakhstan. */
  instant(ago: number, time: string): Date {
    return atTime(this.day(ago), time);
  }

  /** Tells an act. */
  on(ago: number, time: string, act: () => Promise<unknown>): void {
    this.#deeds.push({ at: this.instant(ago, time), apart: false, act });
  }

  /** Tells an act whose service has transactions of its own. */
  apart(ago: number, time: string, act: () => Promise<unknown>): void {
    this.#deeds.push({ at: this.instant(ago, time), apart: true, act });
  }

  /** All acts, earliest first; those of one instant as they were told. */
  inOrder(): Deed[] {
    return this.#deeds.toSorted((one, other) => one.at.getTime() - other.at.getTime());
  }

  /** Remembers the id of what an act made. */
  remember(name: string, id: string): void {
    this.#ids.set(name, id);
  }

  /** Throws for what was not made yet: the data tell something too early. */
  id(name: string): string {
    const id = this.#ids.get(name);
    if (id === undefined) throw new Error(`The demonstration needs ${name} before it is made.`);
    return id;
  }
}

/** The instant at which the facts are loaded into a database that is to be told the demonstration. */
export function factsAt(today: LocalDate): Date {
  return atTime(addDays(today, -FACTS_DAYS), '09:00');
}

function atTime(day: LocalDate, time: string): Date {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return new Date(startOf(day).getTime() + (hours * 60 + minutes) * MS_PER_MINUTE);
}
