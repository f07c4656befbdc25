import { BodiesQueries } from '../../bodies/index.js';
import { ConsultationsQueries, ConsultationsQuery, type ConsultationItem } from '../../consultations/index.js';
import type { HtmlText } from '../../platform/http/index.js';
import type { Page } from '../../platform/kernel/index.js';
import { Ctx, Filters, NamesQueries, page, type PageContext, Pages, PublicPage } from '../frame/index.js';
import { ConsultationsBody } from './consultations.page.js';

/** The list of public discussions. */
@Pages()
export class ConsultationListController {
  constructor(
    private readonly consultations: ConsultationsQueries,
    private readonly bodies: BodiesQueries,
    private readonly names: NamesQueries,
  ) {}

  /** What was published, latest first, by phase, category, body, territory and words. */
  @PublicPage('consultations')
  async list(@Ctx() ctx: PageContext, @Filters(ConsultationsQuery) query: ConsultationsQuery): Promise<HtmlText> {
    const answer = await this.consultations.list(query, ctx.today);
    const { items, next } = answer.parsed() as Page<ConsultationItem>;
    const [names, regions] = await Promise.all([
      this.names.of(query.body, ...items.map(({ bodyId }) => bodyId)),
      this.bodies.regions(query.territory),
    ]);
    const title = ctx.t('portal.nav.consultations');
    const head = { title, description: ctx.t('portal.consultations.lead'), breadcrumbs: [{ text: title }] };
    return page(ctx, head, ConsultationsBody({ ctx, query, names, regions, items, next }));
  }
}
