import { Injectable } from '@nestjs/common';
import { Statements } from '../platform/database/index.js';
import { notFound } from '../platform/kernel/index.js';
import type { LocalizedText } from '../platform/kernel/index.js';
import type { FurtherCounts, ReportCounts } from './completion-report.entity.js';
import type { ReportRead } from './reports.responses.js';

/** The figures of now, with what stands in the way of a report. */
export interface Tally {
  readonly counts: ReportCounts;
  readonly further: FurtherCounts;
  readonly unanswered: number;
  readonly lastAnswerAt: Date | null;
}

/** What was said about one provision, and what the body decided. */
export interface OnProvision {
  readonly provisionId: string;
  /** As printed before it in the last version that it stands in. */
  readonly number: string | null;
  readonly comments: number;
  readonly accepted: number;
  readonly partly: number;
  readonly declined: number;
}

/** Reads for and of completion reports. */
@Injectable()
export class ReportsQueries {
  constructor(private readonly statements: Statements) {}

  /** Counts all comments of a consultation; an answer before `lateFrom` was on time. */
  async tally(consultationId: string, lateFrom: Date): Promise<Tally> {
    const row = await this.statements.row<Tally & Record<string, unknown>>(
      'report-tally',
      `with c as (select channel, language, state, outcome, participant, answered_at, provision_id, text_hash
           from comments where consultation_id = $1),
         g as (select count(*) as groups, coalesce(sum(comments), 0) as comments from comment_groups
           where consultation_id = $1 and merged_into is null and comments > 1)
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
             from (select outcome, count(*) as n from c where state = 'answered' group by outcome) g)) as counts,
         json_build_object('byProvision', (select coalesce(json_object_agg(provision_id, n order by provision_id), '{}')
             from (select provision_id, count(*) as n from c where provision_id is not null group by 1) g),
           'texts', count(distinct text_hash) filter (where state <> 'withdrawn'),
           'groups', (select groups from g), 'inGroups', (select comments from g)) as further
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
         r.due_on as "dueOn", r.due_provisional as provisional, r.summary,
         r.counts || r.further_counts as counts, r.lines,
         r.content_hash as "contentHash", r.lines_hash as "linesHash",
         c.answers_due_on as "answersDueOn"
       from consultation_reports r join consultations c on c.id = r.consultation_id where r.consultation_id = $1`,
      [consultationId],
    );
    if (!row) throw notFound();
    return row;
  }

  /** The provisions that comments are about, in the order of the text. */
  async onProvisions(consultationId: string): Promise<OnProvision[]> {
    return this.statements.rows<OnProvision & Record<string, unknown>>(
      'report-provisions',
      `select n."provisionId", n.comments, n.accepted, n.partly, n.declined, t.number
       from (
         select provision_id as "provisionId", count(*) as comments, count(*) filter (where outcome = 'accepted') as accepted,
           count(*) filter (where outcome = 'partly') as partly, count(*) filter (where outcome = 'declined') as declined
         from comments where consultation_id = $1 and provision_id is not null group by provision_id
       ) n left join lateral (select number, position from provision_texts
         where provision_id = n."provisionId" order by version desc limit 1) t on true
       order by t.position, n."provisionId"`,
      [consultationId],
    );
  }

  /** The names of a body and of councils, by their ids. */
  async names(ids: readonly string[]): Promise<ReadonlyMap<string, LocalizedText>> {
    const rows = await this.statements.rows<{ id: string; name: LocalizedText }>(
      'report-names',
      `select id, name from bodies where id = any($1::uuid[])
       union all select id, name from councils where id = any($1::uuid[])`,
      [ids],
    );
    return new Map(rows.map(({ id, name }) => [id, name]));
  }
}
