import { Injectable, type OnModuleInit } from '@nestjs/common';
import { EditionsRepository } from '../assessments/index.js';
import { DueDates, type DueDateKind, type OpenDueDate } from '../calendar/index.js';
import { Statements } from '../platform/database/index.js';
import type { DueDate } from '../platform/kernel/index.js';

/** Open terms for an action or a reasoned refusal on weak indicators (A2.gap), for the recomputation of due dates. */
@Injectable()
export class GapTerms implements DueDateKind, OnModuleInit {
  readonly kind = 'assessment-gaps';

  constructor(
    private readonly statements: Statements,
    private readonly editions: EditionsRepository,
    private readonly dueDates: DueDates,
  ) {}

  onModuleInit(): void {
    this.dueDates.register(this);
  }

  /** Latest versions with a weak indicator that nothing answers yet. */
  open(lock: boolean): Promise<OpenDueDate[]> {
    return this.statements.rows<OpenDueDate & Record<string, unknown>>(
      lock ? 'gap-terms-open-locked' : 'gap-terms-open',
      `select e.assessment_id as id, e.published_on as "startedOn", e.gaps_term as term, e.gaps_due_on as "dueOn",
         e.provisional
       from assessment_editions e
       where e.number = (select max(l.number) from assessment_editions l where l.assessment_id = e.assessment_id)
         and exists (select from unnest(e.weak) as w (code) where not exists (select from follow_ups f
           where f.assessment_id = e.assessment_id and f.indicator = w.code))
       order by e.assessment_id ${lock ? 'for update of e' : ''}`,
    );
  }

  move(dates: readonly ({ id: string } & DueDate)[]): Promise<void> {
    return this.editions.moveGapsDue(dates);
  }
}
