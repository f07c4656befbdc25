import type { HtmlText } from '../../platform/http/index.js';
import { JournalQueries, JournalQuery } from '../../platform/journal/index.js';
import { Ctx, Filters, NamesQueries, page, type PageContext, Pages, PublicPage } from '../frame/index.js';
import { idsIn } from './act.js';
import { TimelineBody } from './timeline.page.js';

/** The journal as people read it. */
@Pages()
export class TimelineController {
  constructor(
    private readonly journal: JournalQueries,
    private readonly names: NamesQueries,
  ) {}

  /** Public acts, latest first, in words; all, of one kind, or about one thing. */
  @PublicPage('timeline')
  async show(@Ctx() ctx: PageContext, @Filters(JournalQuery) query: JournalQuery): Promise<HtmlText> {
    const { items, next } = await this.journal.latest(query.limit, query.after, query.subject);
    const names = await this.names.of(...items.flatMap(idsIn));
    const title = ctx.t('portal.timeline.title');
    const head = { title, description: ctx.t('portal.timeline.lead'), breadcrumbs: [{ text: title }] };
    return page(ctx, head, TimelineBody({ ctx, query, names, items, next }));
  }
}
