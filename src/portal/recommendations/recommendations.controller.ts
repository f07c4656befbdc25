import { BodiesQueries } from '../../bodies/index.js';
import { CouncilRules } from '../../councils/index.js';
import { FollowUpsQueries } from '../../follow-ups/index.js';
import { MeetingsQueries } from '../../meetings/index.js';
import { Id, type HtmlText } from '../../platform/http/index.js';
import { ANONYMOUS } from '../../platform/kernel/index.js';
import { RecommendationsQueries, RecommendationsQuery } from '../../recommendations/index.js';
import { Ctx, Filters, NamesQueries, page, type PageContext, Pages, PublicPage } from '../frame/index.js';
import { excerpt } from './excerpt.js';
import { RecommendationBody } from './recommendation.page.js';
import { RecommendationsBody } from './recommendations.page.js';

/** Bodies offered as a filter, and measures shown after one recommendation: more than there are. */
const ALL = 100;

/** What councils ask of government bodies, and what came of it. */
@Pages()
export class RecommendationsPages {
  constructor(
    private readonly recommendations: RecommendationsQueries,
    private readonly followUps: FollowUpsQueries,
    private readonly meetings: MeetingsQueries,
    private readonly bodies: BodiesQueries,
    private readonly rules: CouncilRules,
    private readonly names: NamesQueries,
  ) {}

  /** The latest first, by state, overdue, body and council. */
  @PublicPage('recommendations')
  async list(@Ctx() ctx: PageContext, @Filters(RecommendationsQuery) query: RecommendationsQuery): Promise<HtmlText> {
    const [{ items, next }, timeliness, { items: bodies }] = await Promise.all([
      this.recommendations.list(query),
      this.recommendations.timeliness(query),
      this.bodies.bodies({ limit: ALL }),
    ]);
    const ids = items.flatMap(({ councilId, bodyId }) => [councilId, bodyId]);
    const names = await this.names.of(query.council, ...ids);
    const title = ctx.t('portal.nav.recommendations');
    const head = { title, description: ctx.t('portal.recommendations.lead'), breadcrumbs: [{ text: title }] };
    return page(ctx, head, RecommendationsBody({ ctx, query, items, next, timeliness, bodies, names }));
  }

  /** One, with all that happened after it to the last measure. */
  @PublicPage('recommendations/:id')
  async show(@Ctx() ctx: PageContext, @Id() id: string): Promise<HtmlText> {
    const recommendation = await this.recommendations.one(id, ANONYMOUS);
    const { councilId, bodyId, meetingId, sentOn, adoptedOn } = recommendation;
    const [meeting, { items: followUps }, rules, names] = await Promise.all([
      this.meetings.one(meetingId, ANONYMOUS),
      this.followUps.list({ recommendation: id, limit: ALL }, ANONYMOUS),
      this.rules.on(councilId, sentOn ?? adoptedOn),
      this.names.of(councilId, bodyId),
    ]);
    const title = ctx.text(excerpt(recommendation.text));
    const breadcrumbs = [
      { text: ctx.t('portal.nav.recommendations'), href: ctx.url('/recommendations') },
      { text: title },
    ];
    const shown = { recommendation, meeting, followUps, rules, names };
    return page(ctx, { title, breadcrumbs }, RecommendationBody({ ctx, ...shown }));
  }
}
