import type { Act } from '../journal/index.js';
import type { Actor } from '../kernel/index.js';

/** Acts on accounts and grants are recorded, but are nobody else's business: none is public. */
export function accountEvent(what: `account.${string}`, id: string, by: Actor): Act {
  return { what, subject: { kind: 'account', id }, by, public: false };
}

/** Who uses the link of a letter: the holder of the account, though not signed in. */
export function holderOf({ id: accountId }: { readonly id: string }): Actor {
  return { kind: 'account', accountId, displayName: null, language: 'kk', grants: [] };
}

/** A role given or taken away, with its scope. */
export function grantEvent(
  what: 'grant.given' | 'grant.revoked',
  grant: { id: string; accountId: string; role: string; councilId: string | null; bodyId: string | null },
  by: Actor,
): Act {
  const { id, accountId, role, councilId, bodyId } = grant;
  return { what, subject: { kind: 'grant', id }, by, public: false, data: { accountId, role, councilId, bodyId } };
}

/** A sign-in or sign-out. */
export function sessionEvent(what: 'session.started' | 'session.ended', id: string, by: Actor): Act {
  return { what, subject: { kind: 'session', id }, by, public: false };
}
