import { Param } from '@nestjs/common';
import { isValueOpen, mayEnterValues, ValuesService } from '../../assessments/index.js';
import { Id, type FormBody, type HtmlText } from '../../platform/http/index.js';
import { permit } from '../../platform/kernel/index.js';
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
import { VALUE } from './forms.js';
import { crumbsOf } from './parts.js';
import { versionOfPart } from './seen.js';
import { GO_FIELD, ValueBody, valuesOf } from './value.page.js';

const MAY = 'assessment.conduct';

/** The authority enters values with their evidence. */
@Pages()
export class ValueEntries {
  constructor(
    private readonly screens: AssessingScreens,
    private readonly values: ValuesService,
  ) {}

  /** The form of a value. */
  @OwnPage('desk/assessments/:id/values/:indicator', MAY)
  async show(@Ctx() ctx: PageContext, @Id() id: string, @Param('indicator') code: string): Promise<HtmlText> {
    const screen = await this.#screen(ctx, id, code);
    return this.#page(ctx, screen, emptyForm(ctx, VALUE, valuesOf(ctx, screen.entry)));
  }

  /** Enters the value, and goes back to the assessment or on to the next indicator without one. */
  @FormPost('desk/assessments/:id/values/:indicator', MAY)
  enter(
    @Ctx() ctx: PageContext,
    @Id() id: string,
    @Param('indicator') code: string,
    @Fields() body: FormBody,
  ): Promise<HtmlText> {
    return formAnswer(
      { ctx, form: VALUE, body },
      async () => {
        const { work, entry } = await this.#screen(ctx, id, code);
        const version = versionOfPart(body, entry, work.version);
        await this.values.enter(id, code, VALUE.read(body), ctx.by, version);
        const next = body.get(GO_FIELD) === 'next' ? nextOf(work.outstanding.unsettled, code) : undefined;
        const path = `/desk/assessments/${id}`;
        return seeOther(next === undefined ? `${ctx.url(path)}#indicators` : ctx.url(`${path}/values/${next}`));
      },
      async (filled) => this.#page(ctx, await this.#screen(ctx, id, code), filled),
    );
  }

  async #screen(ctx: PageContext, id: string, code: string): Promise<IndicatorScreen> {
    const screen = await this.screens.indicator(id, code, ctx.by);
    permit(mayEnterValues(ctx.by, screen.work.scope));
    return screen;
  }

  #page(ctx: PageContext, screen: IndicatorScreen, filled: FilledForm): HtmlText {
    const { work, names, indicator, entry } = screen;
    const { record } = work;
    const title = ctx.text(indicator.name);
    const breadcrumbs = crumbsOf({ ctx, names, record, id: record.id }, title);
    const isOpen = isValueOpen(record.state, indicator, entry);
    return page(ctx, { title, unlisted: true, breadcrumbs }, ValueBody({ ctx, screen, filled, isOpen }), filled.status);
  }
}

/** The next indicator without an entry, in the order of the methodology, from the first again after the last. */
function nextOf(unsettled: readonly string[], code: string): string | undefined {
  const at = unsettled.indexOf(code);
  return [...unsettled.slice(at + 1), ...unsettled.slice(0, Math.max(at, 0))].find((one) => one !== code);
}
