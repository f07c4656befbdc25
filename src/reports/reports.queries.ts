import { Injectable } from '@nestjs/common';
import { Statements } from '../platform/database/index.js';
import { notFound } from '../platform/kernel/index.js';
import type { ReportCounts } from './completion-report.entity.js';
import type { ReportRead } from './reports.responses.js';

/** The figures of now, with what stands in the way of a report. */
export interface Tally {
  readonly counts: ReportCounts;
  readonly unanswered: number;
  readonly lastAnswerAt: Date | null;
}

/** Reads for and of completion reports. */
@Injectable()
export class ReportsQueries {
  constructor(private readonly statements: Statements) {}

  /** Counts all comments of a consultation; an answer before `lateFrom` was on time. */
  async tally(consultationId: string, lateFrom: Date): Promise<Tally> {
    const row = await this.statements.row<Tally & Record<string, unknown>>(
      'report-tally',
      `with c as (select channel, language, state, outcome, participant, answered_at from comments
         where consultation_id = $1)
       select count(*) filter (where state = 'accepted') as unanswered, max(answered_at) as "lastAnswerAt",
         json_build_object('total', count(*), 'withdrawn', count(*) filter (where state = 'withdrawn'),
           'answered', count(*) filter (where state = 'answered'),
           'answeredOnTime', count(*) filter (where state = 'answered' and answered_at < $2),
           'participants', count(distinct participant),
           'byChannel', (select coalesce(json_object_agg(channel, n order by channel), '{}')
             from (select channel, count(*) as n from c group by channel) g),
           'byLanguage', (select coalesce(json_object_agg(language, n order by language), '{}')
             from (select language, count(*) as n from c group by language) g),
           'byOutcome', (select coalesce(json_object_agg(outcome, n order by outcome), '{}')
             from (select outcome, count(*) as n from c where state = 'answered' group by outcome) g)) as counts
       from c`,
      [consultationId, lateFrom],
    );
    if (!row) throw new Error('A count without a row.');
    return row;
  }

  /** Throws `not-found` before it is published. */
  async of(consultationId: string): Promise<ReportRead> {
    const row = await this.statements.row<ReportRead & Record<string, unknown>>(
      'report',
      `select r.id, r.version, r.consultation_id as "consultationId", c.body_id as "bodyId",
         r.published_at as "publishedAt", r.published_on as "publishedOn", r.last_answer_on as "lastAnswerOn",
         r.due_on as "dueOn", r.due_provisional as provisional, r.summary, r.counts,
         c.answers_due_on as "answersDueOn"
       from consultation_reports r join consultations c on c.id = r.consultation_id where r.consultation_id = $1`,
      [consultationId],
    );
    if (!row) throw notFound();
    return row;
  }
}
