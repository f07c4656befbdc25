import { BodiesQueries } from '../../bodies/index.js';
import { FollowUpsQueries, FollowUpsQuery } from '../../follow-ups/index.js';
import type { HtmlText } from '../../platform/http/index.js';
import { ANONYMOUS } from '../../platform/kernel/index.js';
import { Ctx, Filters, NamesQueries, page, type PageContext, Pages, PublicPage } from '../frame/index.js';
import { FollowUpsBody } from './follow-ups.page.js';

/** Bodies offered as a filter: more than there are. */
const ALL = 100;

/** The tracker of what bodies promised. */
@Pages()
export class FollowUpsPages {
  constructor(
    private readonly followUps: FollowUpsQueries,
    private readonly bodies: BodiesQueries,
    private readonly names: NamesQueries,
  ) {}

  /** By due date; filters by state, overdue, body, council, assessment and recommendation. */
  @PublicPage('follow-ups')
  async list(@Ctx() ctx: PageContext, @Filters(FollowUpsQuery) query: FollowUpsQuery): Promise<HtmlText> {
    const [{ items, next }, { items: bodies }] = await Promise.all([
      this.followUps.list(query, ANONYMOUS),
      this.bodies.bodies({ limit: ALL }),
    ]);
    const ids = items.flatMap(({ councilId, bodyId }) => [councilId, bodyId]);
    const names = await this.names.of(query.council, ...ids);
    const title = ctx.t('portal.nav.follow-ups');
    const head = { title, description: ctx.t('portal.follow-ups.lead'), breadcrumbs: [{ text: title }] };
    return page(ctx, head, FollowUpsBody({ ctx, query, items, next, bodies, names }));
  }
}
