import { ApiProperty } from '@nestjs/swagger';
import {
  PROVISION_LEVELS,
  ProvisionResponse,
  TableShapeResponse,
  textOfCells,
  type ProvisionLevel,
} from '../consultations/index.js';
import { LocalizedTextResponse } from '../platform/http/index.js';
import { DOCUMENT_LANGUAGES, type Converted, type DocumentLanguage } from './converted.js';
import { LOSSES, type Loss, type TableBlock } from './document.js';
import type { OutlineItem } from './outline.js';
import type { PairedItem } from './paired.js';

/** What of a document does not become a part of the text. */
export class LossResponse {
  /** Of which document. */
  @ApiProperty({ enum: DOCUMENT_LANGUAGES })
  language!: DocumentLanguage;

  @ApiProperty({ enum: LOSSES })
  loss!: Loss;

  /** How often. */
  count!: number;
}

/** A provision as one document has it. */
export class OutlineItemResponse {
  @ApiProperty({ type: String, enum: PROVISION_LEVELS, nullable: true })
  level!: ProvisionLevel | null;

  @ApiProperty({ type: String, nullable: true })
  number!: string | null;

  /** The number with its mark, as printed. */
  @ApiProperty({ type: String, nullable: true })
  label!: string | null;

  @ApiProperty({ type: String, nullable: true })
  heading!: string | null;

  /** Its paragraphs as lines; of a table its rows as lines, tabs part the cells. */
  text!: string;

  @ApiProperty({ type: () => TableShapeResponse, nullable: true })
  table!: TableShapeResponse | null;
}

/** The provisions of one document. Nothing is stored. */
export class OutlineResponse {
  @ApiProperty({ enum: DOCUMENT_LANGUAGES })
  language!: DocumentLanguage;

  @ApiProperty({ type: () => [OutlineItemResponse] })
  provisions!: OutlineItemResponse[];

  @ApiProperty({ type: () => [LossResponse] })
  losses!: LossResponse[];
}

/** A provision as a version takes it. */
export class ProposedProvisionResponse {
  /** The provision of the latest version that this is; absent for a new one. */
  @ApiProperty({ format: 'uuid', required: false })
  id?: string;

  @ApiProperty({ type: String, enum: PROVISION_LEVELS, required: false })
  level?: ProvisionLevel;

  @ApiProperty({ type: String, required: false })
  number?: string;

  /** The number with its mark as each language prints it. */
  @ApiProperty({ type: () => LocalizedTextResponse, required: false })
  label?: LocalizedTextResponse;

  @ApiProperty({ type: () => LocalizedTextResponse, required: false })
  heading?: LocalizedTextResponse;

  @ApiProperty({ type: () => LocalizedTextResponse, required: false })
  text?: LocalizedTextResponse;

  @ApiProperty({ type: () => TableShapeResponse, required: false })
  table?: TableShapeResponse;
}

/** The text that two documents propose; `provisions` can be sent as those of a new version. Nothing is stored. */
export class ProposalResponse {
  @ApiProperty({ type: () => [ProposedProvisionResponse] })
  provisions!: ProposedProvisionResponse[];

  /** Provisions of the latest version that are in the documents no more. */
  @ApiProperty({ type: String, format: 'uuid', isArray: true })
  removed!: string[];

  @ApiProperty({ type: () => [LossResponse] })
  losses!: LossResponse[];
}

/** The outline of a single document. */
export function outlineResponse(language: DocumentLanguage, { outline, losses }: Converted): OutlineResponse {
  return { language, provisions: outline.map(outlineItem), losses: [...losses] };
}

/** What two documents propose for a text whose latest version has `stored`. */
export function proposalResponse(
  { items, ids, losses }: Converted,
  stored: readonly Pick<ProvisionResponse, 'id'>[],
): ProposalResponse {
  const kept = new Set(ids);
  const provisions = items.map((item, at) => proposed(item, ids[at]));
  const removed = stored.flatMap(({ id }) => (kept.has(id) ? [] : [id]));
  return { provisions, removed, losses: [...losses] };
}

function outlineItem({ level, number, label, heading, text, table }: OutlineItem): OutlineItemResponse {
  return {
    ...{ level, number, label, heading },
    text: table ? textOfCells(table.rows) : text,
    table: table && shapeOf(table),
  };
}

function proposed({ level, number, label, heading, text, table }: PairedItem, id?: string): ProposedProvisionResponse {
  const words = table ? { kk: textOfCells(table.kk.rows), ru: textOfCells(table.ru.rows) } : text;
  const fields = { id, level, number, label, heading, text: words, table: table && shapeOf(table.kk) };
  const present = Object.entries(fields).filter(([, value]) => value !== null && value !== undefined);
  return Object.fromEntries(present);
}

function shapeOf({ rows, headerRows, merged }: TableBlock): TableShapeResponse {
  return { columns: rows[0]?.length ?? 0, headerRows, merged: [...merged] };
}
