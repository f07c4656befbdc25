import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import passport from 'passport';
import type { FastifyRequest } from 'fastify';
import { Env } from '../config/index.js';
import { cookieIn, pageKindOf, SESSION_COOKIE } from '../http/index.js';
import { SessionsQueries, type SignedIn } from './sessions.queries.js';

export const COOKIE = 'session-cookie';

const TOKEN = /^[\w-]{20,200}$/;

/** Reads the token from our cookie and nowhere else, and only where pages of one person are. */
class CookieToken extends passport.Strategy {
  constructor(
    private readonly env: Env,
    private readonly verify: (token: string, done: (error: unknown, user?: unknown) => void) => void,
  ) {
    super();
    this.name = COOKIE;
  }

  override authenticate(request: FastifyRequest): void {
    const token = cookieIn(request.headers.cookie, this.env, SESSION_COOKIE);
    if (pageKindOf(request) !== 'own' || token === undefined || !TOKEN.test(token)) {
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

/** Sign-in of a person at a browser, by the cookie of the session. */
@Injectable()
export class CookieStrategy extends PassportStrategy(CookieToken, COOKIE) {
  constructor(
    private readonly sessions: SessionsQueries,
    env: Env,
  ) {
    super(env);
  }

  validate(token: string): Promise<SignedIn | undefined> {
    return this.sessions.find(token);
  }
}
