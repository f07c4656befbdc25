import { CodeField, NumberField } from '../methodologies/index.js';
import { isId } from '../platform/database/index.js';
import {
  Check,
  ChoiceField,
  DateField,
  Field,
  IdField,
  InstantField,
  ListField,
  LocalizedField,
  PublicPageQuery,
  TextField,
  UrlField,
  WordsField,
} from '../platform/http/index.js';
import { Rational, type LocalDate, type LocalizedText } from '../platform/kernel/index.js';
import { HUNDRED } from './score.policy.js';
import { STATUSES, type Status } from './workings.policy.js';

/** Longest text of a judge's score, so that the exact median of two stays a printable number. */
const SCORE_CHARACTERS = 10;

/** An assessment to plan. */
export class AssessmentRequest {
  @IdField()
  methodologyId!: string;

  /** The body that is assessed. */
  @IdField()
  bodyId!: string;

  /** The council whose members judge. */
  @IdField()
  councilId!: string;

  /** First day of the period. */
  @DateField()
  from!: LocalDate;

  /** Last day of the period. */
  @DateField()
  to!: LocalDate;
}

/** Where a value can be looked up. */
export class EvidenceRequest {
  @TextField({ max: 500 })
  title!: string;

  @UrlField()
  url!: string;
}

/** What is known of an indicator. */
export class ValueRequest {
  /** `missing` is not zero and not `not_applicable`. */
  @ChoiceField(STATUSES)
  status!: Status;

  /** Needed with the status `value`, and only there. */
  @NumberField({ optional: true })
  value?: string;

  /** A value needs at least one. */
  @ListField(() => EvidenceRequest, { optional: true, max: 20 })
  evidence?: EvidenceRequest[];
}

/** What the assessed body says against a value. */
export class ValueDisputeRequest {
  @LocalizedField({ max: 5000 })
  text!: LocalizedText;
}

/** Who judges. */
export class AssessmentReviewRequest {
  /** Members of the council; at least the share of rule A3 of civil society. */
  @WordsField({ code: 'id-expected', holds: isId, format: 'uuid' }, { min: 1, max: 100 })
  assessors!: string[];
}

/** An assessor's score of one indicator. */
export class JudgementRequest {
  /** From 0 to 100, as a decimal or a fraction of at most 10 characters. */
  @Field({}, { type: String, example: '72.5' }, Check('score-expected', isScore))
  score!: string;

  @TextField({ max: 5000 })
  grounds!: string;
}

/** What the assessed body says to one indicator. */
export class RemarkRequest {
  @CodeField()
  indicator!: string;

  @LocalizedField({ max: 5000 })
  text!: LocalizedText;
}

/** The reply of the assessed body. */
export class AssessmentReplyRequest {
  @LocalizedField({ max: 20_000 })
  text!: LocalizedText;

  @ListField(() => RemarkRequest, { optional: true, max: 300 })
  remarks?: RemarkRequest[];
}

/** When everybody may read it. */
export class AssessmentPublicationRequest {
  /** An instant to come; without it now. */
  @InstantField({ optional: true })
  at?: string;
}

/** Why a published assessment is corrected. */
export class AssessmentCorrectionRequest {
  @LocalizedField({ max: 5000 })
  reason!: LocalizedText;
}

/** Which assessments to list. */
export class AssessmentsQuery extends PublicPageQuery {
  @IdField({ optional: true })
  body?: string;

  @IdField({ optional: true })
  council?: string;

  @IdField({ optional: true })
  methodology?: string;
}

/** Which version to read. */
export class AssessmentVersionQuery {
  /** A published version; without it the latest. */
  @Field(
    { optional: true },
    { type: 'integer', minimum: 1 },
    Check('count-expected', (value) => typeof value === 'string' && /^[1-9]\d{0,5}$/.test(value), {
      min: 1,
      max: 999_999,
    }),
  )
  version?: string;
}

function isScore(text: unknown): boolean {
  if (typeof text !== 'string' || text.length > SCORE_CHARACTERS || !Rational.isRational(text)) return false;
  const score = Rational.parse(text);
  return score.compare(Rational.zero) >= 0 && score.compare(HUNDRED) <= 0;
}
