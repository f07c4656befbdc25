import { cookieText, SESSION_COOKIE, type HtmlText } from '../../platform/http/index.js';
import { SessionsQueries, SessionsService, type SignedIn } from '../../platform/identity/index.js';
import { Ctx, FormPost, OwnPage, page, type PageContext, Pages, seeOther } from '../frame/index.js';
import { headBelow } from './account-heads.js';
import { SessionsBody } from './sessions.page.js';

/** Where somebody is signed in. */
@Pages()
export class MySessionsController {
  constructor(
    private readonly queries: SessionsQueries,
    private readonly sessions: SessionsService,
  ) {}

  /** The sessions that last. */
  @OwnPage('account/sessions', 'account.self')
  async list(@Ctx() ctx: PageContext): Promise<HtmlText> {
    const sessions = await this.queries.open(ctx.by as SignedIn);
    return page(ctx, headBelow(ctx, 'portal.account.sessions.title'), SessionsBody({ ctx, sessions }));
  }

  /** Ends them all, this one too. */
  @FormPost('account/sessions', 'account.self')
  async end(@Ctx() ctx: PageContext): Promise<HtmlText> {
    await this.sessions.signOutEverywhere(ctx.by);
    const gone = { 'set-cookie': cookieText(ctx.env, SESSION_COOKIE, undefined) };
    return seeOther(ctx.url('/sign-in', { done: 'everywhere' })).with(gone);
  }
}
