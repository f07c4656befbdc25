import { ConsultationsQueries, maySee, type ConsultationRead } from '../../consultations/index.js';
import { CouncilRules } from '../../councils/index.js';
import { mayGive, NoticesQueries, OpinionsService, type NoticeStandingResponse } from '../../opinions/index.js';
import { Id, Repetitions, type FormBody, type HtmlText } from '../../platform/http/index.js';
import { permit, Problem } from '../../platform/kernel/index.js';
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
} from '../frame/index.js';
import { OpinionDeskQueries } from './opinion.queries.js';
import { OPINION, OpinionFormBody } from './opinion.page.js';

const MAY = 'opinion.give';

/** The secretary gives the opinion of a notified council on a draft. */
@Pages()
export class OpinionController {
  constructor(
    private readonly consultations: ConsultationsQueries,
    private readonly opinions: OpinionsService,
    private readonly notices: NoticesQueries,
    private readonly desk: OpinionDeskQueries,
    private readonly rules: CouncilRules,
    private readonly names: NamesQueries,
    private readonly repetitions: Repetitions,
  ) {}

  /** The draft with the last day of the opinion, and its form. */
  @OwnPage('desk/consultations/:id/opinion', MAY)
  show(@Ctx() ctx: PageContext, @Id() id: string): Promise<HtmlText> {
    return this.#page(ctx, id, emptyForm(ctx, OPINION));
  }

  /** Gives it; the public page shows it. */
  @FormPost('desk/consultations/:id/opinion', MAY)
  give(@Ctx() ctx: PageContext, @Id() id: string, @Fields() body: FormBody): Promise<HtmlText> {
    return formAnswer(
      { ctx, form: OPINION, body },
      async () => {
        const wanted = OPINION.read(body);
        const { thing } = await this.repetitions.once(
          ctx.request,
          async () => ({ id: await this.opinions.give(id, wanted, ctx.by) }),
          (made) => Promise.resolve({ id: made }),
        );
        return seeOther(ctx.url(`/opinions/${(thing as { id: string }).id}`));
      },
      (filled) => this.#page(ctx, id, filled),
    );
  }

  async #page(ctx: PageContext, id: string, filled: FilledForm): Promise<HtmlText> {
    const consultation = await this.consultations.one(id);
    permit(maySee(ctx.by, consultation));
    const notice = await this.#notice(ctx, consultation, filled.value('councilId'));
    const { councilId } = notice;
    const [items, rules, names] = await Promise.all([
      this.desk.decidedItems(councilId, id),
      this.rules.on(councilId, ctx.today),
      this.names.of(councilId, consultation.bodyId),
    ]);
    const title = ctx.t('portal.desk.opinion.title');
    const breadcrumbs = [{ text: ctx.t('portal.desk.title'), href: ctx.url('/desk') }, { text: title }];
    const body = OpinionFormBody({ ctx, consultation, notice, items, rules, names, filled });
    return page(ctx, { title, unlisted: true, breadcrumbs }, body, filled.status);
  }

  /** The notice of the council that was chosen, else of the first one of the reader's. Throws `not-allowed` without any. */
  async #notice(
    ctx: PageContext,
    { id }: ConsultationRead,
    chosen: string | undefined,
  ): Promise<NoticeStandingResponse> {
    const { council = chosen } = ctx.request.query as Record<string, unknown>;
    const own = (await this.notices.of(id)).filter((one) => mayGive(ctx.by, one) === 'allowed');
    const notice = own.find(({ councilId }) => councilId === council) ?? own[0];
    if (notice) return notice;
    throw new Problem('not-allowed');
  }
}
