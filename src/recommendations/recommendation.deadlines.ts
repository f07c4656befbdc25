import type { LocalDate, Term, WorkingCalendar } from '../platform/kernel/index.js';

/** The term of a reply, with the last day on which the reply is in time. */
export interface ReplyTerm {
  /** R1, R2 or R4, by the power. */
  readonly rule: string;
  readonly term: Term;
  readonly dueOn: LocalDate;
  /** True while a year that decides the day is not in the calendar. */
  readonly provisional: boolean;
}

/** A reply that came after its last day: it stands, and is shown. */
export interface LateReply {
  readonly rule: string;
  readonly required: LocalDate;
  readonly actual: LocalDate;
}

/** The last day of the reply, counted from the dispatch (R1, R2, R4). */
export function replyTerm(calendar: WorkingCalendar, sentOn: LocalDate, rule: string, term: Term): ReplyTerm {
  const { on, provisional } = calendar.due(sentOn, term);
  return { rule, term, dueOn: on, provisional };
}

/** True when no reply has come by the end of the last day. */
export function isOverdue(
  open: { readonly state: string; readonly dueOn: LocalDate | null },
  today: LocalDate,
): boolean {
  return open.state === 'sent' && open.dueOn !== null && open.dueOn < today;
}

/** The breach of a late reply; none while there is no reply. */
export function lateReplies(rule: string | null, dueOn: LocalDate | null, answeredOn: LocalDate | null): LateReply[] {
  if (rule === null || dueOn === null || answeredOn === null || answeredOn <= dueOn) return [];
  return [{ rule, required: dueOn, actual: answeredOn }];
}
