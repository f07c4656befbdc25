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
import { CompletionReport } from './completion-report.entity.js';
import { reportDue } from './report.deadlines.js';
import { ReportsQueries, type Tally } from './reports.queries.js';

/** Completion reports: no comment unanswered, figures counted and frozen. */
@Injectable()
export class ReportsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly rows: Rows,
    private readonly consultations: ConsultationsRepository,
    private readonly queries: ReportsQueries,
    private readonly rules: BodyRules,
    private readonly calendar: CalendarService,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /** Publishes the report. Throws `not-possible-now` before the closing and while a comment is unanswered. */
  publish(consultationId: string, summary: LocalizedText | null, by: Actor, expected?: number): Promise<void> {
    return this.unitOfWork.run(async () => {
      const consultation = await this.consultations.lock(consultationId, expected);
      permit(mayAct(by, 'report.publish', consultation));
      CONSULTATION.next(consultation.state, 'report');
      const today = this.clock.today();
      refuseOpen(consultation, today);
      const rules = await this.rules.on(consultation.bodyId, today);
      const tally = await this.queries.tally(consultationId, endOf(consultation.answersDueOn ?? today));
      refuseUnanswered(consultation, tally, today);
      const lastAnswerOn = tally.lastAnswerAt === null ? null : localDateOf(tally.lastAnswerAt);
      const calendar = await this.calendar.current();
      const due = reportDue(consultation.closesOn, lastAnswerOn, rules.term('K8.report'), calendar);
      const report = Object.assign(new CompletionReport(), {
        ...{ id: newId(), version: 1, consultationId, lastAnswerOn, summary, counts: tally.counts },
        ...{ publishedAt: this.clock.now(), publishedOn: today, dueOn: due.on, dueProvisional: due.provisional },
      });
      consultation.report(today);
      await this.consultations.update(consultation);
      await this.rows.insert(CompletionReport, report);
      const { total, withdrawn, answered, answeredOnTime } = tally.counts;
      const data = {
        reportId: report.id,
        publishedOn: today,
        dueOn: due.on,
        total,
        withdrawn,
        answered,
        answeredOnTime,
      };
      this.journal.append(consultationReported(consultation, data, by, rules.applied('K8.answers', 'K8.report')));
    });
  }
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
