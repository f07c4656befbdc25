import {
  holdsFor,
  rolesWith,
  verdict,
  type Actor,
  type LocalDate,
  type Permission,
  type Verdict,
} from '../platform/kernel/index.js';
import { CONSULTATION, type ConsultationMove, type ConsultationState } from './consultation.lifecycle.js';

/** What rights on a consultation depend on. */
export interface ConsultationParts {
  readonly state: ConsultationState;
  readonly bodyId: string;
  readonly publishedOn: LocalDate | null;
  readonly closesOn: LocalDate;
}

/** Everyone sees what was published; a draft is known only to the officers of its body. */
export function maySee(by: Actor, { bodyId, publishedOn }: Pick<ConsultationParts, 'bodyId' | 'publishedOn'>): Verdict {
  return publishedOn !== null ? 'allowed' : verdict(by, 'consultation.prepare', { bodyId }, 'hidden');
}

/** Officers of the developing body act; to others a draft does not exist. */
export function mayAct(
  by: Actor,
  permission: Permission,
  consultation: Pick<ConsultationParts, 'bodyId' | 'publishedOn'>,
): Verdict {
  const seen = maySee(by, consultation);
  return seen === 'allowed' ? verdict(by, permission, { bodyId: consultation.bodyId }) : seen;
}

const PERMISSION_OF: Readonly<Record<ConsultationMove, Permission>> = {
  publication: 'consultation.publish',
  extension: 'consultation.extend',
  withdrawal: 'consultation.withdraw',
  report: 'report.publish',
  conclusion: 'consultation.conclude',
};

/** The moves that state and day allow: more time is given until the closing, a report comes after it. */
export function timelyMoves(
  { state, closesOn }: Pick<ConsultationParts, 'state' | 'closesOn'>,
  today: LocalDate,
): ConsultationMove[] {
  const untimely: ConsultationMove = today > closesOn ? 'extension' : 'report';
  return CONSULTATION.possible(state).filter((move) => move !== untimely);
}

/** The moves that state, day and rights allow; undefined for somebody unknown, whose answer is the same for everyone. */
export function consultationMoves(
  by: Actor,
  consultation: ConsultationParts,
  today: LocalDate,
): ConsultationMove[] | undefined {
  if (by.kind === 'anonymous') return undefined;
  const { bodyId } = consultation;
  return timelyMoves(consultation, today).filter((move) => holdsFor(by, PERMISSION_OF[move], { bodyId }));
}

/** The bodies for which the caller holds a permission. */
export function bodiesOf(by: Actor, permission: Permission): string[] {
  const roles = rolesWith(permission);
  return by.grants.flatMap(({ role, bodyId }) => (bodyId !== null && roles.includes(role) ? [bodyId] : []));
}

/** The first version of the text that the caller may read; what came before publication stays with the body. */
export function firstVersionFor(
  by: Actor,
  { bodyId, firstPublicVersion }: { readonly bodyId: string; readonly firstPublicVersion: number | null },
): number {
  return holdsFor(by, 'consultation.prepare', { bodyId }) ? 1 : (firstPublicVersion ?? 1);
}
