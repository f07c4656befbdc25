import { addDays, addMonths, type LocalDate, type Term, type WorkingCalendar } from '../platform/kernel/index.js';

const MONTHS_PER_YEAR = 12;

/**
 * The last day of a convocation that begins on `from` (C6): counted from the next day, so three years end on the same
 * day of the year. It is no term for an act, so a day off does not move it.
 */
export function convocationEnd(from: LocalDate, { amount, unit }: Term): LocalDate {
  switch (unit) {
    case 'year':
      return addMonths(from, amount * MONTHS_PER_YEAR);
    case 'month':
      return addMonths(from, amount);
    case 'cd':
    case 'wd':
      return addDays(from, amount);
  }
}

/** The last day on which the renewal of a council that ends on `until` starts in time (C7, Art. 9(2)). */
export function renewalDay(calendar: WorkingCalendar, until: LocalDate, term: Term): LocalDate {
  return calendar.latestBefore(until, term).on;
}
