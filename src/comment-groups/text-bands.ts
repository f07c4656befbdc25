import { COMMON_BANDS, FULL_BAND } from './method.js';

/** A table of bands of compared texts: (band, text_id). */
export type BandsTable = 'comment_text_bands' | 'answer_text_bands';

/**
 * SQL: stored texts that share enough bands with new ones, as (at, text_id, shared). `$2` holds the bands of the new ones
 * and `$3` beside each the place of its text; those of a full band are not all.
 */
export const sharedBandsSql = (table: BandsTable): string => `
  select b.at, m.text_id, count(*)::int as shared from unnest($2::bigint[], $3::int[]) b (band, at)
    cross join lateral (select text_id from ${table} m where m.band = b.band order by text_id limit ${FULL_BAND}) m
  group by b.at, m.text_id having count(*) >= ${COMMON_BANDS}`;

/** SQL: keeps bands (`$1`) of texts (`$2`), but for what finds its band full. */
export const keepBandsSql = (table: BandsTable): string => `
  insert into ${table} (band, text_id)
  select band, text_id from unnest($1::bigint[], $2::uuid[]) b (band, text_id)
  where (select count(*) from (select from ${table} m where m.band = b.band limit ${FULL_BAND}) m) < ${FULL_BAND}
  order by 1, 2 on conflict do nothing`;
