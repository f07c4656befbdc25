import { hash } from 'node:crypto';
import {
  applyDecorators,
  Injectable,
  SetMetadata,
  UseInterceptors,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import { ModuleRef, Reflector } from '@nestjs/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { from, lastValueFrom, type Observable } from 'rxjs';
import { Clock, conflict, Problem, type Actor } from '../kernel/index.js';
import { Statements, UnitOfWork } from '../database/index.js';
import { actorOf } from './request.js';

const REPEATABLE = 'kenes:repeatable';
const KEY = /^[\x21-\x7e]{1,200}$/;
/** How long a key is remembered. */
export const KEY_HOURS = 24;
const MS_PER_HOUR = 3_600_000;

/** Names the method of the same controller, `(id, by)`, that gives the thing a repeated request made the first time. */
export const RepeatedBy = (method: string): MethodDecorator =>
  applyDecorators(SetMetadata(REPEATABLE, method), UseInterceptors(RepetitionInterceptor));

/** A checked `Idempotency-Key`, or undefined. Throws `malformed` for one that is too long or not visible ASCII. */
export function repetitionKey(request: FastifyRequest): string | undefined {
  const key = request.headers['idempotency-key'];
  if (key === undefined) return undefined;
  if (typeof key === 'string' && KEY.test(key)) return key;
  throw new Problem('malformed', { errors: [{ pointer: '/Idempotency-Key', code: 'too-long', params: { max: 200 } }] });
}

/** SHA-256 of the raw body: the same key with another body is a mistake of the caller. */
export function bodyHash(request: FastifyRequest): Buffer {
  return hash('sha256', request.rawBody ?? '', 'buffer');
}

/** The scope of a key beside the account: method and path. */
export function repetitionRoute(request: FastifyRequest): string {
  return `${request.method} ${request.url.split('?')[0] ?? ''}`;
}

type Reader = (id: string, by: Actor) => Promise<unknown>;

/** One record for one key: a second request waits for the first, then is given the same thing again. */
@Injectable()
export class RepetitionInterceptor implements NestInterceptor {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly statements: Statements,
    private readonly clock: Clock,
    private readonly reflector: Reflector,
    private readonly modules: ModuleRef,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler<unknown>): Observable<unknown> {
    const method = this.reflector.get<string | undefined>(REPEATABLE, context.getHandler());
    const http = context.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const { accountId } = actorOf(request);
    const key = method === undefined || accountId === null ? undefined : repetitionKey(request);
    if (method === undefined || accountId === null || key === undefined) return next.handle();
    const scope = [accountId, repetitionRoute(request), key] as const;
    const read: Reader = (id, by) =>
      this.modules.get<Record<string, Reader>>(context.getClass(), { strict: false })[method]?.(id, by) ??
      Promise.reject(new Error(`No method ${method}.`));
    return from(this.#once(scope, request, http.getResponse<FastifyReply>(), next, read));
  }

  async #once(
    scope: readonly [string, string, string],
    request: FastifyRequest,
    reply: FastifyReply,
    next: CallHandler<unknown>,
    read: Reader,
  ): Promise<unknown> {
    return this.unitOfWork.run(async () => {
      const body = bodyHash(request);
      const earlier = await this.#claim(scope, body);
      if (earlier) {
        if (!earlier.body_hash.equals(body)) throw conflict('key-used-for-another-body');
        void reply.header('idempotency-replayed', 'true');
        return read(earlier.thing_id, actorOf(request));
      }
      const thing = (await lastValueFrom(next.handle())) as { id: string };
      await this.statements.rows(
        'repetition-done',
        'update idempotency_keys set thing_id = $4 where account_id = $1 and route = $2 and key = $3',
        [...scope, thing.id],
      );
      return thing;
    });
  }

  /** Undefined when the key is ours now; else what it stood for. Waits for a request that holds it. */
  async #claim(
    scope: readonly [string, string, string],
    hash: Buffer,
  ): Promise<{ body_hash: Buffer; thing_id: string } | undefined> {
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
