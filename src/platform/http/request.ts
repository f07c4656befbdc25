import type { FastifyRequest } from 'fastify';
import { ANONYMOUS, isLanguage, type Actor, type Language } from '../kernel/index.js';
import { preferredLanguage } from '../i18n/index.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who asks; set by the guard. */
    actor?: Actor;
    /** The body as it came, for the comparison of repeated requests. */
    rawBody?: Buffer;
    /** When the body had been read completely. */
    readAt?: Date;
    /** The version of the thing that is answered; becomes part of the ETag. */
    thingVersion?: number;
  }
}

/** Who asks; nobody known before the guard has run. */
export function actorOf(request: FastifyRequest): Actor {
  return request.actor ?? ANONYMOUS;
}

/** The language that a page's path begins with, if it does. */
export function languageInPath(url: string): Language | undefined {
  const first = /^\/(\w\w)(?=[/?]|$)/.exec(url)?.[1];
  return isLanguage(first) ? first : undefined;
}

/** The language of the answer: the path's, `?lang=` when it is one of ours, else by Accept-Language. */
export function languageOf(request: FastifyRequest): Language {
  const inPath = languageInPath(request.url);
  if (inPath) return inPath;
  const asked = (request.query as Record<string, unknown> | undefined)?.['lang'];
  return isLanguage(asked) ? asked : preferredLanguage(request.headers['accept-language']);
}

/** True when the request carries credentials, so that its answer belongs to one person. */
export function hasCredentials(request: FastifyRequest): boolean {
  return request.headers.authorization !== undefined || request.headers.cookie !== undefined;
}
