import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import passport from 'passport';
import type { FastifyRequest } from 'fastify';
import { pageKindOf } from '../http/index.js';
import { SessionsQueries, type SignedIn } from './sessions.queries.js';

export const BEARER = 'session-bearer';

const HEADER = /^Bearer ([\w-]{20,200})$/i;

/** Reads the token from the Authorization header and nowhere else: not from query, body or cookie, and not for pages. */
class HeaderToken extends passport.Strategy {
  constructor(private readonly verify: (token: string, done: (error: unknown, user?: unknown) => void) => void) {
    super();
    this.name = BEARER;
  }

  override authenticate(request: FastifyRequest): void {
    const token = HEADER.exec(request.headers.authorization ?? '')?.[1];
    if (token === undefined || pageKindOf(request) !== undefined) {
      this.fail();
      return;
    }
    this.verify(token, (error, user) => {
      if (error) this.error(error);
      else if (user) this.success(user);
      else this.fail();
    });
  }
}

/** Sign-in by `Authorization: Bearer <token>`. */
@Injectable()
export class BearerStrategy extends PassportStrategy(HeaderToken, BEARER) {
  constructor(private readonly sessions: SessionsQueries) {
    super();
  }

  validate(token: string): Promise<SignedIn | undefined> {
    return this.sessions.find(token);
  }
}
