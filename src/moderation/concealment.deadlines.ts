import type { LocalDate, Term, WorkingCalendar } from '../platform/kernel/index.js';

/** A term that began, as it was applied, with its last day. */
export interface BegunTerm {
  readonly term: Term;
  readonly dueOn: LocalDate;
  /** True while a year that decides the day is not in the calendar. */
  readonly provisional: boolean;
}

/** A decision on an appeal that came after its last day: it stands, and is shown. */
export interface LateDecision {
  readonly rule: 'N1.decision';
  readonly required: LocalDate;
  readonly actual: LocalDate;
}

/** The last day of an appeal, counted from the concealment (N1.appeal), or of a decision, from the appeal (N1.decision). */
export function termFrom(calendar: WorkingCalendar, from: LocalDate, term: Term): BegunTerm {
  const { on, provisional } = calendar.due(from, term);
  return { term, dueOn: on, provisional };
}

/** True when the last day of the appeal has passed (N1.appeal). */
export function isTooLateToAppeal({ appealDueOn }: { readonly appealDueOn: LocalDate }, today: LocalDate): boolean {
  return today > appealDueOn;
}

/** True when an appeal has no decision by the end of its last day (N1.decision). */
export function isDecisionOverdue(
  { state, decisionDueOn }: { readonly state: string; readonly decisionDueOn: LocalDate | null },
  today: LocalDate,
): boolean {
  return state === 'appealed' && decisionDueOn !== null && decisionDueOn < today;
}

/** The breach of a late decision; none while there is no decision. */
export function lateDecisions(decisionDueOn: LocalDate | null, decidedOn: LocalDate | null): LateDecision[] {
  if (decisionDueOn === null || decidedOn === null || decidedOn <= decisionDueOn) return [];
  return [{ rule: 'N1.decision', required: decisionDueOn, actual: decidedOn }];
}
