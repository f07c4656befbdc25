import { invalid, type FieldError, type LocalizedText } from '../platform/kernel/index.js';
import type { PlacedProvision } from './draft-text.js';
import type { ComparativeRowRequest } from './drafts.requests.js';

/** A row of the comparative table of a version: what is in force, what is proposed, and why. */
export interface ComparativeRow {
  /** The provision it speaks of; null where none is named. */
  readonly provisionId: string | null;
  readonly place: LocalizedText;
  /** Null where nothing is in force yet. */
  readonly current: LocalizedText | null;
  /** Null where it is to be taken out. */
  readonly proposed: LocalizedText | null;
  readonly reason: LocalizedText;
}

/** The rows as they are stored. Throws `invalid` for a row without any wording and for a provision that is not there. */
export function comparativeRows(
  rows: readonly ComparativeRowRequest[],
  provisions: readonly Pick<PlacedProvision, 'id' | 'position'>[],
): ComparativeRow[] {
  const idAt = new Map(provisions.map(({ id, position }) => [position, id]));
  const errors = rows.flatMap(({ position, current, proposed }, at): FieldError[] => [
    ...(current || proposed ? [] : [{ pointer: `/comparativeTable/${at}/proposed`, code: 'wording-missing' }]),
    ...(position === undefined || idAt.has(position)
      ? []
      : [{ pointer: `/comparativeTable/${at}/position`, code: 'not-found' }]),
  ]);
  if (errors.length > 0) throw invalid(...errors);
  return rows.map(({ position, place, current, proposed, reason }) => ({
    provisionId: idAt.get(position ?? 0) ?? null,
    ...{ place, current: current ?? null, proposed: proposed ?? null, reason },
  }));
}
