import { AccountsService, GrantsService, type WantedGrant } from '../../src/platform/identity/index.js';
import { OPERATOR } from '../../src/platform/kernel/index.js';
import { callerOf, type Caller, type TestApplication } from './test-application.js';

export const PASSWORD = 'a long enough password';

let known = 0;

/** A signed-in person with the given roles. */
export interface Person extends Caller {
  readonly email: string;
  readonly accountId: string;
  readonly token: string;
}

type Role = Omit<WantedGrant, 'email'>;

/** Opens a confirmed account with these roles and signs it in, through the services people use. */
export async function person(test: TestApplication, ...roles: Role[]): Promise<Person> {
  known += 1;
  const email = `person-${known}@example.kz`;
  const wanted = { email, displayName: `Person ${known}`, language: 'kk' as const, password: PASSWORD };
  const account = await test.app.get(AccountsService).openConfirmed(wanted, OPERATOR);
  for (const role of roles) await test.app.get(GrantsService).give({ ...role, email }, OPERATOR);
  return signIn(test, email, account.id);
}

/** Signs in anew, so that a moved clock has not ended the session. */
export async function signIn(test: TestApplication, email: string, accountId: string): Promise<Person> {
  const session = await test.anyone.post('/sessions').send({ email, password: PASSWORD }).expect(201);
  const { token } = session.body as { token: string };
  return { ...callerOf(test.app, token), email, accountId, token };
}

/** The id of a grant that an administrator has himself. */
export async function grantOf(admin: Person): Promise<string> {
  const grants = await admin.get(`/grants?account=${admin.accountId}`).expect(200);
  return (grants.body as { items: { id: string }[] }).items[0]?.id ?? '';
}
