import { Problem, notFound } from './problem.js';
import { rolesWith, type Permission, type Role } from './permissions.js';
import type { Language } from './localized-text.js';

/** A role given to an account, for one council or body where the role asks for it. */
export interface Grant {
  readonly role: Role;
  readonly councilId: string | null;
  readonly bodyId: string | null;
  readonly memberId: string | null;
}

/** Who performs an act: a signed-in person, an operator at the command line, the clock, or nobody known. */
export interface Actor {
  readonly kind: 'anonymous' | 'account' | 'operator' | 'system';
  readonly accountId: string | null;
  readonly displayName: string | null;
  readonly language: Language;
  readonly grants: readonly Grant[];
}

/** What a row belongs to, as far as rights go. */
export interface Scope {
  readonly councilId?: string | null;
  readonly bodyId?: string | null;
}

/** `hidden` is answered like absence, so that nobody learns what he may not know of. */
export type Verdict = 'allowed' | 'not-allowed' | 'hidden';

export const ANONYMOUS: Actor = Object.freeze({
  kind: 'anonymous',
  accountId: null,
  displayName: null,
  language: 'kk',
  grants: [],
});

/** The passing of time as an actor: what tasks write into the journal. */
export const SYSTEM: Actor = Object.freeze({ ...ANONYMOUS, kind: 'system' });

/** A person at the command line, with every right; the journal names the kind, not the person. */
export const OPERATOR: Actor = Object.freeze({ ...ANONYMOUS, kind: 'operator' });

/** True when some grant gives the permission, whatever its scope: the route's question. */
export function holds(actor: Actor, permission: Permission): boolean {
  if (actor.kind === 'operator') return true;
  const roles = rolesWith(permission);
  return actor.grants.some(({ role }) => roles.includes(role));
}

/** True when a grant gives the permission for this row: the policy's question. */
export function holdsFor(actor: Actor, permission: Permission, scope: Scope): boolean {
  if (actor.kind === 'operator') return true;
  const roles = rolesWith(permission);
  return actor.grants.some((grant) => roles.includes(grant.role) && covers(grant, scope));
}

/** `allowed` when `holdsFor`, else `otherwise`. */
export function verdict(
  actor: Actor,
  permission: Permission,
  scope: Scope,
  otherwise: Exclude<Verdict, 'allowed'> = 'not-allowed',
): Verdict {
  return holdsFor(actor, permission, scope) ? 'allowed' : otherwise;
}

/** Throws the problem a verdict stands for: 403, or 404 for what is hidden. */
export function permit(given: Verdict): void {
  if (given === 'not-allowed') throw new Problem('not-allowed');
  if (given === 'hidden') throw notFound();
}

function covers(grant: Grant, scope: Scope): boolean {
  return (
    (grant.councilId === null || grant.councilId === scope.councilId) &&
    (grant.bodyId === null || grant.bodyId === scope.bodyId)
  );
}
