import {
  AssessmentsQueries,
  AssessmentVersionQuery,
  RankingsQueries,
  type PublicEdition,
} from '../../assessments/index.js';
import { FollowUpsQueries } from '../../follow-ups/index.js';
import { MethodologiesQueries, type MethodologyRead } from '../../methodologies/index.js';
import { Id, type HtmlText } from '../../platform/http/index.js';
import { ANONYMOUS, notFound } from '../../platform/kernel/index.js';
import {
  Ctx,
  Filters,
  type Head,
  type Names,
  NamesQueries,
  page,
  type PageContext,
  Pages,
  PublicPage,
} from '../frame/index.js';
import { assessmentChart } from './assessment-chart.js';
import { AssessmentBody } from './assessment.page.js';
import { AssessorsQueries } from './assessors.queries.js';
import { chartAnswer, ChartQuery } from './chart.js';
import { periodText } from './numbers.js';
import { WorkingsBody } from './workings.page.js';

/** Measures that one page shows. */
const SHOWN = 50;

/** A published version with the methodology it was made by. */
interface Published {
  readonly edition: PublicEdition;
  readonly methodology: MethodologyRead;
  readonly names: Names;
}

/** One published assessment. */
@Pages()
export class AssessmentController {
  constructor(
    private readonly assessments: AssessmentsQueries,
    private readonly rankings: RankingsQueries,
    private readonly methodologies: MethodologiesQueries,
    private readonly followUps: FollowUpsQueries,
    private readonly assessors: AssessorsQueries,
    private readonly names: NamesQueries,
  ) {}

  /** The score with the reply of the body beside it, what it is made of, its versions, what followed. */
  @PublicPage('assessments/:id')
  async show(
    @Ctx() ctx: PageContext,
    @Id() id: string,
    @Filters(AssessmentVersionQuery) query: AssessmentVersionQuery,
  ): Promise<HtmlText> {
    const { edition, methodology, names } = await this.#published(id, query);
    const [editions, assessors, gaps, followUps] = await Promise.all([
      this.rankings.editions(id),
      this.assessors.of(edition.record.assessors.memberIds),
      this.followUps.gaps(id),
      this.followUps.list({ limit: SHOWN, assessment: id }, ANONYMOUS),
    ]);
    const shown = { edition, methodology, names, editions, assessors, gaps, followUps: followUps.items };
    return page(ctx, headOf(ctx, { edition, names }), AssessmentBody({ ctx, ...shown }));
  }

  /** The scores as a chart. */
  @PublicPage('assessments/:id/chart')
  async chart(
    @Ctx() ctx: PageContext,
    @Id() id: string,
    @Filters(AssessmentVersionQuery) query: AssessmentVersionQuery,
    @Filters(ChartQuery) { width }: ChartQuery,
  ): Promise<HtmlText> {
    const { edition, methodology, names } = await this.#published(id, query);
    const body = names.get(edition.bodyId);
    if (!body) throw notFound();
    return chartAnswer(ctx, assessmentChart(ctx, body, { record: edition.record, methodology }, width));
  }

  /** Everything a stranger needs to recompute the score. */
  @PublicPage('assessments/:id/workings')
  async workings(
    @Ctx() ctx: PageContext,
    @Id() id: string,
    @Filters(AssessmentVersionQuery) query: AssessmentVersionQuery,
  ): Promise<HtmlText> {
    const { edition, methodology, names } = await this.#published(id, query);
    const { title, breadcrumbs = [] } = headOf(ctx, { edition, names });
    const head = {
      title: `${ctx.t('portal.workings.title')}: ${title}`,
      breadcrumbs: [
        ...breadcrumbs.slice(0, -1),
        { text: title, href: ctx.url(`/assessments/${id}`, { version: edition.number }) },
        { text: ctx.t('portal.workings.title') },
      ],
    };
    return page(ctx, head, WorkingsBody({ ctx, edition, methodology, names }));
  }

  /** Throws `not-found` where nothing is public. */
  async #published(id: string, { version }: AssessmentVersionQuery): Promise<Published> {
    const edition = await this.assessments.edition(id, version === undefined ? undefined : Number(version));
    if (!edition) throw notFound();
    const [methodology, names] = await Promise.all([
      this.methodologies.find(edition.record.methodologyId),
      this.names.of(edition.bodyId, edition.councilId),
    ]);
    if (!methodology) throw notFound();
    return { edition, methodology, names };
  }
}

function headOf(ctx: PageContext, { edition, names }: Pick<Published, 'edition' | 'names'>): Head {
  const { bodyId, record } = edition;
  const body = names.get(bodyId);
  const title = `${body ? ctx.text(body) : ''} – ${periodText(ctx, record)}`;
  const breadcrumbs = [{ text: ctx.t('portal.nav.assessments'), href: ctx.url('/assessments') }, { text: title }];
  return { title, description: ctx.t('portal.assessments.description'), breadcrumbs };
}
