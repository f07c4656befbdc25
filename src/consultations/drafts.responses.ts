import { ApiProperty } from '@nestjs/swagger';
import { LocalizedTextResponse } from '../platform/http/index.js';
import { PROVISION_LEVELS, type ProvisionLevel } from './provision-text.entity.js';

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

  @ApiProperty({ type: () => LocalizedTextResponse, nullable: true })
  heading!: LocalizedTextResponse | null;

  @ApiProperty({ type: () => LocalizedTextResponse })
  text!: LocalizedTextResponse;
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
