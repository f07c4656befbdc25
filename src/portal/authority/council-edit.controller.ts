import { CouncilsQueries, CouncilsService } from '../../councils/index.js';
import { Id, Repetitions, type FormBody, type HtmlText } from '../../platform/http/index.js';
import { addDays } from '../../platform/kernel/index.js';
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
import { CouncilDesks, headOf } from './council-desks.service.js';
import { ConvocationBody, EditBody } from './council-edit.page.js';
import { firstValuesOf } from './council-fields.js';
import { CHANGE_FORM, CONVOCATION_FORM } from './council-forms.js';

const MAY = 'council.edit';

/** What is recorded of a council is changed, and its next convocation opened. */
@Pages()
export class CouncilEditController {
  constructor(
    private readonly desks: CouncilDesks,
    private readonly councils: CouncilsService,
    private readonly queries: CouncilsQueries,
    private readonly repetitions: Repetitions,
  ) {}

  /** The form of a change. */
  @OwnPage('desk/councils/:id/edit', MAY)
  async change(@Ctx() ctx: PageContext, @Id() id: string): Promise<HtmlText> {
    const council = await this.desks.council(id, ctx.by, MAY);
    return this.#edit(ctx, id, emptyForm(ctx, CHANGE_FORM, firstValuesOf(council)));
  }

  /** Changes the council. */
  @FormPost('desk/councils/:id/edit', MAY)
  edit(@Ctx() ctx: PageContext, @Id() id: string, @Fields() body: FormBody): Promise<HtmlText> {
    return formAnswer(
      { ctx, form: CHANGE_FORM, body },
      async () => {
        await this.councils.edit(id, CHANGE_FORM.read(body), ctx.by, versionIn(body));
        return seeOther(ctx.url(`/desk/councils/${id}`));
      },
      (filled) => this.#edit(ctx, id, filled),
    );
  }

  /** The form of the next convocation. */
  @OwnPage('desk/councils/:id/convocation', MAY)
  async convocation(@Ctx() ctx: PageContext, @Id() id: string): Promise<HtmlText> {
    const { convocations } = await this.desks.council(id, ctx.by, MAY);
    const last = convocations.at(-1);
    return this.#convocation(ctx, id, emptyForm(ctx, CONVOCATION_FORM, { from: last && addDays(last.untilOn, 1) }));
  }

  /** Opens the next convocation; the present one ends the day before it at the latest. */
  @FormPost('desk/councils/:id/convocation', MAY)
  open(@Ctx() ctx: PageContext, @Id() id: string, @Fields() body: FormBody): Promise<HtmlText> {
    return formAnswer(
      { ctx, form: CONVOCATION_FORM, body },
      async () => {
        const wanted = CONVOCATION_FORM.read(body);
        await this.repetitions.once(
          ctx.request,
          async () => ({ id: await this.councils.openConvocation(id, wanted, ctx.by, versionIn(body)) }),
          (made) => this.queries.convocation(made),
        );
        return seeOther(ctx.url(`/desk/councils/${id}`));
      },
      (filled) => this.#convocation(ctx, id, filled),
    );
  }

  async #edit(ctx: PageContext, id: string, filled: FilledForm): Promise<HtmlText> {
    const council = await this.desks.council(id, ctx.by, MAY);
    const head = headOf(ctx, ctx.t('portal.councilsDesk.edit'), council);
    return page(ctx, head, EditBody({ ctx, council, filled }), filled.status);
  }

  async #convocation(ctx: PageContext, id: string, filled: FilledForm): Promise<HtmlText> {
    const council = await this.desks.council(id, ctx.by, MAY);
    const head = headOf(ctx, ctx.t('portal.councilsDesk.convocation.title'), council);
    return page(ctx, head, ConvocationBody({ ctx, council, filled }), filled.status);
  }
}
