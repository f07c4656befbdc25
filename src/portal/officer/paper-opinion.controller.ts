import { ConsultationsQueries, maySee } from '../../consultations/index.js';
import { mayEnter, OpinionsService } from '../../opinions/index.js';
import { Id, Repetitions, type FormBody, type HtmlText } from '../../platform/http/index.js';
import { permit } from '../../platform/kernel/index.js';
import { headOfWork } from '../desk/index.js';
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
} from '../frame/index.js';
import { PAPER_OPINION, PaperOpinionBody } from './paper-opinion.page.js';

const MAY = 'opinion.enter';

/** An officer enters the opinion of an organisation that came on paper. */
@Pages()
export class PaperOpinionController {
  constructor(
    private readonly opinions: OpinionsService,
    private readonly consultations: ConsultationsQueries,
    private readonly repetitions: Repetitions,
  ) {}

  /** The form in which it is entered. */
  @OwnPage('desk/consultations/:id/organization-opinion', MAY)
  show(@Ctx() ctx: PageContext, @Id() id: string): Promise<HtmlText> {
    return this.#page(ctx, id, emptyForm(ctx, PAPER_OPINION));
  }

  /** Enters it; the term of the answer runs from its receipt (K3). */
  @FormPost('desk/consultations/:id/organization-opinion', MAY)
  enter(@Ctx() ctx: PageContext, @Id() id: string, @Fields() body: FormBody): Promise<HtmlText> {
    return formAnswer(
      { ctx, form: PAPER_OPINION, body },
      async () => {
        const wanted = PAPER_OPINION.read(body);
        await this.repetitions.once(
          ctx.request,
          async () => ({ id: await this.opinions.enter(id, wanted, ctx.by) }),
          (made) => Promise.resolve({ id: made }),
        );
        return seeOther(ctx.url(`/desk/consultations/${id}`));
      },
      (filled) => this.#page(ctx, id, filled),
    );
  }

  async #page(ctx: PageContext, id: string, filled: FilledForm): Promise<HtmlText> {
    const consultation = await this.consultations.one(id);
    permit(maySee(ctx.by, consultation));
    permit(mayEnter(ctx.by, consultation));
    const title = ctx.t('portal.desk.paperOpinion.title');
    const body = PaperOpinionBody({ ctx, consultation, filled });
    return page(ctx, headOfWork(ctx, consultation, title), body, filled.status);
  }
}
