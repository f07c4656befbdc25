import { ApiProperty } from '@nestjs/swagger';
import { LocalizedTextResponse } from '../platform/http/index.js';
import { BODY_KINDS, TERRITORY_LEVELS } from './bodies.service.js';

/** A unit of the administrative-territorial division. */
export class TerritoryResponse {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  /** KATO code of nine digits, the first two being the region; `KZ` for the country. */
  code!: string;

  /** ISO 3166-2, for the country and its regions. */
  @ApiProperty({ type: String, nullable: true })
  isoCode!: string | null;

  @ApiProperty({ enum: TERRITORY_LEVELS })
  level!: string;

  @ApiProperty({ type: String, nullable: true })
  subtype!: string | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  parentId!: string | null;

  @ApiProperty({ type: () => LocalizedTextResponse })
  name!: LocalizedTextResponse;
}

/** A page of territories. */
export class TerritoryPageResponse {
  @ApiProperty({ type: () => [TerritoryResponse] })
  items!: TerritoryResponse[];

  @ApiProperty({ type: String, nullable: true })
  next!: string | null;
}

/** A government body. */
export class BodyResponse {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  /** Our own short name, stable across imports. */
  code!: string;

  @ApiProperty({ enum: BODY_KINDS })
  kind!: string;

  @ApiProperty({ enum: ['ministry', 'agency', 'akimat'] })
  subkind!: string;

  @ApiProperty({ format: 'uuid' })
  territoryId!: string;

  @ApiProperty({ type: () => LocalizedTextResponse })
  name!: LocalizedTextResponse;

  @ApiProperty({ type: String, nullable: true })
  website!: string | null;
}

/** A page of bodies. */
export class BodyPageResponse {
  @ApiProperty({ type: () => [BodyResponse] })
  items!: BodyResponse[];

  @ApiProperty({ type: String, nullable: true })
  next!: string | null;
}
