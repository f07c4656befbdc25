import { AssessmentsQueries } from '../../assessments/index.js';
import { BodiesQueries } from '../../bodies/index.js';
import { FollowUpsQueries, FollowUpsQuery, type FollowUpResponse } from '../../follow-ups/index.js';
import { indicatorsOf, MethodologiesQueries } from '../../methodologies/index.js';
import { Id, type HtmlText } from '../../platform/http/index.js';
import { ANONYMOUS, notFound } from '../../platform/kernel/index.js';
import { RecommendationsQueries } from '../../recommendations/index.js';
import { Ctx, Filters, NamesQueries, page, type PageContext, Pages, PublicPage } from '../frame/index.js';
import { excerpt } from '../recommendations/excerpt.js';
import { FollowUpBody, type Origin } from './follow-up.page.js';
import { FollowUpsBody } from './follow-ups.page.js';

/** Bodies offered as a filter: more than there are. */
const ALL = 100;

/** The tracker of what bodies promised. */
@Pages()
export class FollowUpsPages {
  constructor(
    private readonly followUps: FollowUpsQueries,
    private readonly recommendations: RecommendationsQueries,
    private readonly assessments: AssessmentsQueries,
    private readonly methodologies: MethodologiesQueries,
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

  /** One measure, from what it was promised after to what the council found. */
  @PublicPage('follow-ups/:id')
  async show(@Ctx() ctx: PageContext, @Id() id: string): Promise<HtmlText> {
    const followUp = await this.followUps.one(id, ANONYMOUS);
    const [origin, names] = await Promise.all([
      this.#origin(followUp),
      this.names.of(followUp.bodyId, followUp.councilId),
    ]);
    const title = ctx.text(excerpt(followUp.measure));
    const tracker = { text: ctx.t('portal.nav.follow-ups'), href: ctx.url('/follow-ups') };
    const head = { title, breadcrumbs: [tracker, { text: title }] };
    return page(ctx, head, FollowUpBody({ ctx, followUp, origin, names }));
  }

  async #origin({ recommendationId, assessmentId, indicator: code }: FollowUpResponse): Promise<Origin> {
    if (recommendationId !== null)
      return { recommendation: await this.recommendations.one(recommendationId, ANONYMOUS) };
    const edition = assessmentId === null ? undefined : await this.assessments.edition(assessmentId);
    if (!edition) throw notFound();
    if (code === null) return { edition, indicator: undefined };
    const methodology = await this.methodologies.find(edition.record.methodologyId);
    const indicators = methodology ? indicatorsOf({ dimensions: methodology.dimensions }) : [];
    return { edition, indicator: indicators.find((one) => one.code === code)?.name };
  }
}
