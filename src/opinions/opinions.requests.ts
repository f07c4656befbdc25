import {
  ChoiceField,
  DateField,
  IdField,
  LocalizedField,
  ObjectField,
  PublicPageQuery,
  QueryFlag,
  TextField,
} from '../platform/http/index.js';
import type { LocalizedText } from '../platform/kernel/index.js';
import {
  OPINION_DECISIONS,
  ORGANIZATION_CHANNELS,
  opinionLifecycle,
  STANCES,
  type OpinionDecision,
  type OrganizationChannel,
  type Stance,
} from './opinion.lifecycle.js';

const TEXT_MAX = 20_000;
const NAME_MAX = 500;
const SIGNER_MAX = 300;

/** A text that is demanded in kk and ru by a rule of its own: what is missing is refused by that rule. */
export class BothLanguagesRequest {
  /** Needed. */
  @TextField({ max: TEXT_MAX, optional: true })
  kk?: string;

  /** Needed. */
  @TextField({ max: TEXT_MAX, optional: true })
  ru?: string;

  @TextField({ max: TEXT_MAX, optional: true })
  en?: string;
}

/** The opinion of a notified council. */
export class OpinionRequest {
  @ChoiceField(STANCES)
  stance!: Stance;

  /** Needed, in kk and ru (K6). */
  @ObjectField(() => BothLanguagesRequest, { optional: true })
  text?: BothLanguagesRequest;

  /** The carried item of the council's meeting, linked to this consultation, on which it was decided. */
  @IdField({ optional: true })
  agendaItemId?: string;

  /** Whose opinion it is; only needed where the caller is secretary of several notified councils. */
  @IdField({ optional: true })
  councilId?: string;
}

/** The opinion of an organisation, as it came on paper. */
export class OrganizationOpinionRequest {
  @ChoiceField(ORGANIZATION_CHANNELS)
  channel!: OrganizationChannel;

  /** Name of the organisation. */
  @LocalizedField({ max: NAME_MAX })
  organization!: LocalizedText;

  @ChoiceField(STANCES)
  stance!: Stance;

  /** Needed, in kk and ru (K6). */
  @ObjectField(() => BothLanguagesRequest, { optional: true })
  text?: BothLanguagesRequest;

  /** The day on which the body received it; the term of the answer runs from it (K3). */
  @DateField()
  receivedOn!: string;
}

/** What the body answers. */
export class OpinionResponseRequest {
  @ChoiceField(OPINION_DECISIONS)
  decision!: OpinionDecision;

  /** The letter to the council; needed where the opinion is accepted, also in part (K3). */
  @ObjectField(() => BothLanguagesRequest, { optional: true })
  letter?: BothLanguagesRequest;

  /** Why it is not accepted; needed where it is rejected, also in part (K4). */
  @ObjectField(() => BothLanguagesRequest, { optional: true })
  reasons?: BothLanguagesRequest;

  /** Needed: name and office of who signed. */
  @TextField({ max: SIGNER_MAX, optional: true })
  signedBy?: string;
}

/** Which opinions of one consultation to list. */
export class ConsultationOpinionsQuery extends PublicPageQuery {
  @ChoiceField(opinionLifecycle.states, { optional: true })
  state?: string;

  /** True for those that were to be answered before today and are not. */
  @QueryFlag()
  overdue?: boolean;
}

/** Which opinions to list. */
export class OpinionsQuery extends ConsultationOpinionsQuery {
  @IdField({ optional: true })
  consultation?: string;

  @IdField({ optional: true })
  council?: string;

  /** Id of the developing body. */
  @IdField({ optional: true })
  body?: string;
}
