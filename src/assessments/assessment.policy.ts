import { holdsFor, verdict, type Actor, type Permission, type Verdict } from '../platform/kernel/index.js';
import { assessmentLifecycle, type AssessmentMove, type AssessmentState } from './assessment.lifecycle.js';

/** What rights on an assessment depend on. */
export interface AssessmentScope {
  readonly bodyId: string;
  readonly councilId: string;
  /** Member ids of the assessors. */
  readonly assessors: readonly string[];
}

const PERMISSIONS = {
  collection: 'assessment.conduct',
  review: 'assessment.conduct',
  'reply-request': 'assessment.conduct',
  reply: 'assessment.reply',
  adoption: 'assessment.conduct',
  publication: 'assessment.publish',
  corrections: 'assessment.publish',
} as const satisfies Record<AssessmentMove, Permission>;

/** Before its publication an assessment is known to the authority, the assessed body and the assessors only. */
export function maySeeUnpublished(by: Actor, scope: AssessmentScope): boolean {
  return (
    holdsFor(by, 'assessment.conduct', scope) ||
    holdsFor(by, 'assessment.reply', { bodyId: scope.bodyId }) ||
    assessorIn(by, scope) !== undefined
  );
}

/** Whether the caller may make a move; hidden from those who may not know of the assessment. */
export function mayMove(by: Actor, move: AssessmentMove, scope: AssessmentScope): Verdict {
  return judged(by, PERMISSIONS[move], scope);
}

/** The authority enters values; the assessed body never does. */
export function mayEnterValues(by: Actor, scope: AssessmentScope): Verdict {
  return judged(by, 'assessment.conduct', scope);
}

/** An officer of the assessed body disputes. */
export function mayDispute(by: Actor, scope: AssessmentScope): Verdict {
  return judged(by, 'assessment.dispute', scope);
}

/** An assessor judges, in the seat of the member whose grant the account holds. */
export function mayJudge(by: Actor, scope: AssessmentScope): Verdict {
  if (assessorIn(by, scope) !== undefined) return 'allowed';
  return maySeeUnpublished(by, scope) ? 'not-allowed' : 'hidden';
}

/** Member id under which the caller is an assessor; undefined when he is none. */
export function assessorIn(by: Actor, { assessors }: Pick<AssessmentScope, 'assessors'>): string | undefined {
  return by.grants
    .filter(({ role }) => role === 'member')
    .map(({ memberId }) => memberId)
    .find((memberId): memberId is string => memberId !== null && assessors.includes(memberId));
}

/** What the caller may do next; absent for a caller who is not signed in. */
export function movesFor(by: Actor, state: AssessmentState, scope: AssessmentScope): AssessmentMove[] | undefined {
  if (by.kind === 'anonymous') return undefined;
  return assessmentLifecycle.possible(state).filter((move) => mayMove(by, move, scope) === 'allowed');
}

function judged(by: Actor, permission: Permission, scope: AssessmentScope): Verdict {
  return verdict(by, permission, scope, maySeeUnpublished(by, scope) ? 'not-allowed' : 'hidden');
}
