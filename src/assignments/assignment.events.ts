import type { Act } from '../platform/journal/index.js';
import type { Actor } from '../platform/kernel/index.js';

/** Who of the body answers so many comments; how the body divides its work is its own affair. */
export function commentsAssigned(consultationId: string, to: string | null, comments: number, by: Actor): Act {
  return {
    what: 'comments.assigned',
    subject: { kind: 'consultation', id: consultationId },
    by,
    data: { to, comments },
    public: false,
  };
}
