import { verdict, type Actor, type Verdict } from '../platform/kernel/index.js';

/** What rights on minutes depend on. */
export interface MinutesScope {
  readonly councilId: string;
  /** True once an edition is published. */
  readonly isPublic: boolean;
}

/** Before the publication only the council's secretary and members read minutes. */
export function maySeeMinutes(by: Actor, { councilId, isPublic }: MinutesScope): Verdict {
  return isPublic ? 'allowed' : verdict(by, 'minutes.read-unpublished', { councilId }, 'hidden');
}

/** The council's secretary writes the minutes and records their signature. */
export function mayWriteMinutes(by: Actor, scope: MinutesScope): Verdict {
  const otherwise = maySeeMinutes(by, scope) === 'allowed' ? 'not-allowed' : 'hidden';
  return verdict(by, 'minutes.write', { councilId: scope.councilId }, otherwise);
}
