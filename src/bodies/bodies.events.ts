import type { Act } from '../platform/journal/index.js';
import type { Actor } from '../platform/kernel/index.js';

/** Territories were read from a file. */
export function territoriesImported(changed: number, by: Actor): Act {
  return { what: 'territories.imported', subject: { kind: 'territories', id: 'kato' }, by, data: { changed } };
}

/** Government bodies were read from a file. */
export function bodiesImported(changed: number, by: Actor): Act {
  return { what: 'bodies.imported', subject: { kind: 'bodies', id: 'all' }, by, data: { changed } };
}
