import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { AuthGuard } from '@nestjs/passport';
import type { FastifyRequest } from 'fastify';
import { PERMISSION_OF_ROUTE, PUBLIC_ROUTE } from '../http/index.js';
import { ANONYMOUS, holds, Problem, type Actor, type Permission } from '../kernel/index.js';
import { BEARER } from './bearer.strategy.js';

/** Lets a request through when its route is public or its caller holds the route's permission. Closed by default. */
@Injectable()
export class AccessGuard extends AuthGuard([BEARER]) implements CanActivate {
  constructor(private readonly reflector: Reflector) {
    super();
  }

  override async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    request.actor = ANONYMOUS;
    if (request.headers.authorization !== undefined) await super.canActivate(context);
    const handler = context.getHandler();
    if (this.reflector.get<boolean | undefined>(PUBLIC_ROUTE, handler)) return true;
    const permission = this.reflector.get<Permission | undefined>(PERMISSION_OF_ROUTE, handler);
    if (permission === undefined) throw new Problem('not-allowed');
    if (request.actor.kind === 'anonymous') throw new Problem('sign-in-required');
    if (!holds(request.actor, permission)) throw new Problem('not-allowed');
    return true;
  }

  override getAuthenticateOptions(): { property: string; session: boolean } {
    return { property: 'actor', session: false };
  }

  /** A token that is not valid (any more) is refused even on public routes: the caller thinks he is signed in. */
  override handleRequest<U = Actor>(error: unknown, actor: U | false | undefined): U {
    if (error instanceof Error) throw error;
    if (!actor) throw new Problem('sign-in-required');
    return actor;
  }
}
