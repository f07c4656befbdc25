import { Param } from '@nestjs/common';
import { isDisputeOpen, mayDispute, ValuesService, type ValueDisputeRequest } from '../../assessments/index.js';
import { Id, type FormBody, type HtmlText } from '../../platform/http/index.js';
import { bilingualValues } from '../desk/index.js';
import { Ctx, Fields, FormPost, OwnPage, type PageContext, Pages } from '../frame/index.js';
import { DisputeBody } from './dispute.page.js';
import { DISPUTE } from './forms.js';
import { IndicatorEntries, type EntryKind } from './indicator-entries.service.js';

const MAY = 'assessment.dispute';

const OF_A_DISPUTE: EntryKind<ValueDisputeRequest> = {
  form: DISPUTE,
  may: mayDispute,
  storedIn: ({ entry }) => entry,
  first: (_ctx, { entry }) => bilingualValues('text', entry?.dispute?.text ?? null),
  body: (props) => {
    const { work, entry } = props.screen;
    return DisputeBody({ ...props, isOpen: isDisputeOpen(work.record.state, entry) });
  },
};

/** The assessed body disputes single values; it never enters its own. */
@Pages()
export class DisputeEntries {
  constructor(
    private readonly entries: IndicatorEntries,
    private readonly values: ValuesService,
  ) {}

  /** The value, and the form of a dispute. */
  @OwnPage('desk/assessments/:id/disputes/:indicator', MAY)
  show(@Ctx() ctx: PageContext, @Id() id: string, @Param('indicator') code: string): Promise<HtmlText> {
    return this.entries.show(OF_A_DISPUTE, { ctx, id, code });
  }

  /** Records what the body says against the value. */
  @FormPost('desk/assessments/:id/disputes/:indicator', MAY)
  dispute(
    @Ctx() ctx: PageContext,
    @Id() id: string,
    @Param('indicator') code: string,
    @Fields() body: FormBody,
  ): Promise<HtmlText> {
    return this.entries.post(OF_A_DISPUTE, { ctx, id, code }, body, async ({ wanted, version }) => {
      await this.values.dispute(id, code, wanted.text, ctx.by, version);
      return `${ctx.url(`/desk/assessments/${id}`)}#indicators`;
    });
  }
}
