import type { Act } from '../platform/journal/index.js';
import { OPERATOR } from '../platform/kernel/index.js';

/** Kind of the journal's entries that say what is made up. */
export const DEMONSTRATION = 'demonstration';

/** What follows in the journal until `demonstration.completed` is made up, and so are its instants. */
export function demonstrationBegun(id: string): Act {
  return { what: 'demonstration.begun', subject: { kind: DEMONSTRATION, id }, by: OPERATOR };
}

/** From here on the journal tells what people did, when they did it. */
export function demonstrationCompleted(id: string): Act {
  return { what: 'demonstration.completed', subject: { kind: DEMONSTRATION, id }, by: OPERATOR };
}
