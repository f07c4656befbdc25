import { ConsultationsQueries } from '../../consultations/index.js';
import { mayAnswer, OpinionAnswers, OpinionsQueries } from '../../opinions/index.js';
import { Id, versionOf, type FormBody, type HtmlText } from '../../platform/http/index.js';
import { permit } from '../../platform/kernel/index.js';
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
import { OPINION_ANSWER, OpinionAnswerBody } from './opinion-answer.page.js';

const MAY = 'opinion.answer';

/** The body answers an opinion on its draft. */
@Pages()
export class OpinionAnswerController {
  constructor(
    private readonly answers: OpinionAnswers,
    private readonly queries: OpinionsQueries,
    private readonly consultations: ConsultationsQueries,
    private readonly names: NamesQueries,
  ) {}

  /** The opinion, and the form of the answer. */
  @OwnPage('desk/opinions/:id', MAY)
  show(@Ctx() ctx: PageContext, @Id() id: string): Promise<HtmlText> {
    return this.#page(ctx, id, emptyForm(ctx, OPINION_ANSWER));
  }

  /** Records the answer; the public page shows it. */
  @FormPost('desk/opinions/:id', MAY)
  answer(@Ctx() ctx: PageContext, @Id() id: string, @Fields() body: FormBody): Promise<HtmlText> {
    return formAnswer(
      { ctx, form: OPINION_ANSWER, body },
      async () => {
        await this.answers.answer(id, OPINION_ANSWER.read(body), ctx.by, versionIn(body));
        return seeOther(ctx.url('/desk'));
      },
      (filled) => this.#page(ctx, id, filled),
    );
  }

  async #page(ctx: PageContext, id: string, filled: FilledForm): Promise<HtmlText> {
    const opinion = await this.queries.one(id, ctx.by);
    permit(mayAnswer(ctx.by, opinion));
    const { councilId, bodyId, consultationId } = opinion;
    const [heads, names] = await Promise.all([
      this.consultations.headsOf([consultationId]),
      this.names.of(councilId, bodyId),
    ]);
    const draft = heads.get(consultationId)?.title ?? opinion.text;
    const title = ctx.t('portal.desk.opinionAnswer.title');
    const breadcrumbs = [{ text: ctx.t('portal.desk.title'), href: ctx.url('/desk') }, { text: title }];
    const body = OpinionAnswerBody({ ctx, opinion, draft, names, version: versionOf(opinion), filled });
    return page(ctx, { title, unlisted: true, breadcrumbs }, body, filled.status);
  }
}
