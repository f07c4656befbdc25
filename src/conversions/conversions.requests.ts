import {
  cellsIn,
  PROVISION_LEVELS,
  PROVISIONS_MAX,
  refuseWrongTable,
  TableShapeRequest,
  type ProvisionLevel,
} from '../consultations/index.js';
import { ChoiceField, ListField, ObjectField, TextField } from '../platform/http/index.js';
import { DOCUMENT_LANGUAGES, type DocumentLanguage } from './converted.js';
import type { OutlineItem } from './outline.js';
import { markOf } from './provision-mark.js';

const NUMBER_MAX = 50;
const LABEL_MAX = 100;
const HEADING_MAX = 2000;
const TEXT_MAX = 50_000;

/** Of which language a document is. */
export class OutlineQuery {
  @ChoiceField(DOCUMENT_LANGUAGES)
  language!: DocumentLanguage;
}

/** A provision in one language, as an outline has it. */
export class OutlineItemRequest {
  @ChoiceField(PROVISION_LEVELS, { nullable: true })
  level!: ProvisionLevel | null;

  @TextField({ max: NUMBER_MAX, nullable: true })
  number!: string | null;

  /** The number with its mark, as printed. */
  @TextField({ max: LABEL_MAX, nullable: true })
  label!: string | null;

  @TextField({ max: HEADING_MAX, nullable: true })
  heading!: string | null;

  @TextField({ min: 0, max: TEXT_MAX })
  text!: string;

  @ObjectField(() => TableShapeRequest, { nullable: true })
  table!: TableShapeRequest | null;
}

/** Two outlines to be put side by side. */
export class ProposalRequest {
  @ListField(() => OutlineItemRequest, { min: 1, max: PROVISIONS_MAX })
  kk!: OutlineItemRequest[];

  @ListField(() => OutlineItemRequest, { min: 1, max: PROVISIONS_MAX })
  ru!: OutlineItemRequest[];
}

const RANK_OF_LEVEL = { section: 2, article: 4, paragraph: 5 } as const;

/** The outline in a request. Throws `invalid` for a table that is torn. */
export function outlineItems(items: readonly OutlineItemRequest[], language: DocumentLanguage): OutlineItem[] {
  return items.map((item, at) => {
    const { level, number, label, heading, text } = item;
    return { level, rank: rankOf(item), number, label, heading, ...wordsOf(text, item.table, `/${language}/${at}`) };
  });
}

function wordsOf(text: string, table: TableShapeRequest | null, pointer: string): Pick<OutlineItem, 'text' | 'table'> {
  if (!table) return { text, table: null };
  const { columns, headerRows, merged = [] } = table;
  refuseWrongTable({ columns, headerRows, merged }, { kk: text, ru: text }, pointer);
  return { text: '', table: { kind: 'table', rows: cellsIn(text), headerRows, merged } };
}

/** How deep it stands: by its printed mark, else by its level. */
export function rankOf({ level, label }: { level: ProvisionLevel | null; label: string | null }): number | null {
  const printed = label === null ? undefined : markOf(`${label} –`)?.rank;
  return printed ?? (level === null ? null : RANK_OF_LEVEL[level]);
}
