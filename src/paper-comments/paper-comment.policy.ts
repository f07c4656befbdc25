import { verdict, type Actor, type LocalDate, type Verdict } from '../platform/kernel/index.js';

/** Officers of the developing body enter letters and read what was entered of them. */
export function mayEnterComment(by: Actor, { bodyId }: { readonly bodyId: string }): Verdict {
  return verdict(by, 'comment.enter', { bodyId });
}

/** The days that the day of a letter is judged by. */
export interface LetterDays {
  readonly receivedOn: LocalDate;
  readonly publishedOn: LocalDate;
  readonly closesOn: LocalDate;
  readonly today: LocalDate;
}

/**
 * What is wrong with the day on which a letter was received. One that came by the closing day counts however late it is
 * entered (K8): the window is kept by whoever wrote, not by whoever types.
 */
export function faultOfDay({ receivedOn, publishedOn, closesOn, today }: LetterDays): string | undefined {
  if (receivedOn > today) return 'date-in-future';
  if (receivedOn < publishedOn) return 'before-publication';
  return receivedOn > closesOn ? 'received-after-closing' : undefined;
}
