import { ChoiceField, IdField, LocalizedField, PublicPageQuery, QueryFlag, TextField } from '../platform/http/index.js';
import type { LocalizedText } from '../platform/kernel/index.js';
import { DECISIONS, recommendationLifecycle, type Decision } from './recommendation.lifecycle.js';

const TEXT_MAX = 10_000;
const POWER_MAX = 10;
const SIGNER_MAX = 300;

/** What a council asks of a body. */
export class RecommendationRequest {
  @LocalizedField({ max: TEXT_MAX })
  text!: LocalizedText;

  /** One of `/powers` that fits the council's kind; not `5`, which is answered as an opinion. */
  @TextField({ max: POWER_MAX })
  power!: string;

  @IdField()
  bodyId!: string;
}

/** The reply of a body. Reasons and signer are demanded by R3. */
export class RecommendationReplyRequest {
  @ChoiceField(DECISIONS)
  decision!: Decision;

  /** Needed (R3). */
  @LocalizedField({ max: TEXT_MAX, optional: true })
  reasons?: LocalizedText;

  /** Needed (R3): name and office of the first head or acting head who signed. */
  @TextField({ max: SIGNER_MAX, optional: true })
  signedBy?: string;
}

/** Which recommendations to list. */
export class RecommendationsQuery extends PublicPageQuery {
  @IdField({ optional: true })
  council?: string;

  @IdField({ optional: true })
  body?: string;

  @ChoiceField(recommendationLifecycle.states, { optional: true })
  state?: string;

  /** True for those that were to be answered before today and are not. */
  @QueryFlag()
  overdue?: boolean;

  /** Of one agenda item. */
  @IdField({ optional: true })
  agendaItem?: string;
}
