import { QueryCount } from '../platform/http/index.js';

const VERSIONS_MAX = 1_000_000;

/** Which versions to compare. */
export class ComparisonQuery {
  /** Number of the earlier version; without it the first that the reader may see. */
  @QueryCount({ min: 1, max: VERSIONS_MAX, code: 'count-expected' })
  from?: number;

  /** Number of the later version; without it the latest. */
  @QueryCount({ min: 1, max: VERSIONS_MAX, code: 'count-expected' })
  to?: number;
}
