import { Injectable } from '@nestjs/common';
import { AnswersQueries } from '../../answers/index.js';
import type { ConsultationRead } from '../../consultations/index.js';
import { ImportsQueries } from '../../imports/index.js';
import { addDays, startOf } from '../../platform/kernel/index.js';
import { ReportsQueries } from '../../reports/index.js';
import type { Elsewhere } from './reported-elsewhere.js';

/** Discussions that were reported on the national portal: the figures are counted of what was taken over. */
@Injectable()
export class ReportsElsewhere {
  constructor(
    private readonly imports: ImportsQueries,
    private readonly reports: ReportsQueries,
    private readonly answers: AnswersQueries,
  ) {}

  /** Undefined where the report was published here, or is not published yet. */
  async of({
    id,
    state,
    source,
    reportedOn,
    answersDueOn,
    closesOn,
  }: ConsultationRead): Promise<Elsewhere | undefined> {
    const isReported = state === 'reported' || state === 'concluded';
    if (source === null || reportedOn !== null || !isReported) return undefined;
    const [known, tally, answers] = await Promise.all([
      this.imports.source(id),
      this.reports.tally(id, startOf(addDays(answersDueOn ?? closesOn, 1))),
      this.answers.ofConsultation(id),
    ]);
    return { source: known, tally, answers };
  }
}
