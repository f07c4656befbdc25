import { Controller, Get, Req } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Env } from '../../platform/config/index.js';
import { cookieIn, cookieText, HtmlText, Public } from '../../platform/http/index.js';
import { isLanguage } from '../../platform/kernel/index.js';
import { preferredLanguage } from '../../platform/i18n/index.js';
import { Ctx, OwnPage, ownPath, type PageContext, Pages, seeOther } from '../frame/index.js';

/** Remembers the language somebody chose; it says nothing else of him. */
const LANGUAGE_COOKIE = 'lang';
const SECONDS_PER_YEAR = 31_536_000;
const FOUND = 302;

/** The choice of a language. */
@Pages()
export class LanguageController {
  /** Remembers this language and goes back to the page that was being read, in it. */
  @OwnPage('language', 'anyone')
  choose(@Ctx() ctx: PageContext): HtmlText {
    const { page: asked } = ctx.request.query as Record<string, unknown>;
    const here = typeof asked === 'string' && asked.startsWith('/') ? ownPath(`/${ctx.lang}${asked}`) : undefined;
    const cookie = cookieText(ctx.env, LANGUAGE_COOKIE, ctx.lang, SECONDS_PER_YEAR);
    return seeOther(here ?? ctx.url('/')).with({ 'set-cookie': cookie });
  }
}

/** The address without a language. */
@ApiExcludeController()
@Controller()
export class StartController {
  constructor(private readonly env: Env) {}

  /** Leads to the home page in the language chosen before, else in the one the browser asks for. */
  @Get()
  @Public()
  @RouteConfig({ page: 'own' })
  start(@Req() { headers }: FastifyRequest): HtmlText {
    const chosen = cookieIn(headers.cookie, this.env, LANGUAGE_COOKIE);
    const language = isLanguage(chosen) ? chosen : preferredLanguage(headers['accept-language']);
    const caching = { 'cache-control': 'private, no-cache', vary: 'Cookie, Accept-Language' };
    return new HtmlText('', FOUND, { location: `/${language}`, ...caching });
  }
}
