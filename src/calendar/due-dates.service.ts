import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../platform/database/index.js';
import { Journal } from '../platform/journal/index.js';
import type { Actor, DueDate, LocalDate, Term } from '../platform/kernel/index.js';
import { CalendarService } from './calendar.service.js';
import { dueDateMoved, type Shift } from './calendar.events.js';

/** A due date that is still open: where its term began, how long it is, and the date stored. */
export interface OpenDueDate {
  readonly id: string;
  readonly startedOn: LocalDate;
  readonly term: Term;
  readonly dueOn: LocalDate;
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

  /** What a recalculation would move. */
  async preview(): Promise<Shift[]> {
    const calendar = await this.calendar.current();
    const shifts: Shift[] = [];
    for (const feature of this.#kinds) {
      for (const { id, startedOn, term, dueOn } of await feature.open(false)) {
        const { on } = calendar.due(startedOn, term);
        if (on !== dueOn) shifts.push({ kind: feature.kind, id, from: dueOn, to: on });
      }
    }
    return shifts;
  }

  /** Moves every open due date to where the present calendar puts it; old and new date go into the journal. */
  async recalculate(by: Actor): Promise<Shift[]> {
    return this.unitOfWork.run(async () => {
      const calendar = await this.calendar.current();
      const shifts: Shift[] = [];
      for (const feature of this.#kinds) {
        const isPublic = feature.public ?? true;
        const moved: ({ id: string } & DueDate)[] = [];
        for (const { id, startedOn, term, dueOn } of await feature.open(true)) {
          const due = calendar.due(startedOn, term);
          if (due.on === dueOn) continue;
          moved.push({ id, ...due });
          const shift = { kind: feature.kind, id, from: dueOn, to: due.on };
          shifts.push(shift);
          this.journal.append(dueDateMoved(shift, by, isPublic));
        }
        if (moved.length > 0) await feature.move(moved);
      }
      return shifts;
    });
  }
}
