import type { LocalDate } from '../platform/kernel/index.js';

/** What the terms of minutes are judged by. */
export interface MinutesDays {
  readonly signDueOn: LocalDate | null;
  readonly signedOn: LocalDate | null;
  readonly publishDueOn: LocalDate | null;
  readonly publishedOn: LocalDate | null;
}

/** A term that was not kept, or is not kept yet though its last day is over (`actual` null). */
export interface MinutesBreach {
  readonly rule: 'M5.signed' | 'M5.published';
  readonly required: LocalDate;
  readonly actual: LocalDate | null;
}

/** M5.signed and M5.published, derived from the days. */
export function minutesBreaches(days: MinutesDays, today: LocalDate): MinutesBreach[] {
  return [
    ...breach('M5.signed', days.signDueOn, days.signedOn, today),
    ...breach('M5.published', days.publishDueOn, days.publishedOn, today),
  ];
}

function breach(
  rule: MinutesBreach['rule'],
  required: LocalDate | null,
  actual: LocalDate | null,
  today: LocalDate,
): MinutesBreach[] {
  return required !== null && (actual ?? today) > required ? [{ rule, required, actual }] : [];
}
