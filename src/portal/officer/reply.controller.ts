import { Id, versionOf, type FormBody, type HtmlText } from '../../platform/http/index.js';
import { permit, verdict } from '../../platform/kernel/index.js';
import { RecommendationsQueries, RecommendationsService } from '../../recommendations/index.js';
import { readPowers } from '../../rulebook/index.js';
import {
  Ctx,
  emptyForm,
  Fields,
  type FilledForm,
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
import { REPLY, ReplyBody } from './reply.page.js';

const MAY = 'recommendation.reply';

/** The body replies to a recommendation. */
@Pages()
export class ReplyController {
  constructor(
    private readonly recommendations: RecommendationsService,
    private readonly queries: RecommendationsQueries,
    private readonly names: NamesQueries,
  ) {}

  /** What the council asks, and the form of the reply. */
  @OwnPage('desk/recommendations/:id', MAY)
  show(@Ctx() ctx: PageContext, @Id() id: string): Promise<HtmlText> {
    return this.#page(ctx, id, emptyForm(ctx, REPLY));
  }

  /** Records the reply; the public page shows it. */
  @FormPost('desk/recommendations/:id', MAY)
  reply(@Ctx() ctx: PageContext, @Id() id: string, @Fields() body: FormBody): Promise<HtmlText> {
    return formAnswer(
      { ctx, form: REPLY, body },
      async () => {
        await this.recommendations.reply(id, REPLY.read(body), ctx.by, versionIn(body));
        return seeOther(ctx.url('/desk'));
      },
      (filled) => this.#page(ctx, id, filled),
    );
  }

  async #page(ctx: PageContext, id: string, filled: FilledForm): Promise<HtmlText> {
    const recommendation = await this.queries.one(id, ctx.by);
    const { councilId, bodyId } = recommendation;
    permit(verdict(ctx.by, MAY, { bodyId }));
    const names = await this.names.of(councilId, bodyId);
    const power = readPowers().find((one) => one.id === recommendation.power);
    const title = ctx.t('portal.desk.reply.title');
    const breadcrumbs = [{ text: ctx.t('portal.desk.title'), href: ctx.url('/desk') }, { text: title }];
    const body = ReplyBody({ ctx, names, recommendation, power, version: versionOf(recommendation), filled });
    return page(ctx, { title, unlisted: true, breadcrumbs }, body, filled.status);
  }
}
