import { Controller, Get, Param } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiExcludeController } from '@nestjs/swagger';
import { Public, type HtmlText } from '../../platform/http/index.js';
import { notFound, PROBLEM_STATUS, type ProblemKind } from '../../platform/kernel/index.js';
import { Ctx, page, type PageContext, Pages, PublicPage, seeOther } from '../frame/index.js';
import { ProblemKindBody } from './problem.page.js';

/** What each kind of problem means. */
@Pages()
export class ProblemsController {
  /** One kind. */
  @PublicPage('problems/:kind')
  one(@Ctx() ctx: PageContext, @Param('kind') kind: string): HtmlText {
    if (!isKind(kind)) throw notFound();
    const head = { title: ctx.t(`problem.title.${kind}`), breadcrumbs: [{ text: ctx.t(`problem.title.${kind}`) }] };
    return page(ctx, head, ProblemKindBody({ ctx, kind, status: PROBLEM_STATUS[kind] }));
  }
}

/** The addresses by which the API names kinds of problems: each leads to the page in the reader's language. */
@ApiExcludeController()
@Controller('problems')
export class ProblemTypesController {
  /** One kind. */
  @Get(':kind')
  @Public()
  @RouteConfig({ page: 'own' })
  one(@Ctx() ctx: PageContext, @Param('kind') kind: string): HtmlText {
    if (!isKind(kind)) throw notFound();
    return seeOther(ctx.url(`/problems/${kind}`)).with({ vary: 'Accept-Language' });
  }
}

function isKind(kind: string): kind is ProblemKind {
  return Object.hasOwn(PROBLEM_STATUS, kind);
}
