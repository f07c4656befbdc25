import { hash } from 'node:crypto';
import { newId } from '../../src/platform/database/index.js';
import type { TestApplication } from '../support/test-application.js';

/** Requests under way at once. */
const AT_ONCE = 128;

/** Somebody of many, signed in. */
export interface Participant {
  readonly id: string;
  readonly token: string;
}

/** So many people with confirmed accounts who are signed in; without passwords, whose hashing would take an hour. */
export async function crowd({ database, clock }: TestApplication, count: number): Promise<Participant[]> {
  const people = Array.from({ length: count }, (_, at) => ({ id: newId(), token: `crowd-${at}-${newId()}` }));
  const now = clock.now();
  await database.query(
    `with a as (insert into accounts (id, version, email, display_name, language, created_at, confirmed_at)
       select id, 1, 'crowd-' || ord || '@example.kz', 'Тұрғын ' || ord, 'kk', $4, $4
       from unnest($1::uuid[]) with ordinality as p (id, ord))
     insert into sessions (token_hash, id, account_id, started_at, expires_at)
     select hash, session, id, $4, $4::timestamptz + interval '7 days'
     from unnest($1::uuid[], $2::bytea[], $3::uuid[]) as s (id, hash, session)`,
    [
      people.map(({ id }) => id),
      people.map(({ token }) => hash('sha256', token, 'buffer')),
      people.map(() => newId()),
      now,
    ],
  );
  return people;
}

/** Everybody says something, each the text that is his by his place; gives the receipts in the order of people. */
export async function everybodySays(
  { app }: TestApplication,
  consultationId: string,
  people: readonly Participant[],
  text: (at: number) => string,
): Promise<string[]> {
  const receipts: string[] = [];
  const url = `/api/v1/consultations/${consultationId}/comments`;
  let next = 0;
  const say = async (): Promise<void> => {
    for (let at = next++; at < people.length; at = next++) {
      const headers = { authorization: `Bearer ${people[at]?.token ?? ''}` };
      const answer = await app.inject({ method: 'POST', url, headers, payload: { text: text(at), language: 'kk' } });
      if (answer.statusCode !== 201) throw new Error(`Comment ${at}: ${answer.body}`);
      receipts[at] = answer.json<{ receipt: { number: string } }>().receipt.number;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, say));
  return receipts;
}
