import { ApiProperty } from '@nestjs/swagger';
import { LocalizedTextResponse } from '../platform/http/index.js';
import { PROVISION_LEVELS, type ProvisionLevel } from './provision-text.entity.js';

/** Cells of a table that are one, counted from 1. */
export class MergedCellsResponse {
  row!: number;
  column!: number;
  rows!: number;
  columns!: number;
}

/** The shape of a table whose words are the provision's text: a line is a row, tabs part its cells. */
export class TableShapeResponse {
  columns!: number;

  /** How many of the first rows are headings. */
  headerRows!: number;

  @ApiProperty({ type: () => [MergedCellsResponse] })
  merged!: readonly MergedCellsResponse[];
}

/** A row of the comparative table. */
export class ComparativeRowResponse {
  /** The provision it speaks of. */
  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  provisionId!: string | null;

  @ApiProperty({ type: () => LocalizedTextResponse })
  place!: LocalizedTextResponse;

  /** Null where nothing is in force yet. */
  @ApiProperty({ type: () => LocalizedTextResponse, nullable: true })
  current!: LocalizedTextResponse | null;

  /** Null where it is to be taken out. */
  @ApiProperty({ type: () => LocalizedTextResponse, nullable: true })
  proposed!: LocalizedTextResponse | null;

  @ApiProperty({ type: () => LocalizedTextResponse })
  reason!: LocalizedTextResponse;
}

/** A provision in one version. */
export class ProvisionResponse {
  /** The same in every version. */
  @ApiProperty({ format: 'uuid' })
  id!: string;

  /** Its place, from 1. */
  position!: number;

  @ApiProperty({ type: String, enum: PROVISION_LEVELS, nullable: true })
  level!: ProvisionLevel | null;

  /** The number printed before it. */
  @ApiProperty({ type: String, nullable: true })
  number!: string | null;

  /** The number with its mark as each language prints it; null: the number and a full stop. */
  @ApiProperty({ type: () => LocalizedTextResponse, nullable: true })
  label!: LocalizedTextResponse | null;

  @ApiProperty({ type: () => LocalizedTextResponse, nullable: true })
  heading!: LocalizedTextResponse | null;

  /** Empty where the provision is a heading only. */
  @ApiProperty({ type: () => LocalizedTextResponse })
  text!: LocalizedTextResponse;

  /** Where the text is a table. */
  @ApiProperty({ type: () => TableShapeResponse, nullable: true })
  table!: TableShapeResponse | null;
}

/** One version of the text. */
export class DraftResponse {
  /** Id of the version. */
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ format: 'uuid' })
  consultationId!: string;

  /** Number of the version. */
  version!: number;

  @ApiProperty({ format: 'date-time' })
  madeAt!: Date;

  /** What changed. */
  @ApiProperty({ type: () => LocalizedTextResponse, nullable: true })
  note!: LocalizedTextResponse | null;

  @ApiProperty({ type: () => [ProvisionResponse] })
  provisions!: ProvisionResponse[];

  /** What is in force, what is proposed, and why. */
  @ApiProperty({ type: () => [ComparativeRowResponse] })
  comparativeTable!: ComparativeRowResponse[];
}

/** That there is a version. */
export class DraftVersionResponse {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  number!: number;

  @ApiProperty({ format: 'date-time' })
  madeAt!: Date;

  /** What changed. */
  @ApiProperty({ type: () => LocalizedTextResponse, nullable: true })
  note!: LocalizedTextResponse | null;

  /** How many provisions it has. */
  provisions!: number;
}

/** A page of versions, latest first. */
export class DraftVersionPageResponse {
  @ApiProperty({ type: () => [DraftVersionResponse] })
  items!: DraftVersionResponse[];

  @ApiProperty({ type: String, nullable: true })
  next!: string | null;
}
