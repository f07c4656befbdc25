import { Param } from '@nestjs/common';
import type { FormBody, HtmlText } from '../../platform/http/index.js';
import { Problem } from '../../platform/kernel/index.js';
import { Subscriptions, SubscriptionsQueries, type Followed } from '../../subscriptions/index.js';
import { headOf } from '../account/account-heads.js';
import { Ctx, Fields, LinkPost, OwnPage, page, type PageContext, Pages } from '../frame/index.js';
import { NothingFollowedBody, ONE_CLICK, UnsubscribeBody, UnsubscribedBody } from './unsubscribe.page.js';

/** The link of letters by which whoever has it stops following, signed in or not. */
@Pages()
export class UnsubscribeController {
  constructor(
    private readonly subscriptions: Subscriptions,
    private readonly queries: SubscriptionsQueries,
  ) {}

  /** One button. Opening it changes nothing, since programs that check mail open links too. */
  @OwnPage('unsubscribe/:token', 'anyone')
  async show(@Ctx() ctx: PageContext, @Param('token') token: string): Promise<HtmlText> {
    const followed = await this.queries.behind(token);
    if (!followed) return nothingFollowed(ctx);
    return page(ctx, headOf(ctx, 'portal.subscriptions.unsubscribe.title'), UnsubscribeBody({ ctx, followed }));
  }

  /** Ends it: for the button, and for programs of mail, which follow no redirect (RFC 8058). */
  @LinkPost('unsubscribe/:token')
  async unsubscribe(
    @Ctx() ctx: PageContext,
    @Param('token') token: string,
    @Fields() body: FormBody,
  ): Promise<HtmlText> {
    if (body.get(ONE_CLICK.name) !== ONE_CLICK.value) throw new Problem('malformed');
    const followed: Followed | undefined = await this.subscriptions.stopBy(token);
    if (!followed) return nothingFollowed(ctx);
    return page(ctx, headOf(ctx, 'portal.subscriptions.unsubscribe.doneTitle'), UnsubscribedBody({ ctx, followed }));
  }
}

/** The same for a link that was used, was cut off, or never was one. */
function nothingFollowed(ctx: PageContext): HtmlText {
  return page(ctx, headOf(ctx, 'portal.subscriptions.unsubscribe.nothingTitle'), NothingFollowedBody({ ctx }));
}
