import { addDays, type LocalDate, type LocalizedText } from '../../platform/kernel/index.js';

/** What a secretary has to do. */
export const SECRETARY_TASKS = [
  'announce',
  'hold',
  'close',
  'draft-minutes',
  'circulate-minutes',
  'sign-minutes',
  'publish-minutes',
  'dispatch',
  'reply-awaited',
  'promise',
  'measure-awaited',
  'verify',
  'give-opinion',
  'opinion-answer-awaited',
] as const;

/** What an officer of a body has to do. */
export const OFFICER_TASKS = [
  'reply',
  'measure',
  'publish-draft',
  'discussion-open',
  'answer',
  'report',
  'answer-opinion',
] as const;

export type TaskKind = (typeof SECRETARY_TASKS)[number] | (typeof OFFICER_TASKS)[number];

/** Something on a desk; for a meeting with its number and instant, else with its text. */
export interface DeskTask {
  readonly kind: TaskKind;
  readonly id: string;
  /** The meeting or agenda item it belongs to. */
  readonly meetingId: string | null;
  readonly itemId: string | null;
  readonly councilId: string | null;
  readonly bodyId: string | null;
  readonly number: number | null;
  readonly startsAt: Date | null;
  readonly text: LocalizedText | null;
  /** Comments without an answer. */
  readonly count: number;
  readonly closesOn: LocalDate | null;
  readonly lastAnswerAt: Date | null;
  /** The last day in time; null where the law names none. */
  readonly dueOn: LocalDate | null;
}

/** When something is to be done. */
export const TIMES = ['overdue', 'today', 'week', 'later', 'undated', 'awaited'] as const;

export type TaskTime = (typeof TIMES)[number];

/** What others have to do; it is only watched. */
const AWAITED: readonly TaskKind[] = ['reply-awaited', 'measure-awaited', 'discussion-open', 'opinion-answer-awaited'];
const WEEK = 7;

/** Under which heading of the desk a task stands. */
export function timeOf({ kind, dueOn }: DeskTask, today: LocalDate): TaskTime {
  if (AWAITED.includes(kind)) return 'awaited';
  if (dueOn === null) return 'undated';
  if (dueOn < today) return 'overdue';
  if (dueOn === today) return 'today';
  return dueOn <= addDays(today, WEEK) ? 'week' : 'later';
}

/** The tasks by their time, in each the oldest first. */
export function byTime(tasks: readonly DeskTask[], today: LocalDate): ReadonlyMap<TaskTime, DeskTask[]> {
  const ordered = [...tasks].sort((one, other) => ((one.dueOn ?? '') < (other.dueOn ?? '') ? -1 : 1));
  return new Map(TIMES.map((time) => [time, ordered.filter((task) => timeOf(task, today) === time)]));
}
