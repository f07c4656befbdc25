import {
  ChoiceField,
  DateField,
  FlagField,
  IdField,
  ListField,
  LocalizedField,
  ObjectField,
  PublicPageQuery,
  QueryFlag,
  TextField,
  UrlField,
  WordsField,
} from '../platform/http/index.js';
import { isId } from '../platform/database/index.js';
import type { LocalizedText } from '../platform/kernel/index.js';
import { ACT_TYPES, CATEGORIES, EXEMPTIONS, type ActType } from './act-type.js';
import {
  PHASES,
  SPECIAL_REGIMES,
  STAGES,
  type Phase,
  type SpecialRegime,
  type Stage,
} from './consultation.deadlines.js';
import { RESULTS, type Result } from './consultation.lifecycle.js';
import { ComparativeRowRequest, ProvisionRequest, PROVISIONS_MAX, ROWS_COMPARED_MAX } from './drafts.requests.js';

const TITLE_MAX = 1000;
const TEXT_MAX = 10_000;
const NOTE_MAX = 100_000;
const QUESTION_MAX = 1000;
const QUESTIONS_MAX = 30;
const COUNCILS_MAX = 20;
const NUMBER_MAX = 100;

/** A question to the public, in kk and ru, optionally en. */
export class QuestionRequest {
  @TextField({ max: QUESTION_MAX })
  kk!: string;

  @TextField({ max: QUESTION_MAX })
  ru!: string;

  @TextField({ max: QUESTION_MAX, optional: true })
  en?: string;
}

/** A consultation to be prepared. */
export class ConsultationRequest {
  @ChoiceField(STAGES)
  stage!: Stage;

  @ChoiceField(ACT_TYPES)
  actType!: ActType;

  @LocalizedField({ max: TITLE_MAX })
  title!: LocalizedText;

  @LocalizedField({ max: TEXT_MAX })
  summary!: LocalizedText;

  @LocalizedField({ max: TEXT_MAX })
  objectives!: LocalizedText;

  /** The developing body. */
  @IdField()
  bodyId!: string;

  @ChoiceField(CATEGORIES)
  category!: string;

  /** The last day for comments, any calendar date. */
  @DateField()
  closesOn!: string;

  /** Councils to be notified; without any, the active council of the body. */
  @WordsField({ code: 'id-expected', holds: isId, format: 'uuid' }, { max: COUNCILS_MAX, optional: true })
  councilIds?: string[];

  /** True for drafts on public services (K7). */
  @FlagField({ optional: true })
  publicService?: boolean;

  /** True takes comments without an account too, each confirmed by e-mail. */
  @FlagField({ optional: true })
  commentsByEmail?: boolean;

  /** The special legal regime the draft stands under (K9). */
  @ChoiceField(SPECIAL_REGIMES, { optional: true, nullable: true })
  specialRegime?: SpecialRegime | null;

  /** What the body asks the public. */
  @ListField(() => QuestionRequest, { max: QUESTIONS_MAX, optional: true })
  questions?: QuestionRequest[];

  @LocalizedField({ max: NOTE_MAX, optional: true, nullable: true })
  explanatoryNote?: LocalizedText | null;

  /** The consultative document that preceded a draft law (K10). */
  @IdField({ optional: true, nullable: true })
  consultativeDocumentId?: string | null;

  /** The ground on which none preceded it. */
  @ChoiceField(EXEMPTIONS, { optional: true, nullable: true })
  exemption?: string | null;

  /** The text that is discussed, in its order. */
  @ListField(() => ProvisionRequest, { max: PROVISIONS_MAX })
  provisions!: ProvisionRequest[];

  /** Now, proposed, why. */
  @ListField(() => ComparativeRowRequest, { max: ROWS_COMPARED_MAX, optional: true })
  comparativeTable?: ComparativeRowRequest[];
}

