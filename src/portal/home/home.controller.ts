import { AssessmentsQueries } from '../../assessments/index.js';
import type { HtmlText } from '../../platform/http/index.js';
import { ANONYMOUS } from '../../platform/kernel/index.js';
import { Ctx, NamesQueries, page, type PageContext, Pages, PublicPage } from '../frame/index.js';
import { HomeBody } from './home.page.js';
import { HomeQueries } from './home.queries.js';

/** How many of each kind the home page shows. */
const SHOWN = 5;
/** How many results of each kind. */
const RESULTS = 3;

/** The first page. */
@Pages()
export class HomeController {
  constructor(
    private readonly home: HomeQueries,
    private readonly assessments: AssessmentsQueries,
    private readonly names: NamesQueries,
  ) {}

  /** What can be commented now, what was found, who owes a reply. */
  @PublicPage('/')
  async show(@Ctx() ctx: PageContext): Promise<HtmlText> {
    const [open, reported, { items: assessments }, overdue] = await Promise.all([
      this.home.open(ctx.today, SHOWN),
      this.home.reported(RESULTS),
      this.assessments.list({ limit: RESULTS }, ANONYMOUS),
      this.home.overdue(ctx.today, SHOWN),
    ]);
    const bodies = [...open.items, ...reported, ...assessments, ...overdue.items].map(({ bodyId }) => bodyId);
    const names = await this.names.of(...bodies, ...overdue.items.map(({ councilId }) => councilId));
    const head = { title: ctx.t('portal.home.title'), description: ctx.t('portal.home.lead') };
    return page(ctx, head, HomeBody({ ctx, names, open, reported, assessments, overdue }));
  }
}
