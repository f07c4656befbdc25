import { phaseSql } from '../consultations/index.js';
import type { LocalDate } from '../platform/kernel/index.js';
import type { SearchFilters } from './search.requests.js';

/** SQL: whether a published consultation `c` of the body `b` is among those wanted; the values are `filterValues`. */
export const AMONG_WANTED = `c.published_on is not null and ($2::text is null or ${phaseSql('$1::date')} = $2)
  and ($3::uuid is null or c.body_id = $3) and ($4::text is null or c.category = $4)
  and ($5::text is null or c.act_type = $5)
  and ($6::uuid is null or b.territory_id in (select id from territories where $6 in (id, parent_id)))`;

/** $1 to $6 of `AMONG_WANTED`. */
export function filterValues(
  { phase, body, category, actType, territory }: SearchFilters,
  today: LocalDate,
): unknown[] {
  return [today, phase ?? null, body ?? null, category ?? null, actType ?? null, territory ?? null];
}

/** Whether anything is asked of the consultation itself. */
export function isFiltered({ phase, body, category, actType, territory }: SearchFilters): boolean {
  return [phase, body, category, actType, territory].some((value) => value !== undefined);
}
