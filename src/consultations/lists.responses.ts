import { ApiProperty } from '@nestjs/swagger';
import { LocalizedTextResponse } from '../platform/http/index.js';

/** A type of act. */
export class ActTypeResponse {
  code!: string;

  @ApiProperty({ type: () => LocalizedTextResponse })
  name!: LocalizedTextResponse;
}

/** The types of acts. */
export class ActTypesResponse {
  @ApiProperty({ type: () => [ActTypeResponse] })
  items!: ActTypeResponse[];

  @ApiProperty({ type: String, nullable: true })
  next!: string | null;
}

/** A ground on which no consultative document precedes a draft law. */
export class ExemptionResponse extends ActTypeResponse {
  @ApiProperty({ type: () => LocalizedTextResponse })
  basis!: LocalizedTextResponse;
}

/** The grounds. */
export class ExemptionsResponse {
  @ApiProperty({ type: () => [ExemptionResponse] })
  items!: ExemptionResponse[];

  @ApiProperty({ type: String, nullable: true })
  next!: string | null;
}

/** A category. */
export class CategoryResponse extends ActTypeResponse {
  /** Its number on the national portal. */
  portalId!: string;
}

/** The categories. */
export class CategoriesResponse {
  @ApiProperty({ type: () => [CategoryResponse] })
  items!: CategoryResponse[];

  @ApiProperty({ type: String, nullable: true })
  next!: string | null;
}
