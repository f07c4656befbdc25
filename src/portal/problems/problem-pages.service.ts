import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { FormBody, pageKindOf, problemHeaders, type HtmlText } from '../../platform/http/index.js';
import type { Problem } from '../../platform/kernel/index.js';
import { SignInBody } from '../account/sign-in.page.js';
import { carriedIn, Contexts, isFromUs, page, seeOther, type PageContext } from '../frame/index.js';
import { FormExpiredBody, ProblemBody } from './problem.page.js';

const URI_TOO_LONG = 414;

/** Shows problems as pages. What somebody wrote in a form that cannot be taken yet is never lost. */
@Injectable()
export class ProblemPages implements OnModuleInit {
  constructor(
    private readonly contexts: Contexts,
    private readonly host: HttpAdapterHost,
  ) {}

  onModuleInit(): void {
    const server = this.host.httpAdapter.getInstance<FastifyInstance>();
    server.decorate('problemPage', (problem, request, reply) => {
      this.#send(problem, request, reply);
    });
  }

  #send(problem: Problem, request: FastifyRequest, reply: FastifyReply): void {
    const ctx = this.contexts.of(request);
    const answer = this.#pageOf(problem, ctx);
    const headers = { ...problemHeaders(problem, ctx.lang), ...answer.headers };
    if (problem.kind === 'sign-in-required') headers['www-authenticate'] = 'Cookie realm="kenes"';
    void reply
      .code(answer.status)
      .headers(headers)
      .serializer((payload) => payload as string)
      .send(answer.text);
  }

  #pageOf(problem: Problem, ctx: PageContext): HtmlText {
    const needsSignIn = problem.kind === 'sign-in-required' && pageKindOf(ctx.request) === 'own';
    const carried = isFromUs(ctx.request, ctx.env) === true ? carriedIn(ctx.request) : undefined;
    if (needsSignIn && carried) {
      const head = { title: ctx.t('portal.signIn.title'), unlisted: true };
      return page(ctx, head, SignInBody({ ctx, carried }), problem.status);
    }
    if (needsSignIn) return seeOther(ctx.url('/sign-in', { next: whereTo(ctx) }));
    if (problem.parts.code === 'form-expired' && carried) {
      const head = { title: ctx.t('portal.carried.again'), unlisted: true };
      return page(ctx, head, FormExpiredBody({ ctx, carried }), problem.status);
    }
    const head = { title: ctx.t(`problem.title.${problem.kind}`), unlisted: true };
    return page(ctx, head, ProblemBody({ ctx, problem }), statusOf(problem));
  }
}

/** A form that came from who knows where is not carried; its page is where it can be filled in again. */
function whereTo(ctx: PageContext): string {
  return ctx.request.body instanceof FormBody ? ctx.url('/') : ctx.url(ctx.here);
}

/** The router's own refusal of a long address keeps its status. */
function statusOf(problem: Problem): number {
  const { statusCode } = (problem.cause ?? {}) as { statusCode?: unknown };
  return statusCode === URI_TOO_LONG ? URI_TOO_LONG : problem.status;
}
