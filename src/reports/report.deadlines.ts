import { type DueDate, type LocalDate, type Term, type WorkingCalendar } from '../platform/kernel/index.js';

/** The day by which the report is due (K8.report): after the last answer, but never counted from before the closing. */
export function reportDue(
  closesOn: LocalDate,
  lastAnswerOn: LocalDate | null,
  term: Term,
  calendar: WorkingCalendar,
): DueDate {
  const from = lastAnswerOn !== null && lastAnswerOn > closesOn ? lastAnswerOn : closesOn;
  return calendar.due(from, term);
}

/** A breach that is shown, not refused. */
export interface Breach {
  readonly rule: string;
  readonly required: string;
  readonly actual: string;
}

/** What decides whether answers and report came in time. */
export interface ReportDates {
  readonly publishedOn: LocalDate;
  readonly dueOn: LocalDate;
  readonly lastAnswerOn: LocalDate | null;
  readonly answersDueOn: LocalDate;
}

/** Late answers (K8.answers) and a late report (K8.report), with the day required and the day it was. */
export function breachesOf({ publishedOn, dueOn, lastAnswerOn, answersDueOn }: ReportDates): Breach[] {
  const breaches: Breach[] = [];
  if (lastAnswerOn !== null && lastAnswerOn > answersDueOn) {
    breaches.push({ rule: 'K8.answers', required: answersDueOn, actual: lastAnswerOn });
  }
  if (publishedOn > dueOn) breaches.push({ rule: 'K8.report', required: dueOn, actual: publishedOn });
  return breaches;
}
