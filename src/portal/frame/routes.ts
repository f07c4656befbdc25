import {
  applyDecorators,
  Controller,
  createParamDecorator,
  Get,
  Injectable,
  Post,
  UseGuards,
  type ExecutionContext,
  type PipeTransform,
} from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { FormBody, May, Public } from '../../platform/http/index.js';
import { LANGUAGES, Problem, type Permission } from '../../platform/kernel/index.js';
import { Contexts } from './contexts.service.js';
import { FormGuard } from './form.guard.js';
import type { PageContext } from './page-context.js';

/** A controller of pages; each is reached as `/kk/…`, `/ru/…` and `/en/…`. */
export const Pages = (): ClassDecorator => applyDecorators(Controller([...LANGUAGES]), ApiExcludeController());

/** How a public page is kept: seconds for which a browser shows it without asking. */
export interface Keeping {
  readonly maxAge?: number;
}

/** A page with the same bytes for everyone: no form that posts, no name, no token; kept and revalidated. */
export const PublicPage = (path: string, { maxAge }: Keeping = {}): MethodDecorator =>
  applyDecorators(Get(path), Public(), RouteConfig({ page: 'public', ...(maxAge === undefined ? {} : { maxAge }) }));

/** Whom a page of one person is for: who holds the permission, or `anyone`, as for signing in. */
export type For = Permission | 'anyone';

/** A page of one person, such as a form: known by the cookie of the session, kept nowhere. */
export const OwnPage = (path: string, whom: For): MethodDecorator =>
  applyDecorators(Get(path), allowed(whom), RouteConfig({ page: 'own' }));

/** What the form of a page may hold besides its fields. */
export interface Holding {
  /** Files, `FormBody.files`: they are gone once the form is answered. The form says `multipart`. */
  readonly files?: boolean;
}

/** Takes the form of a page of one person. It must come from a page of ours. */
export const FormPost = (path: string, whom: For, { files = false }: Holding = {}): MethodDecorator =>
  applyDecorators(Post(path), allowed(whom), UseGuards(FormGuard), RouteConfig({ page: 'own', form: true, files }));

/**
 * Takes the form of a page whose address is itself the right, as a link in a letter. It uses nobody's cookie, so that no
 * proof is asked for: another site could do no more than whoever knows the link. Programs of mail send it too (RFC 8058).
 */
export const LinkPost = (path: string): MethodDecorator =>
  applyDecorators(Post(path), Public(), RouteConfig({ page: 'own', form: true, files: true }));

function allowed(whom: For): MethodDecorator {
  return whom === 'anyone' ? Public() : May(whom);
}

const requestOf = createParamDecorator((_: unknown, context: ExecutionContext) =>
  context.switchToHttp().getRequest<FastifyRequest>(),
);

@Injectable()
export class ContextPipe implements PipeTransform<FastifyRequest, PageContext> {
  constructor(private readonly contexts: Contexts) {}

  transform(request: FastifyRequest): PageContext {
    return this.contexts.of(request);
  }
}

/** What the page knows: a `PageContext`. */
export const Ctx = (): ParameterDecorator => requestOf(ContextPipe);

/** The fields of the form that was sent. Throws `unsupported` for a request without one. */
export const Fields = createParamDecorator((_: unknown, context: ExecutionContext): FormBody => {
  const { body } = context.switchToHttp().getRequest<FastifyRequest>();
  if (!(body instanceof FormBody)) throw new Problem('unsupported');
  return body;
});
