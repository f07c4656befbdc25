import { InstantField, QueryCount, TextField } from './fields.js';

/** What every list takes: how many, and after which cursor. */
export class PageQuery {
  /** How many things to give, 1 to 100. */
  @QueryCount({ min: 1, max: 100, code: 'limit-out-of-range', otherwise: 20 })
  limit: number = 20;

  /** The `next` of the page before. */
  @TextField({ max: 2000, optional: true })
  after?: string;
}

/** What every public list takes besides. */
export class PublicPageQuery extends PageQuery {
  /** Only what changed at or after this instant, by the order of the journal. */
  @InstantField({ optional: true })
  modifiedSince?: string;
}
