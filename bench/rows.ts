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

/**
 * All rows. `tags` are the ETags of what is revalidated, by path. What is posted comes last: when the rush is over, the
 * worker indexes and groups it in the same process.
 */
export function rows(seed: Seed, tags: ReadonlyMap<string, string>): Row[] {
  return [
    listUncached(seed, 32),
    revalidated('list-revalidated', firstPage(seed), tags),
    pageUncached(seed, 32),
    revalidated('page-revalidated', publicPage(seed), tags),
    fromMemory(seed, 32),
    postComment(seed, 32),
    postComment(seed, 128),
  ];
}

/** The page of comments, for people, that the rows of pages ask for. */
export function publicPage({ readId }: Seed): string {
  return `/ru/consultations/${readId}/comments`;
}

/** The page that `list-revalidated` asks for. */
export function firstPage({ readId }: Seed): string {
  return `/api/v1/consultations/${readId}/comments?limit=20`;
}

/** A complete comment: session, key, a text of its own in all rows. Each connection is another person. */
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
          const body = JSON.stringify({ text: `${TEXT} ${connections}.${sent++}`, language: 'ru' });
          return { ...request, method: 'POST', path, headers, body };
        },
      },
    ],
  };
}

/** Another page each time, so that none comes from memory. */
function listUncached(seed: Seed, connections: number): Row {
  const setupRequest = anotherPage(seed, `${firstPage(seed)}&`);
  return { name: 'list-uncached', connections, expected: [200], requests: [{ setupRequest }] };
}

/** The same as a page that people read: frame, comments, two statements. */
function pageUncached(seed: Seed, connections: number): Row {
  const setupRequest = anotherPage(seed, `${publicPage(seed)}?`);
  return { name: 'page-uncached', connections, expected: [200], requests: [{ setupRequest }] };
}

function anotherPage(seed: Seed, path: string): Row['requests'][number]['setupRequest'] {
  let page = 0;
  return (request) => {
    page = (page + 7) % (seed.comments - 100);
    const after = Buffer.from(JSON.stringify([page])).toString('base64url');
    return { ...request, method: 'GET', path: `${path}after=${after}` };
  };
}

/** A reader who has it already. */
function revalidated(name: string, path: string, tags: ReadonlyMap<string, string>, connections = 32): Row {
  const headers = { 'if-none-match': tags.get(path) ?? '' };
  const setupRequest: Row['requests'][number]['setupRequest'] = (request) => ({
    ...request,
    method: 'GET',
    path,
    headers,
  });
  return { name, connections, expected: [304], requests: [{ setupRequest }] };
}

/** A page that was asked for a moment ago, whole: the floor sends the same bytes. */
function fromMemory(seed: Seed, connections: number): Row {
  const path = publicPage(seed);
  return {
    name: 'page-from-memory',
    connections,
    expected: [200],
    requests: [{ setupRequest: (request) => ({ ...request, method: 'GET', path }) }],
  };
}
