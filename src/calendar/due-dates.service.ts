import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../platform/database/index.js';
import { Journal } from '../platform/journal/index.js';
import type { Actor, DueDate, LocalDate, Term, WorkingCalendar } from '../platform/kernel/index.js';
import { CalendarService } from './calendar.service.js';
import { dueDateRecalculated, type Shift } from './calendar.events.js';

/** A due date that is still open: where its term began, how long it is, and the date stored, final or not. */
export interface OpenDueDate {
  readonly id: string;
  readonly startedOn: LocalDate;
  readonly term: Term;
  readonly dueOn: LocalDate;
  readonly provisional: boolean;
}

/** How a feature tells of its open due dates and moves one of them. */
export interface DueDateKind {
  /** Kind of the record, as the journal names it. */
  readonly kind: string;
  /** False where the record itself is not public; its moved dates are not either. */
  readonly public?: boolean;
  /** All open ones, in one statement; locked when `lock` is true. */
  open(lock: boolean): Promise<readonly OpenDueDate[]>;
  /** Writes the new dates, in one statement. */
  move(dates: readonly ({ id: string } & DueDate)[]): Promise<void>;
}

/** The registry of due dates: what has to be recomputed when days change. */
@Injectable()
export class DueDates {
  readonly #kinds: DueDateKind[] = [];

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly calendar: CalendarService,
    private readonly journal: Journal,
  ) {}

  /** A feature registers its kind of due date at start-up. */
  register(kind: DueDateKind): void {
    this.#kinds.push(kind);
  }

  /** What a recalculation would move, and which dates it would make final. */
  async preview(): Promise<Shift[]> {
    const calendar = await this.calendar.current();
    const shifts: Shift[] = [];
    for (const feature of this.#kinds) {
      shifts.push(...shiftsOf(feature.kind, await feature.open(false), calendar));
    }
    return shifts;
  }

  /**
   * Moves every open due date to where the present calendar puts it, and makes final what only waited for a year to be
   * loaded; old and new date go into the journal.
   */
  async recalculate(by: Actor): Promise<Shift[]> {
    return this.unitOfWork.run(async () => {
      const calendar = await this.calendar.current();
      const shifts: Shift[] = [];
      for (const feature of this.#kinds) {
        const isPublic = feature.public ?? true;
        const changed = shiftsOf(feature.kind, await feature.open(true), calendar);
        if (changed.length === 0) continue;
        await feature.move(changed.map(({ id, to: on, provisional }) => ({ id, on, provisional })));
        for (const shift of changed) this.journal.append(dueDateRecalculated(shift, by, isPublic));
        shifts.push(...changed);
      }
      return shifts;
    });
  }
}

/** The dates that are others under this calendar, or the same but no longer provisional. */
function shiftsOf(kind: string, open: readonly OpenDueDate[], calendar: WorkingCalendar): Shift[] {
  return open.flatMap(({ id, startedOn, term, dueOn: from, provisional: before }) => {
    const { on: to, provisional } = calendar.due(startedOn, term);
    return to === from && provisional === before ? [] : [{ kind, id, from, to, provisional }];
  });
}
