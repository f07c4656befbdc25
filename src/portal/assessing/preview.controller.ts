import { PublicationsService, RankingsQueries, twoPlaces, type Preview } from '../../assessments/index.js';
import { FollowUpsQueries } from '../../follow-ups/index.js';
import { MethodologiesQueries } from '../../methodologies/index.js';
import { HtmlText, Id, type FormBody } from '../../platform/http/index.js';
import { ANONYMOUS, notFound, type Actor } from '../../platform/kernel/index.js';
import { assessmentChart } from '../assessments/assessment-chart.js';
import type { AssessmentProps } from '../assessments/assessment.page.js';
import { AssessorsQueries } from '../assessments/assessors.queries.js';
import { chartAnswer, ChartQuery } from '../assessments/chart.js';
import { WorkingsBody } from '../assessments/workings.page.js';
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
  versionIn,
} from '../frame/index.js';
import { PUBLICATION } from './forms.js';
import { crumbsOf } from './parts.js';
import { PreviewBody } from './preview.page.js';

const MAY = 'assessment.publish';

/** Measures that one page shows. */
const SHOWN = 50;

type Shown = Preview & Pick<AssessmentProps, 'methodology' | 'names'>;

/** What will be public, before it is; and its publication. */
@Pages()
export class AssessmentPreviews {
  constructor(
    private readonly publications: PublicationsService,
    private readonly rankings: RankingsQueries,
    private readonly methodologies: MethodologiesQueries,
    private readonly followUps: FollowUpsQueries,
    private readonly assessors: AssessorsQueries,
    private readonly names: NamesQueries,
  ) {}

  /** Exactly the page that everybody will see. */
  @OwnPage('desk/assessments/:id/preview', MAY)
  show(@Ctx() ctx: PageContext, @Id() id: string): Promise<HtmlText> {
    return this.#page(ctx, id, emptyForm(ctx, PUBLICATION));
  }

  /** The chart on it. */
  @OwnPage('desk/assessments/:id/preview/chart', MAY)
  async chart(
    @Ctx() ctx: PageContext,
    @Id() id: string,
    @Filters(ChartQuery) { width }: ChartQuery,
  ): Promise<HtmlText> {
    const shown = await this.#shown(id, ctx.by);
    const body = shown?.names.get(shown.edition.bodyId);
    if (!shown || !body) throw notFound();
    const { edition, methodology } = shown;
    return chartAnswer(ctx, assessmentChart(ctx, body, { record: edition.record, methodology }, width));
  }

  /** The workings to which it leads. */
  @OwnPage('desk/assessments/:id/preview/workings', MAY)
  async workings(@Ctx() ctx: PageContext, @Id() id: string): Promise<HtmlText> {
    const shown = await this.#shown(id, ctx.by);
    if (!shown) return this.#back(ctx, id);
    const title = ctx.t('portal.workings.title');
    return page(ctx, this.#head(ctx, shown, title), WorkingsBody({ ctx, ...shown }));
  }

  /** Publishes it, now or at an instant to come. */
  @FormPost('desk/assessments/:id/publication', MAY)
  publish(@Ctx() ctx: PageContext, @Id() id: string, @Fields() body: FormBody): Promise<HtmlText> {
    return formAnswer(
      { ctx, form: PUBLICATION, body },
      async () => {
        const { at } = PUBLICATION.read(body);
        await this.publications.publish(id, at === undefined ? undefined : new Date(at), ctx.by, versionIn(body));
        return this.#back(ctx, id);
      },
      (filled) => this.#page(ctx, id, filled),
    );
  }

  async #page(ctx: PageContext, id: string, filled: FilledForm): Promise<HtmlText> {
    const shown = await this.#shown(id, ctx.by);
    if (!shown) return this.#back(ctx, id);
    const { edition, version, comesAt, methodology, names } = shown;
    const [earlier, assessors, gaps, followUps] = await Promise.all([
      this.rankings.editions(id),
      this.assessors.of(edition.record.assessors.memberIds),
      this.followUps.gapsOf(edition),
      this.followUps.list({ limit: SHOWN, assessment: id }, ANONYMOUS),
    ]);
    const { number, publishedOn, record, workings } = edition;
    const score = twoPlaces(workings.total.score);
    const editions = [{ number, publishedOn, score, correction: record.correction }, ...earlier];
    const at = `/desk/assessments/${id}/preview`;
    const whole = { ctx, edition, methodology, names, editions, assessors, gaps, followUps: followUps.items, at };
    const head = this.#head(ctx, shown, ctx.t('portal.assessing.preview.title'));
    return page(ctx, head, PreviewBody({ ...whole, filled, version, comesAt }), filled.status);
  }

  /** Undefined where nothing waits for its publication. */
  async #shown(id: string, by: Actor): Promise<Shown | undefined> {
    const preview = await this.publications.preview(id, by);
    if (!preview) return undefined;
    const { bodyId, councilId, record } = preview.edition;
    const [methodology, names] = await Promise.all([
      this.methodologies.find(record.methodologyId),
      this.names.of(bodyId, councilId),
    ]);
    if (!methodology) throw notFound();
    return { ...preview, methodology, names };
  }

  #head(ctx: PageContext, { edition, names }: Shown, title: string) {
    const breadcrumbs = crumbsOf({ ctx, names, record: edition.record, id: edition.assessmentId }, title);
    return { title, unlisted: true, breadcrumbs };
  }

  #back(ctx: PageContext, id: string): HtmlText {
    return seeOther(ctx.url(`/desk/assessments/${id}`));
  }
}
