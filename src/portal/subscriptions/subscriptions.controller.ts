import { PageQuery, type HtmlText } from '../../platform/http/index.js';
import { SubscriptionsQueries } from '../../subscriptions/index.js';
import { doneIn, headBelow } from '../account/account-heads.js';
import { Ctx, Filters, NamesQueries, OwnPage, page, type PageContext, Pages } from '../frame/index.js';
import { SubscriptionsBody } from './subscriptions.page.js';

/** Discussions on one page. */
const SHOWN = 20;

/** What somebody follows. */
@Pages()
export class SubscriptionListController {
  constructor(
    private readonly queries: SubscriptionsQueries,
    private readonly names: NamesQueries,
  ) {}

  /** Each with what is new in it; what was followed last is first. */
  @OwnPage('account/subscriptions', 'consultation.follow')
  async list(@Ctx() ctx: PageContext, @Filters(PageQuery) { after }: PageQuery): Promise<HtmlText> {
    const { items, next } = await this.queries.mine(ctx.by, SHOWN, after);
    const names = await this.names.of(...items.map(({ bodyId }) => bodyId));
    const done = doneIn(ctx, 'followed', 'unfollowed', 'seen');
    const head = headBelow(ctx, 'portal.subscriptions.title');
    return page(ctx, head, SubscriptionsBody({ ctx, items, next, after, names, done }));
  }
}
