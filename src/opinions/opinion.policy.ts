import { verdict, type Actor, type Verdict } from '../platform/kernel/index.js';

/** The secretary of the council gives its opinion. */
export function mayGive(by: Actor, scope: { readonly councilId: string }): Verdict {
  return verdict(by, 'opinion.give', { councilId: scope.councilId });
}

/** An officer of the developing body enters what organisations sent it on paper. */
export function mayEnter(by: Actor, scope: { readonly bodyId: string }): Verdict {
  return verdict(by, 'opinion.enter', { bodyId: scope.bodyId });
}

/** An officer of the developing body answers, nobody else. */
export function mayAnswer(by: Actor, scope: { readonly bodyId: string }): Verdict {
  return verdict(by, 'opinion.answer', { bodyId: scope.bodyId });
}
