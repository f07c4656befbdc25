import { standingOf, type ProvisionWords, type QuotePlace, type QuoteStanding } from '../../comments/index.js';

/** A comment that may quote a provision, with the words around the quote. */
export interface Quoting {
  readonly provisionId?: string | null | undefined;
  readonly quote?: string | null;
  readonly quoteBefore?: string | null;
  readonly quoteAfter?: string | null;
}

/** Where the quotes of comments stand now, by the ids of the comments. */
export type QuoteStandings = ReadonlyMap<string, QuoteStanding>;

/** Where they stand in the latest words of their provisions; nothing of comments that quote none. */
export function standingsOf(
  comments: readonly (Quoting & { readonly id: string })[],
  latest: ReadonlyMap<string, ProvisionWords>,
): QuoteStandings {
  return new Map(
    comments.flatMap((comment) => {
      const { id, quote, provisionId, quoteBefore = null, quoteAfter = null } = comment;
      if (!quote || !provisionId) return [];
      const said = { quote, context: { before: quoteBefore, after: quoteAfter } };
      return [[id, standingOf(said, latest.get(provisionId))] as const];
    }),
  );
}

/** The places in the text of a provision that comments on it quote. */
export function quotedIn(comments: readonly { readonly id: string }[], standings: QuoteStandings): QuotePlace[] {
  return comments.flatMap(({ id }) => {
    const standing = standings.get(id);
    return standing?.kind === 'stands' && standing.part === 'text' ? [standing] : [];
  });
}
