import { FollowUpsQueries, FollowUpsService, mayPromise } from '../../follow-ups/index.js';
import { Id, Repetitions, type FormBody, type HtmlText } from '../../platform/http/index.js';
import { permit } from '../../platform/kernel/index.js';
import { RecommendationsQueries } from '../../recommendations/index.js';
import {
  Ctx,
  emptyForm,
  Fields,
  FilledForm,
  formAnswer,
  FormPost,
  NamesQueries,
  OwnPage,
  page,
  type PageContext,
  Pages,
  seeOther,
  withRowsChanged,
} from '../frame/index.js';
import { MILESTONES, PROMISE, PromiseBody } from './promise.page.js';

const MAY = 'follow-up.promise';

/** Measures after one recommendation: more than there are. */
const ALL = 100;

/** What the body promised after a recommendation that it accepted is recorded. */
@Pages()
export class PromiseController {
  constructor(
    private readonly followUps: FollowUpsService,
    private readonly queries: FollowUpsQueries,
    private readonly recommendations: RecommendationsQueries,
    private readonly names: NamesQueries,
    private readonly repetitions: Repetitions,
  ) {}

  /** The recommendation with its reply, and the form of a measure. */
  @OwnPage('desk/recommendations/:id/measure', MAY)
  show(@Ctx() ctx: PageContext, @Id() id: string): Promise<HtmlText> {
    return this.#page(ctx, id, emptyForm(ctx, PROMISE));
  }

  /** Records the measure; everyone can follow it from now on. */
  @FormPost('desk/recommendations/:id/measure', MAY)
  async promise(@Ctx() ctx: PageContext, @Id() id: string, @Fields() body: FormBody): Promise<HtmlText> {
    const rows = withRowsChanged(body, MILESTONES);
    if (rows) return this.#page(ctx, id, new FilledForm(ctx, PROMISE, {}, rows));
    return formAnswer(
      { ctx, form: PROMISE, body },
      async () => {
        const wanted = PROMISE.read(body);
        const { thing } = await this.repetitions.once(
          ctx.request,
          async () => ({ id: await this.followUps.promiseAfterRecommendation(id, wanted, ctx.by) }),
          (made) => this.queries.one(made, ctx.by),
        );
        return seeOther(ctx.url(`/follow-ups/${(thing as { id: string }).id}`));
      },
      (filled) => this.#page(ctx, id, filled),
    );
  }

  async #page(ctx: PageContext, id: string, filled: FilledForm): Promise<HtmlText> {
    const recommendation = await this.recommendations.one(id, ctx.by);
    permit(mayPromise(ctx.by, recommendation));
    const [{ items: followUps }, names] = await Promise.all([
      this.queries.list({ recommendation: id, limit: ALL }, ctx.by),
      this.names.of(recommendation.bodyId),
    ]);
    const title = ctx.t('portal.desk.promise.title');
    const breadcrumbs = [{ text: ctx.t('portal.desk.title'), href: ctx.url('/desk') }, { text: title }];
    const body = PromiseBody({ ctx, names, recommendation, followUps, filled });
    return page(ctx, { title, unlisted: true, breadcrumbs }, body, filled.status);
  }
}
