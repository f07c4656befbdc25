import { AnswersQueries } from '../../answers/index.js';
import { AssessmentsQueries } from '../../assessments/index.js';
import { BodiesQueries } from '../../bodies/index.js';
import { ConsultationsQueries, type ConsultationItem } from '../../consultations/index.js';
import { CouncilsQueries } from '../../councils/index.js';
import { FollowUpsQueries } from '../../follow-ups/index.js';
import { Id, type HtmlText } from '../../platform/http/index.js';
import { ANONYMOUS, notFound, type Page } from '../../platform/kernel/index.js';
import { RecommendationsQueries } from '../../recommendations/index.js';
import { chartAnswer, ChartQuery } from '../assessments/chart.js';
import { Ctx, Filters, NamesQueries, page, type PageContext, Pages, PublicPage } from '../frame/index.js';
import { BodyBody } from './body.page.js';
import { quartersChart } from './quarters-chart.js';

/** Things of each kind that the page shows. */
const SHOWN = 10;

/** One government body, as the councils know it. */
@Pages()
export class BodyController {
  constructor(
    private readonly bodies: BodiesQueries,
    private readonly councils: CouncilsQueries,
    private readonly recommendations: RecommendationsQueries,
    private readonly followUps: FollowUpsQueries,
    private readonly consultations: ConsultationsQueries,
    private readonly assessments: AssessmentsQueries,
    private readonly answers: AnswersQueries,
    private readonly names: NamesQueries,
  ) {}

  /** What it was asked, what it answered and how late; its promises, discussions and assessments. */
  @PublicPage('bodies/:id')
  async show(@Ctx() ctx: PageContext, @Id() id: string): Promise<HtmlText> {
    const body = await this.bodies.body(id);
    const of = { body: id, limit: SHOWN };
    const [territory, councils, asked, timeliness, quarters, owed, discussions, assessments, answers] =
      await Promise.all([
        this.bodies.territory(body.territoryId),
        this.councils.list(of, null, (council) => council),
        this.recommendations.list(of),
        this.recommendations.timeliness({ body: id }),
        this.recommendations.quarters(id),
        this.followUps.list(of, ANONYMOUS),
        this.consultations.list(of, ctx.today),
        this.assessments.list(of, ANONYMOUS),
        this.answers.ofBody(id),
      ]);
    const names = await this.names.of(...asked.items.map(({ councilId }) => councilId));
    const { items: consultations } = discussions.parsed() as Page<ConsultationItem>;
    const title = ctx.text(body.name);
    const shown = {
      ...{ body, territory, timeliness, quarters, consultations, answers, names },
      ...{ councils: councils.items, asked: asked.items, owed: owed.items, assessments: assessments.items },
    };
    return page(ctx, { title, breadcrumbs: [{ text: title }] }, BodyBody({ ctx, ...shown }));
  }

  /** How it answered through the quarters, as a chart. */
  @PublicPage('bodies/:id/chart')
  async chart(
    @Ctx() ctx: PageContext,
    @Id() id: string,
    @Filters(ChartQuery) { width }: ChartQuery,
  ): Promise<HtmlText> {
    const [body, quarters] = await Promise.all([this.bodies.body(id), this.recommendations.quarters(id)]);
    if (quarters.length === 0) throw notFound();
    return chartAnswer(ctx, quartersChart(ctx, body.name, quarters, width));
  }
}
