import { holds, type Actor, type Role, type Verdict } from '../kernel/index.js';

/** An administrator gives every role; the authority those of councils only (api.md, `POST /grants`). */
export function mayGive(by: Actor, role: Role): Verdict {
  if (holds(by, 'account.invite')) return 'allowed';
  return role === 'secretary' || role === 'member' ? 'allowed' : 'not-allowed';
}
