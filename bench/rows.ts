import { randomUUID } from 'node:crypto';
import type { Options } from 'autocannon';
import { TEXT, type Seed } from './seed.js';

/** One measured kind of work. */
export interface Row {
  readonly name: string;
  readonly connections: number;
  /** Status codes that are right. */
  readonly expected: readonly number[];
  readonly requests: Options['requests'];
}

/** All rows. `tag` is the ETag of the first page of the list. */
export function rows(seed: Seed, tag: string): Row[] {
  return [postComment(seed, 32), postComment(seed, 128), listUncached(seed, 32), listRevalidated(seed, 32, tag)];
}

/** The page that `list-revalidated` asks for. */
export function firstPage({ readId }: Seed): string {
  return `/api/v1/consultations/${readId}/comments?limit=20`;
}

/** A complete comment: session, key, a text of its own. Each connection is another person. */
function postComment({ consultationId, tokens }: Seed, connections: number): Row {
  let people = 0;
  let sent = 0;
  const path = `/api/v1/consultations/${consultationId}/comments`;
  return {
    name: 'post-comment',
    connections,
    expected: [201],
    requests: [
      {
        setupRequest: (request, context) => {
          const token = (context['token'] ??= tokens[people++ % tokens.length]) as string;
          const headers = {
            authorization: `Bearer ${token}`,
            'content-type': 'application/json',
            'idempotency-key': randomUUID(),
          };
          const body = JSON.stringify({ text: `${TEXT} ${sent++}`, language: 'ru' });
          return { ...request, method: 'POST', path, headers, body };
        },
      },
    ],
  };
}

/** Another page each time, so that none comes from memory. */
function listUncached(seed: Seed, connections: number): Row {
  let page = 0;
  const setupRequest: Row['requests'][number]['setupRequest'] = (request) => {
    page = (page + 7) % (seed.comments - 100);
    const after = Buffer.from(JSON.stringify([page])).toString('base64url');
    return { ...request, method: 'GET', path: `${firstPage(seed)}&after=${after}` };
  };
  return { name: 'list-uncached', connections, expected: [200], requests: [{ setupRequest }] };
}

/** A reader who has the page already. */
function listRevalidated(seed: Seed, connections: number, tag: string): Row {
  const path = firstPage(seed);
  return {
    name: 'list-revalidated',
    connections,
    expected: [304],
    requests: [{ setupRequest: (request) => ({ ...request, method: 'GET', path, headers: { 'if-none-match': tag } }) }],
  };
}
