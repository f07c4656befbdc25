import type { Act } from '../platform/journal/index.js';
import type { Actor, AppliedRule } from '../platform/kernel/index.js';
import type { Methodology } from './methodology.entity.js';

/** A methodology was prepared, published or retired; a draft is nobody's business yet. */
export function methodologyEvent(
  what: 'methodology.prepared' | 'methodology.published' | 'methodology.retired',
  { id, state, formula, edition, previousId }: Methodology,
  by: Actor,
  rules: readonly AppliedRule[] = [],
): Act {
  const data = { formula, edition, previousId };
  return { what, subject: { kind: 'methodology', id }, by, rules, data, public: state !== 'draft' };
}
