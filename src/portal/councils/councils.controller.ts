import { Compositions, CouncilsQueries, CouncilsQuery } from '../../councils/index.js';
import type { HtmlText } from '../../platform/http/index.js';
import { Ctx, Filters, NamesQueries, page, type PageContext, Pages, PublicPage } from '../frame/index.js';
import { CouncilsBody } from './councils.page.js';

/** The list of public councils. */
@Pages()
export class CouncilListController {
  constructor(
    private readonly councils: CouncilsQueries,
    private readonly compositions: Compositions,
    private readonly names: NamesQueries,
  ) {}

  /** By name; of a region all its councils, those of districts too. The map is above the unfiltered list. */
  @PublicPage('councils')
  async list(@Ctx() ctx: PageContext, @Filters(CouncilsQuery) query: CouncilsQuery): Promise<HtmlText> {
    const { territory, ...others } = query;
    const incomplete = await this.compositions.incomplete(ctx.today);
    const [regions, within] = await Promise.all([
      this.councils.regions(incomplete),
      territory === undefined ? null : this.councils.within(territory),
    ]);
    const only = bothOf(query.incomplete === true ? incomplete : null, within);
    const { items, next } = await this.councils.list(others, only, (council) => council);
    const names = await this.names.of(...items.map(({ bodyId }) => bodyId));
    const title = ctx.t('portal.nav.councils');
    const head = { title, description: ctx.t('portal.councils.lead'), breadcrumbs: [{ text: title }] };
    return page(ctx, head, CouncilsBody({ ctx, query, regions, incomplete, items, names, next }));
  }
}

/** Ids that are in both lists; null stands for all there are. */
function bothOf(one: readonly string[] | null, other: readonly string[] | null): readonly string[] | null {
  if (one === null || other === null) return one ?? other;
  return one.filter((id) => other.includes(id));
}
