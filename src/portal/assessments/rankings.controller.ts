import { RankingsQueries, type Round } from '../../assessments/index.js';
import { DateField, IdField, PageQuery, type HtmlText, Id } from '../../platform/http/index.js';
import { notFound, type LocalDate } from '../../platform/kernel/index.js';
import { Ctx, Filters, NamesQueries, page, type PageContext, Pages, PublicPage } from '../frame/index.js';
import { BodyYearsBody } from './body-years.page.js';
import { chartAnswer, ChartQuery } from './chart.js';
import { yearsChart } from './years-chart.js';
import { periodText } from './numbers.js';
import { RankingBody } from './ranking.page.js';

/** Rows of a ranking on one page. */
const SHOWN = 100;

/** Which round of assessments to rank; the latest if nothing is said. */
export class RankingQuery extends PageQuery {
  @IdField({ optional: true })
  methodology?: string;

  @DateField({ optional: true })
  from?: LocalDate;

  @DateField({ optional: true })
  to?: LocalDate;
}

/** Results side by side: bodies of one round, and one body through its years. */
@Pages()
export class RankingsController {
  constructor(
    private readonly rankings: RankingsQueries,
    private readonly names: NamesQueries,
  ) {}

  /** The ranking of a round: one period, one version of a methodology. */
  @PublicPage('assessments')
  async ranking(@Ctx() ctx: PageContext, @Filters(RankingQuery) query: RankingQuery): Promise<HtmlText> {
    const rounds = await this.rankings.rounds();
    const round = roundIn(rounds, query);
    const title = ctx.t('portal.nav.assessments');
    const head = { title, description: ctx.t('portal.assessments.lead'), breadcrumbs: [{ text: title }] };
    if (!round) return page(ctx, head, RankingBody({ ctx, rounds, round, names: new Map(), items: [], next: null }));
    const { items, next } = await this.rankings.ranking(round, { limit: SHOWN, after: query.after });
    const names = await this.names.of(...items.flatMap(({ bodyId, councilId }) => [bodyId, councilId]));
    const shown = { ctx, rounds, round, names, items, next, after: query.after };
    return page(ctx, { ...head, title: `${title}: ${periodText(ctx, round)}` }, RankingBody(shown));
  }

  /** One body through the years, a table for each version of a methodology. */
  @PublicPage('assessments/bodies/:id')
  async body(@Ctx() ctx: PageContext, @Id() id: string): Promise<HtmlText> {
    const [names, results] = await Promise.all([this.names.of(id), this.rankings.ofBody(id)]);
    const name = names.get(id);
    if (!name) throw notFound();
    const title = ctx.t('portal.assessments.ofBody', { body: ctx.text(name) });
    const breadcrumbs = [{ text: ctx.t('portal.nav.assessments'), href: ctx.url('/assessments') }, { text: title }];
    return page(ctx, { title, breadcrumbs }, BodyYearsBody({ ctx, bodyId: id, name, results }));
  }

  /** The same as a chart. */
  @PublicPage('assessments/bodies/:id/chart')
  async chart(@Ctx() ctx: PageContext, @Id() id: string, @Filters(ChartQuery) query: ChartQuery): Promise<HtmlText> {
    const [names, results] = await Promise.all([this.names.of(id), this.rankings.ofBody(id)]);
    const name = names.get(id);
    if (!name || results.length === 0) throw notFound();
    return chartAnswer(ctx, yearsChart(ctx, name, results, query.width));
  }
}

/** The round that was asked for, else the latest; undefined where nothing is public. */
function roundIn(rounds: readonly Round[], { methodology, from, to }: RankingQuery): Round | undefined {
  return rounds.find(
    (round) =>
      (methodology === undefined || round.methodologyId === methodology) &&
      (from === undefined || round.from === from) &&
      (to === undefined || round.to === to),
  );
}
