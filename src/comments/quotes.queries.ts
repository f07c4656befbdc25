import { Injectable } from '@nestjs/common';
import { Statements } from '../platform/database/index.js';
import { misquoted, type QuoteContext } from './quote-place.js';
import { partsOf, type ProvisionWords } from './quoted-texts.js';

/** Whether words stand in any provision of the latest version. Blanks count as one, as a copied line break. */
const STANDS = `
  select exists (
    select from provisions p join provision_texts t on t.provision_id = p.id and t.version = c.current_version
    where p.consultation_id = c.id
      and strpos(regexp_replace(concat_ws(' | ', t.heading->>'kk', t.heading->>'ru', t.heading->>'en',
        t.text->>'kk', t.text->>'ru', t.text->>'en'), '\\s+', ' ', 'g'),
        btrim(regexp_replace($2, '\\s+', ' ', 'g'))) > 0
  ) as stands
  from consultations c where c.id = $1 and c.published_on is not null`;

/** The words of provision $2 of consultation $1 in its latest version; without words where it is in it no more. */
const WORDS = `
  select t.heading, t.text from consultations c
    join provisions p on p.consultation_id = c.id and p.id = $2
    left join provision_texts t on t.provision_id = p.id and t.version = c.current_version
  where c.id = $1 and c.published_on is not null`;

/** The words of provisions in the latest versions of their texts. */
const LATEST = `
  select p.id, t.heading, t.text from unnest($1::uuid[]) i (id)
    join provisions p on p.id = i.id join consultations c on c.id = p.consultation_id
    join provision_texts t on t.provision_id = p.id and t.version = c.current_version`;

/** What a comment refers to. */
export interface Quoted {
  readonly consultationId: string;
  /** Null: anywhere in the text. */
  readonly provisionId: string | null;
  readonly quote: string;
  readonly quoteContext: QuoteContext | null;
}

/** A comment that may quote a provision. */
interface Quoting {
  readonly provisionId?: string | null | undefined;
  readonly quote?: string | null;
}

/** The latest words of provisions, by their ids. */
export type LatestWords = ReadonlyMap<string, ProvisionWords>;

/** Looks quoted words up in the draft, before a comment waits for its batch. */
@Injectable()
export class QuotesQueries {
  constructor(private readonly statements: Statements) {}

  /**
   * Which of quote and context does not stand where it is said to stand, where the text or the provision is known; what
   * is not known is refused elsewhere.
   */
  async fault({ consultationId, provisionId, quote, quoteContext }: Quoted): Promise<ReturnType<typeof misquoted>> {
    if (provisionId === null) {
      const row = await this.statements.row<{ stands: boolean }>('comment-quote', STANDS, [consultationId, quote]);
      return row?.stands === false ? 'quote' : undefined;
    }
    const words = await this.statements.row<Partial<ProvisionWords> & Record<string, unknown>>(
      'comment-quote-provision',
      WORDS,
      [consultationId, provisionId],
    );
    if (!words) return undefined;
    const { heading = null, text } = words;
    return misquoted(quote, quoteContext, text ? partsOf({ heading, text }).map(({ all }) => all) : []);
  }

  /** The latest words of the provisions that are quoted; nothing is asked where none is. */
  async latest(comments: readonly Quoting[]): Promise<LatestWords> {
    const ids = comments.flatMap(({ provisionId, quote }) => (provisionId && quote ? [provisionId] : []));
    if (ids.length === 0) return new Map();
    const rows = await this.statements.rows<ProvisionWords & { readonly id: string } & Record<string, unknown>>(
      'comment-quotes-latest',
      LATEST,
      [[...new Set(ids)]],
    );
    return new Map(rows.map(({ id, heading, text }) => [id, { heading, text }]));
  }
}
