import { ApiProperty } from '@nestjs/swagger';
import { ProvisionResponse } from '../consultations/index.js';
import { CHANGES, countsOf, type Change } from './comparison.js';
import type { Comparison } from './comparisons.queries.js';

/** Words that follow each other with the same fate. */
export class WordRunResponse {
  @ApiProperty({ enum: ['same', 'removed', 'added'] })
  kind!: 'same' | 'removed' | 'added';

  text!: string;
}

/** The words of a text by language; without `added` they are the earlier text, without `removed` the later. */
export class ChangedWordsResponse {
  @ApiProperty({ type: () => [WordRunResponse], required: false })
  kk?: WordRunResponse[];

  @ApiProperty({ type: () => [WordRunResponse], required: false })
  ru?: WordRunResponse[];

  @ApiProperty({ type: () => [WordRunResponse], required: false })
  en?: WordRunResponse[];
}

/** What became of a provision. */
export class ComparedProvisionResponse {
  @ApiProperty({ format: 'uuid' })
  provisionId!: string;

  @ApiProperty({ enum: CHANGES })
  change!: Change;

  /** It stands before or behind others that it stood behind or before. */
  moved!: boolean;

  /** It is the same provision under another number. */
  renumbered!: boolean;

  /** As it stood in the earlier version; null when it is new. */
  @ApiProperty({ type: () => ProvisionResponse, nullable: true })
  before!: ProvisionResponse | null;

  /** As it stands in the later version; null when it was removed. */
  @ApiProperty({ type: () => ProvisionResponse, nullable: true })
  after!: ProvisionResponse | null;

  /** The words of its heading; null where nothing changed. */
  @ApiProperty({ type: () => ChangedWordsResponse, nullable: true })
  heading!: ChangedWordsResponse | null;

  /** Its words; null where nothing changed. */
  @ApiProperty({ type: () => ChangedWordsResponse, nullable: true })
  text!: ChangedWordsResponse | null;
}

/** How many provisions of each kind; one that changed and moved counts in both. */
export class ComparisonCountsResponse {
  same!: number;
  changed!: number;
  added!: number;
  removed!: number;
  moved!: number;
}

/** Two versions of a text, provision by provision, in the order of the later one. */
export class ComparisonResponse {
  @ApiProperty({ format: 'uuid' })
  consultationId!: string;

  /** Number of the earlier version. */
  from!: number;

  /** Number of the later version. */
  to!: number;

  @ApiProperty({ type: () => ComparisonCountsResponse })
  counts!: ComparisonCountsResponse;

  @ApiProperty({ type: () => [ComparedProvisionResponse] })
  provisions!: ComparedProvisionResponse[];
}

/** The comparison as it is told. */
export function comparisonResponse({ before, after, provisions }: Comparison): ComparisonResponse {
  return {
    consultationId: after.consultationId,
    from: before.version,
    to: after.version,
    counts: countsOf(provisions),
    provisions: [...provisions],
  };
}
