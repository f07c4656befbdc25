import {
  ChoiceField,
  CountField,
  IdField,
  ListField,
  LocalizedField,
  ObjectField,
  QueryCount,
  TextField,
} from '../platform/http/index.js';
import type { LocalizedText } from '../platform/kernel/index.js';
import { PROVISION_LEVELS, type ProvisionLevel } from './provision-text.entity.js';

/** How many provisions a text may have. */
export const PROVISIONS_MAX = 2000;

/** How many rows a comparative table may have. */
export const ROWS_COMPARED_MAX = 500;

const NUMBER_MAX = 50;
const LABEL_MAX = 100;
const HEADING_MAX = 2000;
const TEXT_MAX = 50_000;
const NOTE_MAX = 5000;
const VERSIONS_MAX = 1_000_000;
const COLUMNS_MAX = 60;
const ROWS_MAX = 5000;
const MERGED_MAX = 1000;
const PLACE_MAX = 1000;
const WORDING_MAX = 20_000;

/** Cells that are one. */
export class MergedCellsRequest {
  /** Row of the first of them, from 1. */
  @CountField({ min: 1, max: ROWS_MAX })
  row!: number;

  /** Column of the first of them, from 1. */
  @CountField({ min: 1, max: COLUMNS_MAX })
  column!: number;

  @CountField({ min: 1, max: ROWS_MAX })
  rows!: number;

  @CountField({ min: 1, max: COLUMNS_MAX })
  columns!: number;
}

/** The shape of a table whose words are the provision's text: a line is a row, tabs part its cells. */
export class TableShapeRequest {
  @CountField({ min: 1, max: COLUMNS_MAX })
  columns!: number;

  /** How many of the first rows are headings. */
  @CountField({ min: 0, max: ROWS_MAX })
  headerRows!: number;

  @ListField(() => MergedCellsRequest, { max: MERGED_MAX, optional: true })
  merged?: MergedCellsRequest[];
}

/** A row of the comparative table: what is in force, what is proposed, and why. */
export class ComparativeRowRequest {
  /** The provision of this version that the row speaks of, from 1. */
  @CountField({ min: 1, max: PROVISIONS_MAX, optional: true })
  position?: number;

  /** Which place of which act: "Article 5, paragraph 2". */
  @LocalizedField({ max: PLACE_MAX })
  place!: LocalizedText;

  /** Absent where nothing is in force yet. */
  @LocalizedField({ max: WORDING_MAX, optional: true })
  current?: LocalizedText;

  /** Absent where it is to be taken out. */
  @LocalizedField({ max: WORDING_MAX, optional: true })
  proposed?: LocalizedText;

  @LocalizedField({ max: WORDING_MAX })
  reason!: LocalizedText;
}

/** A provision of the text. */
export class ProvisionRequest {
  /** The id of a provision of an earlier version, to keep it. */
  @IdField({ optional: true })
  id?: string;

  @ChoiceField(PROVISION_LEVELS, { optional: true })
  level?: ProvisionLevel;

  /** The number printed before it. */
  @TextField({ max: NUMBER_MAX, optional: true })
  number?: string;

  /** The number with its mark as each language prints it: "1-бап.", "Статья 1."; else the number and a full stop. */
  @LocalizedField({ max: LABEL_MAX, optional: true })
  label?: LocalizedText;

  @LocalizedField({ max: HEADING_MAX, optional: true })
  heading?: LocalizedText;

  /** May be absent where there is a heading. */
  @LocalizedField({ max: TEXT_MAX, optional: true })
  text?: LocalizedText;

  /** Where the text is a table. */
  @ObjectField(() => TableShapeRequest, { optional: true })
  table?: TableShapeRequest;
}

/** A new version of the text, whole. */
export class VersionRequest {
  @ListField(() => ProvisionRequest, { min: 1, max: PROVISIONS_MAX })
  provisions!: ProvisionRequest[];

  /** What changed. */
  @LocalizedField({ max: NOTE_MAX, optional: true })
  note?: LocalizedText;

  /** Now, proposed, why; absent: as in the version before. */
  @ListField(() => ComparativeRowRequest, { max: ROWS_COMPARED_MAX, optional: true })
  comparativeTable?: ComparativeRowRequest[];
}

/** The comparative table of the present version, whole. */
export class ComparativeTableRequest {
  @ListField(() => ComparativeRowRequest, { max: ROWS_COMPARED_MAX })
  comparativeTable!: ComparativeRowRequest[];
}

/** Which version of the text to read. */
export class DraftQuery {
  /** Its number; without it the latest. */
  @QueryCount({ min: 1, max: VERSIONS_MAX, code: 'count-expected' })
  version?: number;
}