/** What may be changed of a draft; what is absent stays. New provisions are a new version of the text. */
export class ConsultationChangeRequest {
  @ChoiceField(STAGES, { optional: true })
  stage?: Stage;

  @ChoiceField(ACT_TYPES, { optional: true })
  actType?: ActType;

  @LocalizedField({ max: TITLE_MAX, optional: true })
  title?: LocalizedText;

  @LocalizedField({ max: TEXT_MAX, optional: true })
  summary?: LocalizedText;

  @LocalizedField({ max: TEXT_MAX, optional: true })
  objectives?: LocalizedText;

  @ChoiceField(CATEGORIES, { optional: true })
  category?: string;

  @DateField({ optional: true })
  closesOn?: string;

  /** Councils to be notified; without any, the active council of the body. */
  @WordsField({ code: 'id-expected', holds: isId, format: 'uuid' }, { max: COUNCILS_MAX, optional: true })
  councilIds?: string[];

  /** True for drafts on public services (K7). */
  @FlagField({ optional: true })
  publicService?: boolean;

  /** True takes comments without an account too, each confirmed by e-mail. */
  @FlagField({ optional: true })
  commentsByEmail?: boolean;

  @ChoiceField(SPECIAL_REGIMES, { optional: true, nullable: true })
  specialRegime?: SpecialRegime | null;

  @ListField(() => QuestionRequest, { max: QUESTIONS_MAX, optional: true })
  questions?: QuestionRequest[];

  @LocalizedField({ max: NOTE_MAX, optional: true, nullable: true })
  explanatoryNote?: LocalizedText | null;

  /** The consultative document that preceded a draft law (K10). */
  @IdField({ optional: true, nullable: true })
  consultativeDocumentId?: string | null;

  /** The ground on which none preceded it. */
  @ChoiceField(EXEMPTIONS, { optional: true, nullable: true })
  exemption?: string | null;

  @ListField(() => ProvisionRequest, { max: PROVISIONS_MAX, optional: true })
  provisions?: ProvisionRequest[];
}

/** How long comments are taken after all, and why. */
export class ExtensionRequest {
  /** The new last day for comments, later than the one announced. */
  @DateField()
  closesOn!: string;

  @LocalizedField({ max: TEXT_MAX })
  reasons!: LocalizedText;
}

/** Why the body takes its text back. */
export class WithdrawalRequest {
  @LocalizedField({ max: TEXT_MAX })
  reasons!: LocalizedText;
}

/** The act that a draft became. */
export class AdoptedActRequest {
  @LocalizedField({ max: TITLE_MAX })
  title!: LocalizedText;

  @TextField({ max: NUMBER_MAX })
  number!: string;

  @DateField()
  adoptedOn!: string;

  /** Where the act can be read. */
  @UrlField()
  url!: string;
}

/** How it ended. */
export class ConclusionRequest {
  @ChoiceField(RESULTS)
  result!: Result;

  /** Needed where the result is `adopted`, and only there. */
  @ObjectField(() => AdoptedActRequest, { optional: true })
  act?: AdoptedActRequest;

  /** Needed where the result is `rejected`. */
  @LocalizedField({ max: TEXT_MAX, optional: true })
  reasons?: LocalizedText;
}

/** Which consultations to list. */
export class ConsultationsQuery extends PublicPageQuery {
  @ChoiceField(PHASES, { optional: true })
  phase?: Phase;

  /** Id of the developing body. */
  @IdField({ optional: true })
  body?: string;

  @ChoiceField(CATEGORIES, { optional: true })
  category?: string;

  @ChoiceField(ACT_TYPES, { optional: true })
  actType?: ActType;

  /** Id of the territory of the developing body. */
  @IdField({ optional: true })
  territory?: string;

  /** A part of the title or summary, in any language. */
  @TextField({ max: 200, optional: true })
  q?: string;

  /** `true`: instead of what is public, what the caller's bodies have not published. */
  @QueryFlag()
  drafts?: boolean;
}
