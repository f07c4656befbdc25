import {
  addDays,
  notPossibleNow,
  startOf,
  type AppliedRule,
  type LocalDate,
  type Term,
  type WorkingCalendar,
} from '../platform/kernel/index.js';
import { CONSULTATION, type ConsultationState } from './consultation.lifecycle.js';

/** What is discussed: the early document that precedes a draft law, or the draft itself. */
export const STAGES = ['consultative_document', 'draft'] as const;

/** Drafts under a special legal regime: five or two working days (K9). */
export const SPECIAL_REGIMES = ['five', 'two'] as const;

export type Stage = (typeof STAGES)[number];
export type SpecialRegime = (typeof SPECIAL_REGIMES)[number];

/** Where a published consultation stands on a day. */
export const PHASES = ['commenting', 'answering', 'overdue', 'reported', 'concluded', 'withdrawn'] as const;

export type Phase = (typeof PHASES)[number];

/** The first instant at which a comment is too late: the closing day is in time to its end in Kazakhstan. */
export function commentsCloseAt(closesOn: LocalDate): Date {
  return startOf(addDays(closesOn, 1));
}

/** True while comments are taken. */
export function isOpenAt(
  { state, closesOn }: { readonly state: ConsultationState; readonly closesOn: LocalDate },
  at: Date,
): boolean {
  return state === 'published' && at < commentsCloseAt(closesOn);
}

/** Dates and state that decide the phase. */
export interface PhaseParts {
  readonly state: ConsultationState;
  readonly closesOn: LocalDate;
  readonly answersDueOn: LocalDate | null;
}

/** The phase on a day; null for a draft. Overdue: no report although the day for answers (K8.answers) is past. */
export function phaseOn({ state, closesOn, answersDueOn }: PhaseParts, today: LocalDate): Phase | null {
  if (state === 'draft') return null;
  if (state !== 'published') return state;
  if (today <= closesOn) return 'commenting';
  return answersDueOn !== null && today > answersDueOn ? 'overdue' : 'answering';
}

/** What decides how long a discussion must last. */
export interface WindowParts {
  readonly stage: Stage;
  readonly actType: string;
  readonly publicService: boolean;
  readonly specialRegime: SpecialRegime | null;
}

const RULE_OF_REGIME: Readonly<Record<SpecialRegime, string>> = { five: 'K9.special_5', two: 'K9.special_2' };

/** Ids of the rules that bind the window (K7–K9): a special regime alone, else the kind of text and its subject. */
export function windowRules({ stage, actType, publicService, specialRegime }: WindowParts): string[] {
  if (specialRegime !== null) return [RULE_OF_REGIME[specialRegime]];
  if (actType === 'law' || stage === 'consultative_document') {
    return publicService ? ['K8.window_law', 'K7.window'] : ['K8.window_law'];
  }
  return [publicService ? 'K7.window' : 'K8.window'];
}

/** The rule by which a notified council gives its opinion (K1): a draft law, or any other draft. */
export function opinionRule(actType: string): string {
  return actType === 'law' ? 'K1.law' : 'K1.act';
}

/** A rule with the length it asks for. */
export interface WindowRule {
  readonly rule: AppliedRule;
  readonly term: Term;
}

/** Throws `not-possible-now` naming the strictest rule broken and the earliest closing day it allows. */
export function refuseShortWindow(
  today: LocalDate,
  closesOn: LocalDate,
  windows: readonly WindowRule[],
  calendar: WorkingCalendar,
): void {
  const [broken] = windows
    .filter(({ term }) => !calendar.windowIsAtLeast(today, closesOn, term))
    .map(({ rule, term }) => ({ rule, earliest: calendar.due(today, term).on }))
    .sort((one, other) => (one.earliest > other.earliest ? -1 : 1));
  if (!broken) return;
  const { rule, earliest } = broken;
  const possible = CONSULTATION.possible('draft').filter((move) => move !== 'publication');
  throw notPossibleNow('window-too-short', {
    state: 'draft',
    possible,
    rule,
    params: { rule: rule.id, earliest },
    more: { earliest },
  });
}
