import { ModerationQueries, ModerationQuery } from '../../moderation/index.js';
import type { HtmlText } from '../../platform/http/index.js';
import { Ctx, Filters, NamesQueries, page, type PageContext, Pages, PublicPage } from '../frame/index.js';
import { StatisticsBody } from './statistics.page.js';

/** What bodies hide of what is said to them. */
@Pages()
export class ModerationStatisticsPages {
  constructor(
    private readonly queries: ModerationQueries,
    private readonly names: NamesQueries,
  ) {}

  /** Over all or of one body, of the comments accepted in a period; with the grounds and their meaning. */
  @PublicPage('moderation')
  async show(@Ctx() ctx: PageContext, @Filters(ModerationQuery) query: ModerationQuery): Promise<HtmlText> {
    const statistics = await this.queries.statistics(query);
    const names = await this.names.of(query.body, ...statistics.items.map(({ bodyId }) => bodyId));
    const title = ctx.t('portal.moderation.statistics.title');
    const head = { title, description: ctx.t('portal.moderation.statistics.lead'), breadcrumbs: [{ text: title }] };
    return page(ctx, head, StatisticsBody({ ctx, query, statistics, names }));
  }
}
