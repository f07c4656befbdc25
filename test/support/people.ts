import { newId } from '../../src/platform/database/index.js';
import {
  AccountsService,
  GrantsService,
  hashOf,
  newToken,
  Passwords,
  SESSION_HOURS,
  type WantedGrant,
} from '../../src/platform/identity/index.js';
import { OPERATOR } from '../../src/platform/kernel/index.js';
import { callerOf, type Caller, type TestApplication } from './test-application.js';

export const PASSWORD = 'a long enough password';

const MS_PER_HOUR = 3_600_000;
const START = `
  insert into sessions (token_hash, id, account_id, started_at, expires_at) values ($1, $2, $3, $4, $5)`;

let known = 0;
/** Everybody's, made once: a hash takes longer than most tests. */
let passwordHash: Promise<string> | undefined;

/** A signed-in person with the given roles. */
export interface Person extends Caller {
  readonly email: string;
  readonly accountId: string;
  readonly token: string;
}

type Role = Omit<WantedGrant, 'email'>;

/** Opens a confirmed account with these roles and signs it in. */
export async function person(test: TestApplication, ...roles: Role[]): Promise<Person> {
  known += 1;
  const email = `person-${known}@example.kz`;
  const wanted = { email, displayName: `Person ${known}`, language: 'kk' as const };
  passwordHash ??= test.app.get(Passwords).hash(PASSWORD);
  const account = await test.app.get(AccountsService).openConfirmed(wanted, await passwordHash, OPERATOR);
  for (const role of roles) await test.app.get(GrantsService).give({ ...role, email }, OPERATOR);
  return signIn(test, email, account.id);
}

/** Begins a session as signing in does, but for the password; anew where a moved clock has ended the last one. */
export async function signIn(test: TestApplication, email: string, accountId: string): Promise<Person> {
  const token = newToken();
  const now = test.clock.now();
  const expiresAt = new Date(now.getTime() + SESSION_HOURS * MS_PER_HOUR);
  const session = [hashOf(token), newId(), accountId, now, expiresAt];
  await test.database.query(START, session);
  return { ...callerOf(test.app, token), email, accountId, token };
}

/** The id of a grant that an administrator has himself. */
export async function grantOf(admin: Person): Promise<string> {
  const grants = await admin.get(`/grants?account=${admin.accountId}`).expect(200);
  return (grants.body as { items: { id: string }[] }).items[0]?.id ?? '';
}
