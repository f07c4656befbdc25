import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { RouteParamtypes } from '@nestjs/common/internal';
import type { FastifyRequest } from 'fastify';
import { Problem } from '../kernel/index.js';
import { pageKindOf } from './pages.js';
import { refuseLanguage } from './validation.pipe.js';

/** Refuses query parameters on routes that take none (400): a misspelt filter must not look like an answer. */
@Injectable()
export class QueryGuard implements CanActivate {
  readonly #takesQuery = new WeakMap<object, boolean>();

  /** Pages are let through: links to them come with what other sites add, and nobody takes a page for an answer. */
  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    if (pageKindOf(request) !== undefined) return true;
    refuseWrongEncoding(request.url);
    const query = request.query as Record<string, unknown>;
    const names = Object.keys(query);
    if (names.length > 0 && !this.#declares(context)) {
      refuseLanguage(query['lang']);
      const unknown = names.filter((name) => name !== 'lang');
      const errors = unknown.map((name) => ({ pointer: `/${name}`, code: 'unknown-parameter' }));
      if (errors.length > 0) throw new Problem('malformed', { errors });
    }
    return true;
  }

  #declares(context: ExecutionContext): boolean {
    const handler = context.getHandler();
    const known = this.#takesQuery.get(handler);
    if (known !== undefined) return known;
    const args = Reflect.getMetadata(ROUTE_ARGS_METADATA, context.getClass(), handler.name) as object | undefined;
    const takes = Object.keys(args ?? {}).some((key) => key.startsWith(`${RouteParamtypes.QUERY}:`));
    this.#takesQuery.set(handler, takes);
    return takes;
  }
}

/** Throws `malformed` for percent signs that are no UTF-8: the parser of queries would leave them as they stand. */
function refuseWrongEncoding(url: string): void {
  const at = url.indexOf('?');
  if (at < 0 || !url.includes('%', at)) return;
  try {
    decodeURIComponent(url.slice(at));
  } catch {
    throw new Problem('malformed');
  }
}
