import { Injectable } from '@nestjs/common';
import { Statements } from '../platform/database/index.js';

/** Whether words stand in the latest version: in one provision, or in any. Blanks count as one, as a copied line break. */
const STANDS = `
  select exists (
    select from provisions p join provision_texts t on t.provision_id = p.id and t.version = c.current_version
    where p.consultation_id = c.id and ($2::uuid is null or p.id = $2)
      and strpos(regexp_replace(concat_ws(' | ', t.heading->>'kk', t.heading->>'ru', t.heading->>'en',
        t.text->>'kk', t.text->>'ru', t.text->>'en'), '\\s+', ' ', 'g'),
        btrim(regexp_replace($3, '\\s+', ' ', 'g'))) > 0
  ) as stands
  from consultations c where c.id = $1 and c.published_on is not null
    and ($2::uuid is null or exists (select from provisions p where p.id = $2 and p.consultation_id = c.id))`;

/** What a comment refers to. */
export interface Quoted {
  readonly consultationId: string;
  /** Null: anywhere in the text. */
  readonly provisionId: string | null;
  readonly quote: string;
}

/** Looks quoted words up in the draft, before a comment waits for its batch. */
@Injectable()
export class QuotesQueries {
  constructor(private readonly statements: Statements) {}

  /** True where the text or the provision is known and the words are not in it; what is not known is refused elsewhere. */
  async isMisquoted({ consultationId, provisionId, quote }: Quoted): Promise<boolean> {
    const row = await this.statements.row<{ stands: boolean }>('comment-quote', STANDS, [
      consultationId,
      provisionId,
      quote,
    ]);
    return row?.stands === false;
  }
}
