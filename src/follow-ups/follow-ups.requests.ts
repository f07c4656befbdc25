import { EvidenceRequest } from '../assessments/index.js';
import { CodeField } from '../methodologies/index.js';
import {
  ChoiceField,
  DateField,
  IdField,
  ListField,
  LocalizedField,
  PublicPageQuery,
  QueryFlag,
} from '../platform/http/index.js';
import type { LocalDate, LocalizedText } from '../platform/kernel/index.js';
import { VERDICTS, type FollowUpVerdict } from './follow-up.entity.js';
import { followUpLifecycle, type FollowUpState } from './follow-up.lifecycle.js';

/** A step on the way. */
export class MilestoneRequest {
  @LocalizedField({ max: 1000 })
  name!: LocalizedText;

  @DateField()
  dueOn!: LocalDate;
}

/** A measure after a recommendation. */
export class MeasureRequest {
  @LocalizedField({ max: 5000 })
  measure!: LocalizedText;

  /** Who owes it: the body concerned. */
  @IdField()
  bodyId!: string;

  /** Today or later. */
  @DateField()
  dueOn!: LocalDate;

  @ListField(() => MilestoneRequest, { optional: true, max: 50 })
  milestones?: MilestoneRequest[];
}

/** A measure after an assessment. */
export class FollowUpRequest extends MeasureRequest {
  /** Code of the indicator it answers. */
  @CodeField({ optional: true })
  indicator?: string;
}

/** How far the body is. */
export class FollowUpProgressRequest {
  @LocalizedField({ max: 5000 })
  note!: LocalizedText;

  @ListField(() => EvidenceRequest, { optional: true, max: 20 })
  evidence?: EvidenceRequest[];
}

/** That the body has finished. */
export class FollowUpCompletionRequest {
  @LocalizedField({ max: 5000 })
  note!: LocalizedText;

  @ListField(() => EvidenceRequest, { min: 1, max: 20 })
  evidence!: EvidenceRequest[];
}

/** Why the body refuses. */
export class FollowUpRefusalRequest {
  @LocalizedField({ max: 5000 })
  reasons!: LocalizedText;
}

/** What the council found. */
export class FollowUpVerificationRequest {
  @ChoiceField(VERDICTS)
  verdict!: FollowUpVerdict;

  @LocalizedField({ max: 5000 })
  grounds!: LocalizedText;
}

/** Which follow-ups to list. */
export class FollowUpsQuery extends PublicPageQuery {
  @IdField({ optional: true })
  body?: string;

  @IdField({ optional: true })
  council?: string;

  @IdField({ optional: true })
  assessment?: string;

  @IdField({ optional: true })
  recommendation?: string;

  @ChoiceField(followUpLifecycle.states, { optional: true })
  state?: FollowUpState;

  @QueryFlag()
  overdue?: boolean;
}
