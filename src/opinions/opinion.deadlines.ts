import type { DueDate, LocalDate, Term, WorkingCalendar } from '../platform/kernel/index.js';
import type { OpinionState, Standing } from './opinion.lifecycle.js';

/** The term of a notified council (K1) as it is stored with its notice. */
export interface NoticeTerm {
  readonly dueOn: LocalDate;
  /** True while a year that decides the day is not in the calendar. */
  readonly provisional: boolean;
}

/** What decides where a notified council stands on a day. */
export interface NoticeFacts extends NoticeTerm {
  /** The day on which the text was taken back. */
  readonly withdrawnOn: LocalDate | null;
  /** Whether its opinion came late; null while none came. */
  readonly late: boolean | null;
}

/** True when a term is over for certain: a provisional last day ends nothing, as the calendar may still move it. */
export function isOver({ dueOn, provisional }: NoticeTerm, day: LocalDate): boolean {
  return !provisional && day > dueOn;
}

/**
 * Where a notified council stands on a day. Silence (K2) is what a term without an opinion in time comes to; a later
 * opinion does not undo it. A text that was taken back within the term needs no opinion.
 */
export function standingOn(notice: NoticeFacts, today: LocalDate): Standing {
  if (notice.late === false) return 'given';
  const lastDay = notice.withdrawnOn !== null && notice.withdrawnOn < today ? notice.withdrawnOn : today;
  if (isOver(notice, lastDay)) return 'silent';
  return notice.withdrawnOn === null ? 'awaited' : 'not_needed';
}

/** The last day of the body's answer, counted from the receipt (K3); none is owed to an opinion that came late (K2). */
export function responseDue(
  calendar: WorkingCalendar,
  { receivedOn, late }: { readonly receivedOn: LocalDate; readonly late: boolean },
  term: Term,
): DueDate | null {
  return late ? null : calendar.due(receivedOn, term);
}

/** What decides whether an answer is owed and has not come. */
export interface ResponseFacts {
  readonly state: OpinionState;
  readonly dueOn: LocalDate | null;
  /** True where the text was taken back: nothing is owed any more. */
  readonly withdrawn: boolean;
}

/** True when no answer has come by the end of the last day. */
export function isOverdue({ state, dueOn, withdrawn }: ResponseFacts, today: LocalDate): boolean {
  return state === 'given' && !withdrawn && dueOn !== null && dueOn < today;
}

/** A term that was not kept: it stands, and is shown. */
export interface OpinionBreach {
  readonly rule: string;
  readonly required: LocalDate;
  readonly actual: LocalDate;
}

/** The days that decide what came late. */
export interface OpinionDays {
  readonly termRule: string | null;
  readonly termEndsOn: LocalDate | null;
  readonly receivedOn: LocalDate;
  readonly late: boolean;
  readonly dueOn: LocalDate | null;
  readonly answeredOn: LocalDate | null;
}

/** An opinion after its term (K1), an answer after its own (K3). */
export function breachesOf(days: OpinionDays): OpinionBreach[] {
  const { termRule, termEndsOn, receivedOn, late, dueOn, answeredOn } = days;
  const breaches: OpinionBreach[] = [];
  if (late && termRule !== null && termEndsOn !== null) {
    breaches.push({ rule: termRule, required: termEndsOn, actual: receivedOn });
  }
  if (dueOn !== null && answeredOn !== null && answeredOn > dueOn) {
    breaches.push({ rule: 'K3', required: dueOn, actual: answeredOn });
  }
  return breaches;
}
