import { AssessmentsQueries, AssessmentsQuery, AssessmentsService } from '../../assessments/index.js';
import { BodiesQueries } from '../../bodies/index.js';
import { CouncilsQueries } from '../../councils/index.js';
import { MethodologiesQueries } from '../../methodologies/index.js';
import { Repetitions, type FormBody, type HtmlText } from '../../platform/http/index.js';
import {
  Ctx,
  emptyForm,
  Fields,
  type FilledForm,
  Filters,
  formAnswer,
  FormPost,
  NamesQueries,
  OwnPage,
  page,
  type PageContext,
  Pages,
  seeOther,
} from '../frame/index.js';
import { PLAN } from './forms.js';
import { ListBody } from './list.page.js';
import { PlanBody } from './plan.page.js';

const MAY = 'assessment.conduct';

/** More than there are. */
const MOST = 500;

/** Assessments are opened, and found again. */
@Pages()
export class AssessmentPlans {
  constructor(
    private readonly assessments: AssessmentsService,
    private readonly queries: AssessmentsQueries,
    private readonly methodologies: MethodologiesQueries,
    private readonly bodies: BodiesQueries,
    private readonly councils: CouncilsQueries,
    private readonly names: NamesQueries,
    private readonly repetitions: Repetitions,
  ) {}

  /** All assessments, under way and published. */
  @OwnPage('desk/assessments', MAY)
  async list(@Ctx() ctx: PageContext, @Filters(AssessmentsQuery) query: AssessmentsQuery): Promise<HtmlText> {
    const { items, next } = await this.queries.list(query, ctx.by);
    const names = await this.names.of(...items.map(({ bodyId }) => bodyId));
    return page(ctx, headOf(ctx, 'portal.assessing.all'), ListBody({ ctx, query, names, items, next }));
  }

  /** The form of a new assessment; the last whole year is its period unless another is chosen. */
  @OwnPage('desk/assessments/new', MAY)
  form(@Ctx() ctx: PageContext): Promise<HtmlText> {
    const year = Number(ctx.today.slice(0, 4)) - 1;
    return this.#page(ctx, emptyForm(ctx, PLAN, { from: `${year}-01-01`, to: `${year}-12-31` }));
  }

  /** Plans the assessment; the collection of values is next. */
  @FormPost('desk/assessments/new', MAY)
  plan(@Ctx() ctx: PageContext, @Fields() body: FormBody): Promise<HtmlText> {
    return formAnswer(
      { ctx, form: PLAN, body },
      async () => {
        const wanted = PLAN.read(body);
        const { thing } = await this.repetitions.once(
          ctx.request,
          async () => ({ id: await this.assessments.plan(wanted, ctx.by) }),
          (made) => this.queries.working(made),
        );
        return seeOther(ctx.url(`/desk/assessments/${(thing as { id: string }).id}`));
      },
      (filled) => this.#page(ctx, filled),
    );
  }

  async #page(ctx: PageContext, filled: FilledForm): Promise<HtmlText> {
    const [methodologies, bodies, councils] = await Promise.all([
      this.methodologies.list({ limit: MOST, state: 'published' }, ctx.by),
      this.bodies.bodies({ limit: MOST }),
      this.councils.list({ limit: MOST, state: 'active' }, null, ({ id, name }) => ({ id, name })),
    ]);
    const versions = methodologies.items.map(({ id, name, version }) => ({ id, name, edition: version }));
    const choices = { methodologies: versions, bodies: bodies.items, councils: councils.items };
    return page(ctx, headOf(ctx, 'portal.assessing.plan.title'), PlanBody({ filled, ...choices }), filled.status);
  }
}

function headOf(ctx: PageContext, key: string) {
  const title = ctx.t(key);
  const desk = { text: ctx.t('portal.desk.title'), href: ctx.url('/desk') };
  return { title, unlisted: true, breadcrumbs: [desk, { text: title }] };
}
