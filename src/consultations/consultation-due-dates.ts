import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DueDates, type OpenDueDate } from '../calendar/index.js';
import { Statements } from '../platform/database/index.js';
import type { DueDate } from '../platform/kernel/index.js';

type Moved = readonly ({ id: string } & DueDate)[];

/** Tells the calendar of the open due dates of answers (K8.answers) and of councils' opinions (K1). */
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
    this.dueDates.register({
      kind: 'council-notice',
      open: (lock) => this.#opinions(lock),
      move: (dates) => this.#moveOpinions(dates),
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

  #opinions(lock: boolean): Promise<OpenDueDate[]> {
    return this.#open(
      `opinions-due-open${lock ? '-locked' : ''}`,
      `select n.id, n.notified_on as "startedOn", n.opinion_term as term, n.opinion_due_on as "dueOn",
         n.opinion_due_provisional as provisional
       from consultation_councils n join consultations c on c.id = n.consultation_id
       where c.state = 'published' and n.notified_on is not null order by n.id ${lock ? 'for update of n' : ''}`,
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

  async #moveOpinions(dates: Moved): Promise<void> {
    await this.statements.rows(
      'opinions-due-move',
      `update consultation_councils n set opinion_due_on = d.due_on, opinion_due_provisional = d.provisional
       from unnest($1::uuid[], $2::date[], $3::boolean[]) as d (id, due_on, provisional) where n.id = d.id`,
      columns(dates),
    );
  }
}

function columns(dates: Moved): unknown[][] {
  return [dates.map(({ id }) => id), dates.map(({ on }) => on), dates.map(({ provisional }) => provisional)];
}
