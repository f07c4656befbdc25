import { invalidAt, type LocalizedText } from '../platform/kernel/index.js';
import { newId } from '../platform/database/index.js';
import type { ProvisionRequest } from './drafts.requests.js';
import type { ProvisionLevel } from './provision-text.entity.js';

/** A provision with its id and its place in a version. */
export interface PlacedProvision {
  readonly id: string;
  readonly position: number;
  readonly level: ProvisionLevel | null;
  readonly number: string | null;
  readonly heading: LocalizedText | null;
  readonly text: LocalizedText;
  /** True when no earlier version has it. */
  readonly isNew: boolean;
}

/**
 * Gives each provision its place, and an id where it has none; `known` are the ids of earlier versions.
 * Throws `invalid` for an id that is not known or stands twice.
 */
export function placed(provisions: readonly ProvisionRequest[], known: ReadonlySet<string>): PlacedProvision[] {
  const seen = new Set<string>();
  return provisions.map((provision, at) => {
    const kept = keptId(provision, at, known, seen);
    const { level = null, number = null, heading = null, text } = provision;
    return { id: kept ?? newId(), position: at + 1, level, number, heading, text, isNew: kept === undefined };
  });
}

function keptId({ id }: ProvisionRequest, at: number, known: ReadonlySet<string>, seen: Set<string>) {
  if (id === undefined) return undefined;
  const kept = id.toLowerCase();
  if (!known.has(kept)) throw invalidAt(`/provisions/${at}/id`, 'not-found');
  if (seen.has(kept)) throw invalidAt(`/provisions/${at}/id`, 'duplicate');
  seen.add(kept);
  return kept;
}
