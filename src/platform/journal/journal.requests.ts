import { Check, Field, PageQuery } from '../http/index.js';

const SUBJECT = /^[a-z-]{1,40}(:[\w.-]{1,100})?$/;

/** Which part of the journal to read. */
export class JournalQuery extends PageQuery {
  /** Only acts about this: `kind` or `kind:id`. */
  @Field(
    { optional: true },
    { type: String, example: 'council:0192f0c0-0000-7000-8000-000000000000' },
    Check('unknown-parameter', (value) => typeof value === 'string' && SUBJECT.test(value)),
  )
  subject?: string;
}
