import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { AuthGuard } from '@nestjs/passport';
import type { FastifyRequest } from 'fastify';
import { pageKindOf, PERMISSION_OF_ROUTE, PUBLIC_ROUTE } from '../http/index.js';
import { ANONYMOUS, holds, Problem, type Actor, type Permission } from '../kernel/index.js';
import { BEARER } from './bearer.strategy.js';
import { COOKIE } from './cookie.strategy.js';

/** Lets a request through when its route is public or its caller holds the route's permission. Closed by default. */
@Injectable()
export class AccessGuard extends AuthGuard([BEARER, COOKIE]) implements CanActivate {
  constructor(private readonly reflector: Reflector) {
    super();
  }

  override async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    request.actor = ANONYMOUS;
    if (hasCredentialsFor(request)) await super.canActivate(context);
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

  /**
   * A token that is not valid (any more) is refused even on public routes: the caller thinks he is signed in. At a page
   * nobody chose to send his cookie: there he is a reader like any other, and the page says who it takes him for.
   */
  override handleRequest<U = Actor>(error: unknown, actor: U | false | undefined, _: unknown, at: ExecutionContext): U {
    if (error instanceof Error) throw error;
    if (actor) return actor;
    if (pageKindOf(at.switchToHttp().getRequest()) === 'own') return ANONYMOUS as U;
    throw new Problem('sign-in-required');
  }
}

/** Public pages are the same for everyone: nobody is asked who he is. */
function hasCredentialsFor(request: FastifyRequest): boolean {
  const kind = pageKindOf(request);
  if (kind === undefined) return request.headers.authorization !== undefined;
  return kind === 'own' && request.headers.cookie !== undefined;
}
