import { Injectable } from '@nestjs/common';
import { BodiesQueries } from '../bodies/index.js';
import { ConsultationsQueries, maySee } from '../consultations/index.js';
import { Statements } from '../platform/database/index.js';
import { ANONYMOUS, notFound, permit } from '../platform/kernel/index.js';
import { answerFiguresResponse, type AnswerFiguresResponse, type AnswerFiguresRow } from './answers.responses.js';

/** Wordings that are listed. */
const REPEATED_SHOWN = 10;

/** Stored figures are summed: a body costs a row of each of its consultations, however many comments those have. */
function figuresSql(of: 'consultation_id' | 'body_id', changed: string): string {
  return `
    select coalesce(sum(f.comments), 0)::int as comments, coalesce(sum(f.answers), 0)::int as answers,
      coalesce(sum(f.wordings), 0)::int as distinct, coalesce(sum(f.near_identical), 0)::int as "nearIdentical",
      max(f.computed_at) as "computedAt", ${changed} as pending,
      (select coalesce(json_agg(json_build_object('consultationId', w.consultation_id, 'reasons', w.reasons,
          'answers', w.answers, 'comments', w.comments) order by w.answers desc, w.id desc), '[]')
        from (select * from answer_wordings w where w.${of} = $1 and w.answers > 1
          order by w.answers desc, w.id desc limit ${REPEATED_SHOWN}) w) as repeated
    from answer_figures f where f.${of} = $1`;
}

const OF_CONSULTATION = figuresSql(
  'consultation_id',
  'exists (select from answer_changes a where a.consultation_id = $1)',
);
const OF_BODY = figuresSql(
  'body_id',
  `exists (select from consultations d where d.body_id = $1
    and exists (select from answer_changes a where a.consultation_id = d.id))`,
);

/** Reads of how many answers are templates. */
@Injectable()
export class AnswersQueries {
  constructor(
    private readonly statements: Statements,
    private readonly consultations: ConsultationsQueries,
    private readonly bodies: BodiesQueries,
  ) {}

  /** Of one published consultation. Throws `not-found`. */
  async ofConsultation(id: string): Promise<AnswerFiguresResponse> {
    const consultation = await this.consultations.find(id);
    if (!consultation) throw notFound();
    permit(maySee(ANONYMOUS, consultation));
    return this.#figures('answers-of-consultation', OF_CONSULTATION, id);
  }

  /** Of all consultations of a body. Throws `not-found`. */
  async ofBody(id: string): Promise<AnswerFiguresResponse> {
    await this.bodies.body(id);
    return this.#figures('answers-of-body', OF_BODY, id);
  }

  async #figures(name: string, sql: string, id: string): Promise<AnswerFiguresResponse> {
    const row = await this.statements.row<AnswerFiguresRow & Record<string, unknown>>(name, sql, [id]);
    if (!row) throw notFound();
    return answerFiguresResponse(row);
  }
}
