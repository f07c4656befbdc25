import { Injectable } from '@nestjs/common';
import type { Shift } from '../../calendar/index.js';
import { Statements } from '../../platform/database/index.js';
import type { LocalizedText } from '../../platform/kernel/index.js';

/** What a due date belongs to, as a page names it. */
export interface Shifted {
  readonly kind: string;
  readonly id: string;
  /** Null where the thing has no title of its own. */
  readonly title: LocalizedText | null;
  readonly councilId: string | null;
  readonly bodyId: string | null;
  /** Where it can be read; null where it is not public. */
  readonly path: string | null;
}

const SHIFTED = `
  select 'recommendation' as kind, r.id, r.text as title, r.council_id as "councilId", r.body_id as "bodyId",
    '/recommendations/' || r.id as path
  from recommendations r where r.id = any($1::uuid[])
  union all
  select 'consultation', c.id, c.title, null, c.body_id, '/consultations/' || c.id
  from consultations c where c.id = any($1::uuid[])
  union all
  select 'council-notice', n.id, c.title, n.council_id, c.body_id, '/consultations/' || c.id
  from consultation_councils n join consultations c on c.id = n.consultation_id where n.id = any($1::uuid[])
  union all
  select 'opinion', o.id, c.title, o.council_id, o.body_id, '/opinions/' || o.id
  from opinions o join consultations c on c.id = o.consultation_id where o.id = any($1::uuid[])
  union all
  select 'comment', k.id, c.title, null, c.body_id, '/consultations/' || c.id || '/comments'
  from comments k join consultations c on c.id = k.consultation_id where k.id = any($1::uuid[])
  union all
  select 'assessment', a.id, null, a.council_id, a.body_id, null from assessments a where a.id = any($1::uuid[])
  union all
  select 'assessment-gaps', a.id, null, a.council_id, a.body_id, '/assessments/' || a.id
  from assessments a where a.id = any($1::uuid[])`;

/** Names of the things whose due dates a recalculation moves. */
@Injectable()
export class ShiftedQueries {
  constructor(private readonly statements: Statements) {}

  /** By kind and id, `kind:id`, in one statement. */
  async of(shifts: readonly Shift[]): Promise<ReadonlyMap<string, Shifted>> {
    if (shifts.length === 0) return new Map();
    const ids = [...new Set(shifts.map(({ id }) => id))];
    const rows = await this.statements.rows<Shifted & Record<string, unknown>>('portal-shifted', SHIFTED, [ids]);
    return new Map(rows.map((row) => [`${row.kind}:${row.id}`, row]));
  }
}
