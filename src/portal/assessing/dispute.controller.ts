import { Param } from '@nestjs/common';
import { isDisputeOpen, mayDispute, ValuesService } from '../../assessments/index.js';
import { Id, type FormBody, type HtmlText } from '../../platform/http/index.js';
import { permit } from '../../platform/kernel/index.js';
import { bilingualValues } from '../desk/index.js';
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
import { AssessingScreens, type IndicatorScreen } from './assessing-screens.service.js';
import { DisputeBody } from './dispute.page.js';
import { DISPUTE } from './forms.js';
import { crumbsOf } from './parts.js';
import { versionOfPart } from './seen.js';

const MAY = 'assessment.dispute';

/** The assessed body disputes single values; it never enters its own. */
@Pages()
export class DisputeEntries {
  constructor(
    private readonly screens: AssessingScreens,
    private readonly values: ValuesService,
  ) {}

  /** The value, and the form of a dispute. */
  @OwnPage('desk/assessments/:id/disputes/:indicator', MAY)
  async show(@Ctx() ctx: PageContext, @Id() id: string, @Param('indicator') code: string): Promise<HtmlText> {
    const screen = await this.#screen(ctx, id, code);
    return this.#page(
      ctx,
      screen,
      emptyForm(ctx, DISPUTE, bilingualValues('text', screen.entry?.dispute?.text ?? null)),
    );
  }

  /** Records what the body says against the value. */
  @FormPost('desk/assessments/:id/disputes/:indicator', MAY)
  dispute(
    @Ctx() ctx: PageContext,
    @Id() id: string,
    @Param('indicator') code: string,
    @Fields() body: FormBody,
  ): Promise<HtmlText> {
    return formAnswer(
      { ctx, form: DISPUTE, body },
      async () => {
        const { work, entry } = await this.#screen(ctx, id, code);
        const version = versionOfPart(body, entry, work.version);
        await this.values.dispute(id, code, DISPUTE.read(body).text, ctx.by, version);
        return seeOther(`${ctx.url(`/desk/assessments/${id}`)}#indicators`);
      },
      async (filled) => this.#page(ctx, await this.#screen(ctx, id, code), filled),
    );
  }

  async #screen(ctx: PageContext, id: string, code: string): Promise<IndicatorScreen> {
    const screen = await this.screens.indicator(id, code, ctx.by);
    permit(mayDispute(ctx.by, screen.work.scope));
    return screen;
  }

  #page(ctx: PageContext, screen: IndicatorScreen, filled: FilledForm): HtmlText {
    const { work, names, indicator, entry } = screen;
    const { record } = work;
    const title = ctx.text(indicator.name);
    const breadcrumbs = crumbsOf({ ctx, names, record, id: record.id }, title);
    const isOpen = isDisputeOpen(record.state, entry);
    return page(
      ctx,
      { title, unlisted: true, breadcrumbs },
      DisputeBody({ ctx, screen, filled, isOpen }),
      filled.status,
    );
  }
}
