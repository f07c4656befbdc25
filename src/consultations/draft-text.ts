import { invalidAt, type LocalizedText } from '../platform/kernel/index.js';
import { newId } from '../platform/database/index.js';
import type { ProvisionRequest } from './drafts.requests.js';
import type { ProvisionLevel } from './provision-text.entity.js';
import { refuseWrongTable, type TableShape } from './table-shape.js';

const NO_WORDS: LocalizedText = { kk: '', ru: '' };

/** A provision with its id and its place in a version. */
export interface PlacedProvision {
  readonly id: string;
  readonly position: number;
  readonly level: ProvisionLevel | null;
  readonly number: string | null;
  readonly label: LocalizedText | null;
  readonly heading: LocalizedText | null;
  readonly text: LocalizedText;
  readonly table: TableShape | null;
  /** True when no earlier version has it. */
  readonly isNew: boolean;
}

/**
 * Gives each provision its place, and an id where it has none; `known` are the ids of earlier versions.
 * Throws `invalid` for an id that is not known or stands twice, for a provision without words and for a torn table.
 */
export function placed(provisions: readonly ProvisionRequest[], known: ReadonlySet<string>): PlacedProvision[] {
  const seen = new Set<string>();
  return provisions.map((provision, at) => {
    const kept = keptId(provision, at, known, seen);
    const { level = null, number = null, label = null, heading = null } = provision;
    const words = { label, heading, text: wordsOf(provision, at), table: shapeOf(provision) };
    return { id: kept ?? newId(), position: at + 1, level, number, ...words, isNew: kept === undefined };
  });
}

/** A heading may stand alone, as that of a chapter does. */
function wordsOf(provision: ProvisionRequest, at: number): LocalizedText {
  const { heading, text, table } = provision;
  const pointer = `/provisions/${at}`;
  if (!text && (!heading || table)) throw invalidAt(`${pointer}/text`, 'provision-without-words');
  const shape = shapeOf(provision);
  if (text && shape) refuseWrongTable(shape, text, pointer);
  return text ?? NO_WORDS;
}

function shapeOf({ table }: ProvisionRequest): TableShape | null {
  if (!table) return null;
  const { columns, headerRows, merged = [] } = table;
  return { columns, headerRows, merged };
}

function keptId({ id }: ProvisionRequest, at: number, known: ReadonlySet<string>, seen: Set<string>) {
  if (id === undefined) return undefined;
  const kept = id.toLowerCase();
  if (!known.has(kept)) throw invalidAt(`/provisions/${at}/id`, 'not-found');
  if (seen.has(kept)) throw invalidAt(`/provisions/${at}/id`, 'duplicate');
  seen.add(kept);
  return kept;
}
