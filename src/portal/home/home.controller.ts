import { AssessmentsQueries } from '../../assessments/index.js';
import { ConsultationsQueries, type ConsultationItem } from '../../consultations/index.js';
import type { HtmlText } from '../../platform/http/index.js';
import { ANONYMOUS, type Page } from '../../platform/kernel/index.js';
import { RecommendationsQueries } from '../../recommendations/index.js';
import { Ctx, NamesQueries, page, type PageContext, Pages, PublicPage } from '../frame/index.js';
import { HomeBody } from './home.page.js';

/** How many of each kind the home page shows. */
const SHOWN = 5;

/** The first page. */
@Pages()
export class HomeController {
  constructor(
    private readonly consultations: ConsultationsQueries,
    private readonly assessments: AssessmentsQueries,
    private readonly recommendations: RecommendationsQueries,
    private readonly names: NamesQueries,
  ) {}

  /** What can be commented now, what was found, who owes a reply. */
  @PublicPage('/')
  async show(@Ctx() ctx: PageContext): Promise<HtmlText> {
    const [open, assessments, overdue] = await Promise.all([
      this.consultations.list({ limit: SHOWN, phase: 'commenting' }, ctx.today),
      this.assessments.list({ limit: SHOWN }, ANONYMOUS),
      this.recommendations.list({ limit: SHOWN, overdue: true }),
    ]);
    const { items: consultations } = open.parsed() as Page<ConsultationItem>;
    const things = { consultations, assessments: assessments.items, overdue: overdue.items };
    const ids = Object.values(things).flatMap((items) => items.map(({ bodyId }: { bodyId: string }) => bodyId));
    const names = await this.names.of(...ids, ...overdue.items.map(({ councilId }) => councilId));
    const head = { title: ctx.t('portal.home.title'), description: ctx.t('portal.home.lead') };
    return page(ctx, head, HomeBody({ ctx, names, ...things }));
  }
}
