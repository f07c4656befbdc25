import { AssessmentsService } from '../../assessments/index.js';
import { Id, type FormBody, type HtmlText } from '../../platform/http/index.js';
import { permit, verdict } from '../../platform/kernel/index.js';
import {
  Ctx,
  emptyForm,
  Fields,
  type FilledForm,
  formAnswer,
  FormPost,
  OwnPage,
  page,
  type PageContext,
  Pages,
  seeOther,
  versionIn,
} from '../frame/index.js';
import { AssessingScreens, type AssessingScreen } from './assessing-screens.service.js';
import { REPLY } from './forms.js';
import { crumbsOf } from './parts.js';
import { repliedValues, ReplyBody } from './reply.page.js';

const MAY = 'assessment.reply';

/** The assessed body replies to its results (A1). */
@Pages()
export class AssessmentReplies {
  constructor(
    private readonly screens: AssessingScreens,
    private readonly assessments: AssessmentsService,
  ) {}

  /** The form of the reply, with the one that was given before. */
  @OwnPage('desk/assessments/:id/reply', MAY)
  async show(@Ctx() ctx: PageContext, @Id() id: string): Promise<HtmlText> {
    const screen = await this.#screen(ctx, id);
    return this.#page(ctx, screen, emptyForm(ctx, REPLY, repliedValues(screen.work)));
  }

  /** Records the reply; until the adoption it may be replaced. */
  @FormPost('desk/assessments/:id/reply', MAY)
  reply(@Ctx() ctx: PageContext, @Id() id: string, @Fields() body: FormBody): Promise<HtmlText> {
    return formAnswer(
      { ctx, form: REPLY, body },
      async () => {
        await this.assessments.reply(id, REPLY.read(body), ctx.by, versionIn(body));
        return seeOther(`${ctx.url(`/desk/assessments/${id}`)}#reply`);
      },
      async (filled) => this.#page(ctx, await this.#screen(ctx, id), filled),
    );
  }

  async #screen(ctx: PageContext, id: string): Promise<AssessingScreen> {
    const screen = await this.screens.one(id, ctx.by);
    permit(verdict(ctx.by, MAY, screen.work.scope));
    return screen;
  }

  #page(ctx: PageContext, screen: AssessingScreen, filled: FilledForm): HtmlText {
    const { work, names } = screen;
    const title = ctx.t('portal.assessing.reply.title');
    const breadcrumbs = crumbsOf({ ctx, names, record: work.record, id: work.record.id }, title);
    return page(ctx, { title, unlisted: true, breadcrumbs }, ReplyBody({ ctx, screen, filled }), filled.status);
  }
}
