import { hash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Clock, conflict, Problem } from '../kernel/index.js';
import { Statements, UnitOfWork } from '../database/index.js';
import { FormBody, KEY_FIELD } from './form-body.js';
import { actorOf } from './request.js';

const KEY = /^[\x21-\x7e]{1,200}$/;
/** The header as the OpenAPI document shows it. */
export const KEY_HEADER = {
  name: 'Idempotency-Key',
  description: 'The same key with the same body makes one thing, and is answered with it again for 24 hours.',
  required: false,
  schema: { type: 'string', minLength: 1, maxLength: 200, pattern: '^[!-~]+$' },
} as const;
/** How long a key is remembered. */
export const KEY_HOURS = 24;
const MS_PER_HOUR = 3_600_000;

/** A checked `Idempotency-Key`, or undefined. Throws `malformed` for one that is too long or not visible ASCII. */
export function repetitionKey(request: FastifyRequest): string | undefined {
  const key = request.body instanceof FormBody ? request.body.get(KEY_FIELD) : request.headers['idempotency-key'];
  if (key === undefined) return undefined;
  if (typeof key === 'string' && KEY.test(key)) return key;
  throw new Problem('malformed', { errors: [{ pointer: '/Idempotency-Key', code: 'too-long', params: { max: 200 } }] });
}

/** SHA-256 of what was sent: the same key with another body is a mistake of the caller. */
export function bodyHash(request: FastifyRequest): Buffer {
  return hash('sha256', request.rawBody ?? '', 'buffer');
}

/** The scope of a key beside the account: method and path. */
export function repetitionRoute(request: FastifyRequest): string {
  return `${request.method} ${request.url.split('?')[0] ?? ''}`;
}

/** A thing just made, or the one that the same request made before. */
export interface Once<T> {
  readonly thing: T;
  readonly replayed: boolean;
}

type Scope = readonly [account: string, route: string, key: string];

/** One record for one key of an account. */
@Injectable()
export class Repetitions {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly statements: Statements,
    private readonly clock: Clock,
  ) {}

  /**
   * Makes a thing, or reads the one that this request made before; a second request waits for the first. Without a key
   * or an account it is just made. Throws `conflict` when the key was used with another body.
   */
  once<T extends { id: string }>(
    request: FastifyRequest,
    make: () => Promise<T>,
    read: (id: string) => Promise<unknown>,
  ): Promise<Once<unknown>> {
    const { accountId } = actorOf(request);
    const key = accountId === null ? undefined : repetitionKey(request);
    if (accountId === null || key === undefined) return make().then((thing) => ({ thing, replayed: false }));
    const scope: Scope = [accountId, repetitionRoute(request), key];
    const body = bodyHash(request);
    return this.unitOfWork.run(async () => {
      const earlier = await this.#claim(scope, body);
      if (earlier) {
        if (!earlier.body_hash.equals(body)) throw conflict('key-used-for-another-body');
        return { thing: await read(earlier.thing_id), replayed: true };
      }
      const thing = await make();
      await this.statements.rows(
        'repetition-done',
        'update idempotency_keys set thing_id = $4 where account_id = $1 and route = $2 and key = $3',
        [...scope, thing.id],
      );
      return { thing, replayed: false };
    });
  }

  /** Undefined when the key is ours now; else what it stood for. Waits for a request that holds it. */
  async #claim(scope: Scope, hash: Buffer): Promise<{ body_hash: Buffer; thing_id: string } | undefined> {
    const now = this.clock.now();
    const oldest = new Date(now.getTime() - KEY_HOURS * MS_PER_HOUR);
    const claimed = await this.statements.rows(
      'repetition-claim',
      `insert into idempotency_keys as k (account_id, route, key, body_hash, created_at) values ($1, $2, $3, $4, $5)
       on conflict (account_id, route, key) do update
         set body_hash = excluded.body_hash, created_at = excluded.created_at, thing_id = null
         where k.created_at < $6
       returning true`,
      [...scope, hash, now, oldest],
    );
    if (claimed.length > 0) return undefined;
    return this.statements.row(
      'repetition-earlier',
      'select body_hash, thing_id from idempotency_keys where account_id = $1 and route = $2 and key = $3',
      scope,
    );
  }
}
