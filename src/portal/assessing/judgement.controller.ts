import { Param } from '@nestjs/common';
import { isJudgementOpen, mayJudge, ValuesService, type StoredJudgement } from '../../assessments/index.js';
import { Id, type FormBody, type HtmlText } from '../../platform/http/index.js';
import { permit } from '../../platform/kernel/index.js';
import { exactNumber } from '../assessments/numbers.js';
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
import { JUDGEMENT } from './forms.js';
import { JudgementBody } from './judgement.page.js';
import { crumbsOf } from './parts.js';
import { versionOfPart } from './seen.js';

const MAY = 'assessment.judge';

/** Assessors judge, each in the seat of his membership. */
@Pages()
export class JudgementEntries {
  constructor(
    private readonly screens: AssessingScreens,
    private readonly values: ValuesService,
  ) {}

  /** The form of a score, with what this assessor gave before. */
  @OwnPage('desk/assessments/:id/judgements/:indicator', MAY)
  async show(@Ctx() ctx: PageContext, @Id() id: string, @Param('indicator') code: string): Promise<HtmlText> {
    const screen = await this.#screen(ctx, id, code);
    const own = ownOf(screen);
    const first = own && { score: exactNumber(ctx, own.score), grounds: own.grounds };
    return this.#page(ctx, screen, emptyForm(ctx, JUDGEMENT, first));
  }

  /** Records the score. */
  @FormPost('desk/assessments/:id/judgements/:indicator', MAY)
  judge(
    @Ctx() ctx: PageContext,
    @Id() id: string,
    @Param('indicator') code: string,
    @Fields() body: FormBody,
  ): Promise<HtmlText> {
    return formAnswer(
      { ctx, form: JUDGEMENT, body },
      async () => {
        const screen = await this.#screen(ctx, id, code);
        const version = versionOfPart(body, ownOf(screen), screen.work.version);
        await this.values.judge(id, code, JUDGEMENT.read(body), ctx.by, version);
        return seeOther(`${ctx.url(`/desk/assessments/${id}`)}#next`);
      },
      async (filled) => this.#page(ctx, await this.#screen(ctx, id, code), filled),
    );
  }

  async #screen(ctx: PageContext, id: string, code: string): Promise<IndicatorScreen> {
    const screen = await this.screens.indicator(id, code, ctx.by);
    permit(mayJudge(ctx.by, screen.work.scope));
    return screen;
  }

  #page(ctx: PageContext, screen: IndicatorScreen, filled: FilledForm): HtmlText {
    const { work, names, indicator, entry } = screen;
    const { record } = work;
    const title = ctx.text(indicator.name);
    const breadcrumbs = crumbsOf({ ctx, names, record, id: record.id }, title);
    const isOpen = isJudgementOpen(record.state, indicator, entry);
    const body = JudgementBody({ ctx, screen, filled, own: ownOf(screen), isOpen });
    return page(ctx, { title, unlisted: true, breadcrumbs }, body, filled.status);
  }
}

function ownOf({ work, indicator }: IndicatorScreen): StoredJudgement | undefined {
  return work.own.find((one) => one.indicator === indicator.code);
}
