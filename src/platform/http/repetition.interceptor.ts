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
import { ApiHeader } from '@nestjs/swagger';
import { from, lastValueFrom, type Observable } from 'rxjs';
import { Clock, type Actor } from '../kernel/index.js';
import { Statements, UnitOfWork } from '../database/index.js';
import { KEY_HEADER, Repetitions } from './repetitions.js';
import { actorOf } from './request.js';

const REPEATABLE = 'kenes:repeatable';

/** Names the method of the same controller, `(id, by)`, that gives the thing a repeated request made the first time. */
export const RepeatedBy = (method: string): MethodDecorator =>
  applyDecorators(SetMetadata(REPEATABLE, method), UseInterceptors(RepetitionInterceptor), ApiHeader(KEY_HEADER));

type Reader = (id: string, by: Actor) => Promise<unknown>;

/** One record for one key: a second request waits for the first, then is given the same thing again. */
@Injectable()
export class RepetitionInterceptor implements NestInterceptor {
  readonly #repetitions: Repetitions;

  constructor(
    unitOfWork: UnitOfWork,
    statements: Statements,
    clock: Clock,
    private readonly reflector: Reflector,
    private readonly modules: ModuleRef,
  ) {
    this.#repetitions = new Repetitions(unitOfWork, statements, clock);
  }

  intercept(context: ExecutionContext, next: CallHandler<unknown>): Observable<unknown> {
    const method = this.reflector.get<string | undefined>(REPEATABLE, context.getHandler());
    if (method === undefined) return next.handle();
    const read: Reader = (id, by) =>
      this.modules.get<Record<string, Reader>>(context.getClass(), { strict: false })[method]?.(id, by) ??
      Promise.reject(new Error(`No method ${method}.`));
    const http = context.switchToHttp();
    return from(this.#once(http.getRequest(), http.getResponse(), next, read));
  }

  async #once(
    request: FastifyRequest,
    reply: FastifyReply,
    next: CallHandler<unknown>,
    read: Reader,
  ): Promise<unknown> {
    const by = actorOf(request);
    const make = (): Promise<{ id: string }> => lastValueFrom(next.handle()) as Promise<{ id: string }>;
    const once = await this.#repetitions.once(request, make, (id) => read(id, by));
    if (once.replayed) void reply.header('idempotency-replayed', 'true');
    return once.thing;
  }
}
