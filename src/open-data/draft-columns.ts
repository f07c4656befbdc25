import type { LocalizedText } from '../platform/kernel/index.js';
import { type Columns, tableOf } from './export-table.js';

/** A provision in one version, as a line of the export. */
interface ProvisionLine {
  readonly version: number;
  readonly madeAt: string;
  readonly note: LocalizedText | null;
  readonly position: number;
  readonly provisionId: string;
  readonly level: string | null;
  readonly number: string | null;
  readonly label: LocalizedText | null;
  readonly heading: LocalizedText | null;
  readonly text: LocalizedText;
  readonly table: object | null;
}

const COLUMNS: Columns<ProvisionLine> = {
  version: ({ version }) => version,
  madeAt: ({ madeAt }) => madeAt,
  position: ({ position }) => position,
  level: ({ level }) => level,
  number: ({ number }) => number,
  labelKk: ({ label }) => label?.kk,
  labelRu: ({ label }) => label?.ru,
  labelEn: ({ label }) => label?.en,
  headingKk: ({ heading }) => heading?.kk,
  headingRu: ({ heading }) => heading?.ru,
  headingEn: ({ heading }) => heading?.en,
  textKk: ({ text }) => text.kk,
  textRu: ({ text }) => text.ru,
  textEn: ({ text }) => text.en,
  table: ({ table }) => table && JSON.stringify(table),
  noteKk: ({ note }) => note?.kk,
  noteRu: ({ note }) => note?.ru,
  noteEn: ({ note }) => note?.en,
  provisionId: ({ provisionId }) => provisionId,
};

/** The text in all its versions as a table. */
export const DRAFT_TABLE = tableOf(COLUMNS);
