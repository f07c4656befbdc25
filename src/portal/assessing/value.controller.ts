import { Param } from '@nestjs/common';
import { isValueOpen, mayEnterValues, ValuesService, type ValueRequest } from '../../assessments/index.js';
import { Id, type FormBody, type HtmlText } from '../../platform/http/index.js';
import { Ctx, Fields, FormPost, OwnPage, type PageContext, Pages } from '../frame/index.js';
import { VALUE } from './forms.js';
import { IndicatorEntries, type EntryKind } from './indicator-entries.service.js';
import { GO_FIELD, ValueBody, valuesOf } from './value.page.js';

const MAY = 'assessment.conduct';

const OF_A_VALUE: EntryKind<ValueRequest> = {
  form: VALUE,
  may: mayEnterValues,
  storedIn: ({ entry }) => entry,
  first: (ctx, { entry }) => valuesOf(ctx, entry),
  body: (props) => {
    const { work, indicator, entry } = props.screen;
    return ValueBody({ ...props, isOpen: isValueOpen(work.record.state, indicator, entry) });
  },
};

/** The authority enters values with their evidence. */
@Pages()
export class ValueEntries {
  constructor(
    private readonly entries: IndicatorEntries,
    private readonly values: ValuesService,
  ) {}

  /** The form of a value. */
  @OwnPage('desk/assessments/:id/values/:indicator', MAY)
  show(@Ctx() ctx: PageContext, @Id() id: string, @Param('indicator') code: string): Promise<HtmlText> {
    return this.entries.show(OF_A_VALUE, { ctx, id, code });
  }

  /** Enters the value, and goes back to the assessment or on to the next indicator without one. */
  @FormPost('desk/assessments/:id/values/:indicator', MAY)
  enter(
    @Ctx() ctx: PageContext,
    @Id() id: string,
    @Param('indicator') code: string,
    @Fields() body: FormBody,
  ): Promise<HtmlText> {
    return this.entries.post(OF_A_VALUE, { ctx, id, code }, body, async ({ wanted, version, screen }) => {
      await this.values.enter(id, code, wanted, ctx.by, version);
      const { unsettled } = screen.work.outstanding;
      const next = body.get(GO_FIELD) === 'next' ? nextOf(unsettled, code) : undefined;
      const path = `/desk/assessments/${id}`;
      return next === undefined ? `${ctx.url(path)}#indicators` : ctx.url(`${path}/values/${next}`);
    });
  }
}

/** The next indicator without an entry, in the order of the methodology, from the first again after the last. */
function nextOf(unsettled: readonly string[], code: string): string | undefined {
  const at = unsettled.indexOf(code);
  return [...unsettled.slice(at + 1), ...unsettled.slice(0, Math.max(at, 0))].find((one) => one !== code);
}
