import { Injectable } from '@nestjs/common';
import { CalendarService } from '../../calendar/index.js';
import { BodyRules } from '../../consultations/index.js';
import { CouncilRules } from '../../councils/index.js';
import { noticeDay } from '../../meetings/index.js';
import {
  Clock,
  localDateOf,
  rolesWith,
  type Actor,
  type LocalDate,
  type Permission,
  type WorkingCalendar,
} from '../../platform/kernel/index.js';
import { reportDue } from '../../reports/index.js';
import type { RuleSet } from '../../rulebook/index.js';
import { DeskQueries } from './desk.queries.js';
import type { DeskTask } from './tasks.js';

/** Where somebody works. */
export interface Workplaces {
  readonly councilIds: readonly string[];
  readonly bodyIds: readonly string[];
}

/** The councils for whom the caller is secretary, the bodies whose officer he is. */
export function workplacesOf(by: Actor): Workplaces {
  return {
    councilIds: scopesOf(by, 'meeting.record', 'councilId'),
    bodyIds: scopesOf(by, 'recommendation.reply', 'bodyId'),
  };
}

function scopesOf(by: Actor, permission: Permission, scope: 'councilId' | 'bodyId'): string[] {
  const roles = rolesWith(permission);
  const ids = by.grants.flatMap((grant) => (roles.includes(grant.role) ? [grant[scope]] : []));
  return [...new Set(ids.filter((id) => id !== null))];
}

/** What lies on somebody's desk, with the last day for each. */
@Injectable()
export class Desks {
  constructor(
    private readonly queries: DeskQueries,
    private readonly councilRules: CouncilRules,
    private readonly bodyRules: BodyRules,
    private readonly calendar: CalendarService,
    private readonly clock: Clock,
  ) {}

  /** What is to be done for the councils. */
  async secretary({ councilIds }: Workplaces): Promise<DeskTask[]> {
    if (councilIds.length === 0) return [];
    const today = this.clock.today();
    const [tasks, rules, calendar] = await Promise.all([
      this.queries.secretary(councilIds, today),
      this.councilRules.ofAll(today),
      this.calendar.current(),
    ]);
    return tasks.map((task) => ({
      ...task,
      dueOn: task.dueOn ?? meetingDue(task, rules(task.councilId ?? ''), calendar),
    }));
  }

  /** What is to be done for the bodies. */
  async officer({ bodyIds }: Workplaces): Promise<DeskTask[]> {
    if (bodyIds.length === 0) return [];
    const today = this.clock.today();
    const rules = await Promise.all(bodyIds.map(async (id) => [id, await this.bodyRules.on(id, today)] as const));
    const byBody = new Map(rules);
    const [tasks, calendar] = await Promise.all([this.queries.officer(bodyIds, today), this.calendar.current()]);
    return tasks.map((task) => ({ ...task, dueOn: officerDue(task, byBody.get(task.bodyId ?? ''), calendar) }));
  }
}

/** The day that follows from M5 for a meeting; null where a task has none. */
function meetingDue({ kind, startsAt }: DeskTask, rules: RuleSet, calendar: WorkingCalendar): LocalDate | null {
  if (startsAt === null) return null;
  const day = localDateOf(startsAt);
  if (kind === 'announce') return noticeDay(calendar, day, rules.term('M5.notice'));
  if (kind === 'draft-minutes') return calendar.due(day, rules.term('M5.signed')).on;
  return kind === 'hold' || kind === 'close' ? day : null;
}

/** The stored day, and for a report the one of K8.report. */
function officerDue(task: DeskTask, rules: RuleSet | undefined, calendar: WorkingCalendar): LocalDate | null {
  const { kind, closesOn, lastAnswerAt, dueOn } = task;
  if (kind !== 'report' || closesOn === null || rules === undefined) return dueOn;
  const answeredOn = lastAnswerAt === null ? null : localDateOf(lastAnswerAt);
  return reportDue(closesOn, answeredOn, rules.term('K8.report'), calendar).on;
}
