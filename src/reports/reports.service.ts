import { Injectable } from '@nestjs/common';
import { CalendarService } from '../calendar/index.js';
import {
  BodyRules,
  CONSULTATION,
  consultationReported,
  ConsultationsRepository,
  mayAct,
  timelyMoves,
  type Consultation,
} from '../consultations/index.js';
import { newId, Rows, UnitOfWork } from '../platform/database/index.js';
import { Journal } from '../platform/journal/index.js';
import {
  addDays,
  Clock,
  localDateOf,
  notPossibleNow,
  permit,
  startOf,
  type Actor,
  type LocalDate,
  type LocalizedText,
} from '../platform/kernel/index.js';
import type { RuleSet } from '../rulebook/index.js';
import { CompletionReport } from './completion-report.entity.js';
import { reportDue } from './report.deadlines.js';
import { ReportFreezing } from './report-freezing.service.js';
import { ReportLinesRepository } from './report-lines.repository.js';
import { ReportsQueries, type Tally } from './reports.queries.js';

/** Completion reports: no comment unanswered, figures counted and frozen. */
@Injectable()
export class ReportsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly rows: Rows,
    private readonly consultations: ConsultationsRepository,
    private readonly queries: ReportsQueries,
    private readonly lines: ReportLinesRepository,
    private readonly freezing: ReportFreezing,
    private readonly rules: BodyRules,
    private readonly calendar: CalendarService,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /**
   * Publishes the report: what it consists of is kept line by line, and the journal has the hashes. Throws
   * `not-possible-now` before the closing and while a comment is unanswered.
   */
  publish(consultationId: string, summary: LocalizedText | null, by: Actor, expected?: number): Promise<void> {
    return this.unitOfWork.run(async () => {
      const consultation = await this.consultations.lock(consultationId, expected);
      permit(mayAct(by, 'report.publish', consultation));
      CONSULTATION.next(consultation.state, 'report');
      const today = this.clock.today();
      refuseOpen(consultation, today);
      const rules = await this.rules.on(consultation.bodyId, today);
      await this.lines.begin();
      const tally = await this.queries.tally(consultationId, endOf(consultation.answersDueOn ?? today));
      refuseUnanswered(consultation, tally, today);
      const report = await this.#reportOf(consultation, tally, rules, summary);
      consultation.report(today);
      await this.consultations.update(consultation);
      await this.#insert(report, consultation);
      const data = reportedFacts(report);
      this.journal.append(consultationReported(consultation, data, by, rules.applied('K8.answers', 'K8.report')));
    });
  }

  async #reportOf(
    { id: consultationId, closesOn }: Consultation,
    { counts, further: furtherCounts, lastAnswerAt }: Tally,
    rules: RuleSet,
    summary: LocalizedText | null,
  ): Promise<CompletionReport> {
    const lastAnswerOn = lastAnswerAt === null ? null : localDateOf(lastAnswerAt);
    const due = reportDue(closesOn, lastAnswerOn, rules.term('K8.report'), await this.calendar.current());
    return Object.assign(new CompletionReport(), {
      ...{ id: newId(), version: 1, consultationId, lastAnswerOn, summary, counts, furtherCounts },
      ...{ publishedAt: this.clock.now(), publishedOn: this.clock.today() },
      ...{ dueOn: due.on, dueProvisional: due.provisional, lines: null, contentHash: null, linesHash: null },
    });
  }

  async #insert(report: CompletionReport, consultation: Consultation): Promise<void> {
    await this.rows.insert(CompletionReport, report);
    await this.lines.insertTexts(report.id, consultation.id);
    const { lines, content, byLine } = await this.freezing.freeze(report, consultation);
    Object.assign(report, { lines, contentHash: content, linesHash: byLine });
    await this.rows.update(CompletionReport, report);
  }
}

/** What the journal says of a report: its figures, and the hashes of what it consists of. */
function reportedFacts({ id: reportId, ...report }: CompletionReport): Record<string, unknown> {
  const { publishedOn, dueOn, counts, lines, contentHash, linesHash } = report;
  const { total, withdrawn, answered, answeredOnTime } = counts;
  const figures = { total, withdrawn, answered, answeredOnTime };
  return { reportId, publishedOn, dueOn, ...figures, lines, contentSha256: contentHash, linesSha256: linesHash };
}

/** The first instant after a day in Kazakhstan. */
function endOf(day: LocalDate): Date {
  return startOf(addDays(day, 1));
}

function refuseOpen(consultation: Consultation, today: LocalDate): void {
  const { state, closesOn } = consultation;
  if (today > closesOn) return;
  throw notPossibleNow('discussion-still-open', {
    state,
    possible: timelyMoves(consultation, today),
    params: { closesOn },
  });
}

function refuseUnanswered(consultation: Consultation, { unanswered }: Tally, today: LocalDate): void {
  if (unanswered === 0) return;
  throw notPossibleNow('comments-unanswered', {
    state: consultation.state,
    possible: timelyMoves(consultation, today).filter((move) => move !== 'report'),
    params: { count: unanswered },
    more: { unanswered },
  });
}
