import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DueDates, type OpenDueDate } from '../calendar/index.js';
import { Statements } from '../platform/database/index.js';
import type { DueDate } from '../platform/kernel/index.js';

type Moved = readonly ({ id: string } & DueDate)[];

/** Tells the calendar of the open due dates of answers (K8.answers). */
@Injectable()
export class ConsultationDueDates implements OnModuleInit {
  constructor(
    private readonly statements: Statements,
    private readonly dueDates: DueDates,
  ) {}

  onModuleInit(): void {
    this.dueDates.register({
      kind: 'consultation',
      open: (lock) => this.#answers(lock),
      move: (dates) => this.#moveAnswers(dates),
    });
  }

  #answers(lock: boolean): Promise<OpenDueDate[]> {
    return this.#open(
      `answers-due-open${lock ? '-locked' : ''}`,
      `select c.id, c.closes_on as "startedOn", c.answers_term as term, c.answers_due_on as "dueOn",
         c.answers_due_provisional as provisional
       from consultations c where c.state = 'published' order by c.id ${lock ? 'for update' : ''}`,
    );
  }

  #open(name: string, sql: string): Promise<OpenDueDate[]> {
    return this.statements.rows<OpenDueDate & Record<string, unknown>>(name, sql);
  }

  async #moveAnswers(dates: Moved): Promise<void> {
    await this.statements.rows(
      'answers-due-move',
      `update consultations c
       set answers_due_on = d.due_on, answers_due_provisional = d.provisional, version = c.version + 1
       from unnest($1::uuid[], $2::date[], $3::boolean[]) as d (id, due_on, provisional) where c.id = d.id`,
      columns(dates),
    );
  }
}

function columns(dates: Moved): unknown[][] {
  return [dates.map(({ id }) => id), dates.map(({ on }) => on), dates.map(({ provisional }) => provisional)];
}
