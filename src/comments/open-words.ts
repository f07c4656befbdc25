import { escaped, nullable, type JsonPart } from '../platform/database/index.js';

/** SQL: whether everyone may read the words and the name of a comment `c`: it is neither withdrawn nor concealed. */
export const OPEN_WORDS = `c.state <> 'withdrawn' and c.concealment is null`;

/** JSON of one side of what is around the quote of a comment `c`, for everyone. Few have it, so that is asked first. */
export function contextPart(side: 'before' | 'after'): JsonPart {
  const shown = `case when c.quote_context is not null and ${OPEN_WORDS} then c.quote_context->>'${side}' end`;
  return nullable(escaped(shown));
}
