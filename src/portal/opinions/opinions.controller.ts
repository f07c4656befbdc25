import { BodiesQueries } from '../../bodies/index.js';
import { BodyRules, ConsultationsQueries } from '../../consultations/index.js';
import { CouncilRules } from '../../councils/index.js';
import { OpinionsQueries, OpinionsQuery } from '../../opinions/index.js';
import { Id, type HtmlText } from '../../platform/http/index.js';
import { ANONYMOUS } from '../../platform/kernel/index.js';
import { Ctx, Filters, NamesQueries, page, type PageContext, Pages, PublicPage } from '../frame/index.js';
import { OpinionBody } from './opinion.page.js';
import { OpinionsBody } from './opinions.page.js';

/** Bodies offered as a filter: more than there are. */
const ALL = 100;

/** What councils and organisations think of drafts, and what the bodies answered. */
@Pages()
export class OpinionsPages {
  constructor(
    private readonly opinions: OpinionsQueries,
    private readonly consultations: ConsultationsQueries,
    private readonly bodies: BodiesQueries,
    private readonly councilRules: CouncilRules,
    private readonly bodyRules: BodyRules,
    private readonly names: NamesQueries,
  ) {}

  /** The latest first, by state, overdue, body and council. */
  @PublicPage('opinions')
  async list(@Ctx() ctx: PageContext, @Filters(OpinionsQuery) query: OpinionsQuery): Promise<HtmlText> {
    const [{ items, next }, { items: bodies }] = await Promise.all([
      this.opinions.list(query),
      this.bodies.bodies({ limit: ALL }),
    ]);
    const [drafts, names] = await Promise.all([
      this.consultations.headsOf(items.map(({ consultationId }) => consultationId)),
      this.names.of(query.council, ...items.map(({ councilId }) => councilId)),
    ]);
    const title = ctx.t('portal.opinions.list');
    const head = { title, description: ctx.t('portal.opinions.lead'), breadcrumbs: [{ text: title }] };
    return page(ctx, head, OpinionsBody({ ctx, query, items, next, drafts, bodies, names }));
  }

  /** One, with the answer of the body. */
  @PublicPage('opinions/:id')
  async show(@Ctx() ctx: PageContext, @Id() id: string): Promise<HtmlText> {
    const opinion = await this.opinions.one(id, ANONYMOUS);
    const { consultationId, councilId, bodyId, receivedOn } = opinion;
    const [{ title: draft, state }, rules, names] = await Promise.all([
      this.consultations.one(consultationId),
      councilId === null ? this.bodyRules.on(bodyId, receivedOn) : this.councilRules.on(councilId, receivedOn),
      this.names.of(councilId, bodyId),
    ]);
    const title = ctx.t('portal.opinions.title', { date: ctx.format.date(receivedOn) });
    const breadcrumbs = [
      { text: ctx.t('portal.nav.consultations'), href: ctx.url('/consultations') },
      { text: ctx.text(draft), href: ctx.url(`/consultations/${consultationId}`) },
      { text: title },
    ];
    const shown = { opinion, draft, withdrawn: state === 'withdrawn', rules, names };
    return page(ctx, { title: `${title}: ${ctx.text(draft)}`, breadcrumbs }, OpinionBody({ ctx, ...shown }));
  }
}
