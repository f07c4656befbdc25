import { Statements } from '../../src/platform/database/index.js';
import type { Person } from '../support/people.js';
import type { TestApplication } from '../support/test-application.js';
import type { PreparedConsultation } from './consultations.js';

/** Follows it; the token of the link that ends this. */
export async function followedBy(
  test: TestApplication,
  by: Person,
  { consultationId }: Pick<PreparedConsultation, 'consultationId'>,
): Promise<string> {
  await by.put(`/consultations/${consultationId}/my-subscription`).expect(200);
  const row = await test.app
    .get(Statements)
    .row<{ token: string }>(
      'unsubscribing',
      'select token from subscriptions where account_id = $1 and consultation_id = $2',
      [by.accountId, consultationId],
    );
  return row?.token ?? '';
}
