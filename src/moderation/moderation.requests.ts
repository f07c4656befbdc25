import {
  ChoiceField,
  DateField,
  IdField,
  LocalizedField,
  PageQuery,
  QueryFlag,
  TextField,
} from '../platform/http/index.js';
import type { LocalizedText } from '../platform/kernel/index.js';
import { APPEAL_OUTCOMES, type AppealOutcome } from './concealment.lifecycle.js';
import { GROUNDS } from './ground.js';

/** Longest explanation, appeal and decision, in code points. */
export const MODERATION_CHARACTERS = 4_000;

/** Why a comment is hidden. */
export class ConcealmentRequest {
  /** One of `/concealment-grounds`. */
  @ChoiceField(GROUNDS)
  ground!: string;

  /** What in the text falls under the ground, without repeating it; shown to everyone in its place. */
  @LocalizedField({ max: MODERATION_CHARACTERS })
  explanation!: LocalizedText;
}

/** Why the body shows a comment again. */
export class ReversalRequest {
  @LocalizedField({ max: MODERATION_CHARACTERS })
  reasons!: LocalizedText;
}

/** An author's appeal. */
export class AppealRequest {
  /** Why the comment should be shown, in the author's own words; the body and the authority read it. */
  @TextField({ max: MODERATION_CHARACTERS })
  grounds!: string;
}

/** The authority's decision on an appeal. */
export class AppealDecisionRequest {
  @ChoiceField(APPEAL_OUTCOMES)
  outcome!: AppealOutcome;

  @LocalizedField({ max: MODERATION_CHARACTERS })
  reasons!: LocalizedText;
}

/** Which appeals to list: those to be decided, or those that were. */
export class AppealsQuery extends PageQuery {
  @ChoiceField(['appealed', 'decided'], { optional: true })
  state?: 'appealed' | 'decided';

  /** Against this body. */
  @IdField({ optional: true })
  body?: string;

  /** True for those that were to be decided before today and are not. */
  @QueryFlag()
  overdue?: boolean;
}

/** Of which comments the figures are: those accepted in these days, both included. */
export class ModerationQuery extends PageQuery {
  /** Of the discussions of this body only. */
  @IdField({ optional: true })
  body?: string;

  @DateField({ optional: true })
  from?: string;

  @DateField({ optional: true })
  until?: string;
}
