import type { Phase } from '../../consultations/index.js';
import type { LocalDate } from '../../platform/kernel/index.js';
import type { PageContext } from '../frame/index.js';

/** What decides the date that matters. */
export interface PhaseDates {
  readonly phase: Phase | null;
  readonly closesOn: LocalDate;
  /** The day by which comments are to be answered. */
  readonly dueOn: LocalDate | null;
}

/** Until when to comment or to answer; null in a phase in which nothing is due. */
export function phaseDate(ctx: PageContext, { phase, closesOn, dueOn }: PhaseDates): string | null {
  if (phase === 'commenting') return ctx.t('portal.consultations.until', { date: ctx.format.date(closesOn) });
  const isOwed = phase === 'answering' || phase === 'overdue';
  return isOwed && dueOn !== null ? ctx.t('portal.consultations.answersDue', { date: ctx.format.date(dueOn) }) : null;
}
