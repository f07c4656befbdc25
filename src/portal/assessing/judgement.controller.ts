import { Param } from '@nestjs/common';
import {
  isJudgementOpen,
  mayJudge,
  ValuesService,
  type JudgementRequest,
  type StoredJudgement,
} from '../../assessments/index.js';
import { Id, type FormBody, type HtmlText } from '../../platform/http/index.js';
import { exactNumber } from '../assessments/numbers.js';
import { Ctx, Fields, FormPost, OwnPage, type PageContext, Pages } from '../frame/index.js';
import type { IndicatorScreen } from './assessing-screens.service.js';
import { JUDGEMENT } from './forms.js';
import { IndicatorEntries, type EntryKind } from './indicator-entries.service.js';
import { JudgementBody } from './judgement.page.js';

const MAY = 'assessment.judge';

const OF_A_JUDGEMENT: EntryKind<JudgementRequest> = {
  form: JUDGEMENT,
  may: mayJudge,
  storedIn: ownOf,
  first: (ctx, screen) => {
    const own = ownOf(screen);
    return own && { score: exactNumber(ctx, own.score), grounds: own.grounds };
  },
  body: (props) => {
    const { work, indicator, entry } = props.screen;
    const isOpen = isJudgementOpen(work.record.state, indicator, entry);
    return JudgementBody({ ...props, own: ownOf(props.screen), isOpen });
  },
};

/** Assessors judge, each in the seat of his membership. */
@Pages()
export class JudgementEntries {
  constructor(
    private readonly entries: IndicatorEntries,
    private readonly values: ValuesService,
  ) {}

  /** The form of a score, with what this assessor gave before. */
  @OwnPage('desk/assessments/:id/judgements/:indicator', MAY)
  show(@Ctx() ctx: PageContext, @Id() id: string, @Param('indicator') code: string): Promise<HtmlText> {
    return this.entries.show(OF_A_JUDGEMENT, { ctx, id, code });
  }

  /** Records the score. */
  @FormPost('desk/assessments/:id/judgements/:indicator', MAY)
  judge(
    @Ctx() ctx: PageContext,
    @Id() id: string,
    @Param('indicator') code: string,
    @Fields() body: FormBody,
  ): Promise<HtmlText> {
    return this.entries.post(OF_A_JUDGEMENT, { ctx, id, code }, body, async ({ wanted, version }) => {
      await this.values.judge(id, code, wanted, ctx.by, version);
      return `${ctx.url(`/desk/assessments/${id}`)}#next`;
    });
  }
}

function ownOf({ work, indicator }: IndicatorScreen): StoredJudgement | undefined {
  return work.own.find((one) => one.indicator === indicator.code);
}
