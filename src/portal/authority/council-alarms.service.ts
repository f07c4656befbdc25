import { Injectable } from '@nestjs/common';
import { CalendarService } from '../../calendar/index.js';
import { CouncilRules, CouncilsQueries, renewalDay } from '../../councils/index.js';
import { CompositionAlarms, type Standing } from '../../members/index.js';
import { addDays, Clock, localDateOf, type LocalDate } from '../../platform/kernel/index.js';
import { LateMinutesQueries, type UnpublishedMinutes } from './late-minutes.queries.js';

/** A council whose convocation ends, without a next one. */
export interface Renewal {
  readonly councilId: string;
  readonly number: number;
  readonly untilOn: LocalDate;
  /** The last day on which the renewal starts in time (C7). */
  readonly startBy: LocalDate;
}

/** Minutes whose next step was not done in time (M5). */
export interface LateMinutes extends UnpublishedMinutes {
  readonly dueOn: LocalDate;
}

/** What the authority has to look at in the councils, in each list the most urgent first. */
export interface CouncilAlarmLists {
  readonly incomplete: readonly Standing[];
  readonly forming: readonly Standing[];
  readonly renewals: readonly Renewal[];
  readonly minutes: readonly LateMinutes[];
}

/** A renewal is announced on the desk so many days before it must have started. */
const DAYS_AHEAD = 30;

/** What is wrong with councils, or is going to be. */
@Injectable()
export class CouncilAlarms {
  constructor(
    private readonly compositions: CompositionAlarms,
    private readonly councils: CouncilsQueries,
    private readonly late: LateMinutesQueries,
    private readonly rules: CouncilRules,
    private readonly calendar: CalendarService,
    private readonly clock: Clock,
  ) {}

  /** Today's alarms; as many statements for any number of councils. */
  async today(): Promise<CouncilAlarmLists> {
    const today = this.clock.today();
    const [standings, convocations, unpublished, rulesOf, calendar] = await Promise.all([
      this.compositions.on(today),
      this.councils.lastConvocations(),
      this.late.by(today),
      this.rules.ofAll(today),
      this.calendar.current(),
    ]);
    const renewals = convocations.map(({ councilId, number, untilOn }) => {
      const startBy = renewalDay(calendar, untilOn, rulesOf(councilId).term('C7'));
      return { councilId, number, untilOn, startBy };
    });
    const minutes = unpublished.map((one) => {
      const term = rulesOf(one.councilId).term('M5.signed');
      return { ...one, dueOn: one.dueOn ?? calendar.due(localDateOf(one.startsAt), term).on };
    });
    return {
      ...standings,
      renewals: renewals
        .filter(({ startBy }) => startBy <= addDays(today, DAYS_AHEAD))
        .sort(by(({ startBy }) => startBy)),
      minutes: minutes.filter(({ dueOn }) => dueOn < today).sort(by(({ dueOn }) => dueOn)),
    };
  }
}

function by<T>(day: (one: T) => LocalDate): (one: T, other: T) => number {
  return (one, other) => (day(one) < day(other) ? -1 : 1);
}
