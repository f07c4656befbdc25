import { FollowUpsQueries, FollowUpsService } from '../../follow-ups/index.js';
import { Id, versionOf, type FormBody, type HtmlText } from '../../platform/http/index.js';
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
import { VERIFICATION, VerificationBody } from './follow-up.page.js';

const VERIFY = 'follow-up.verify';

/** The council says what it found of a measure. */
@Pages()
export class VerificationController {
  constructor(
    private readonly followUps: FollowUpsService,
    private readonly queries: FollowUpsQueries,
  ) {}

  /** The measure, what the body reported, and the form of the verdict. */
  @OwnPage('desk/follow-ups/:id', VERIFY)
  show(@Ctx() ctx: PageContext, @Id() id: string): Promise<HtmlText> {
    return this.#page(ctx, id, emptyForm(ctx, VERIFICATION));
  }

  /** Records the verdict. */
  @FormPost('desk/follow-ups/:id', VERIFY)
  verify(@Ctx() ctx: PageContext, @Id() id: string, @Fields() body: FormBody): Promise<HtmlText> {
    return formAnswer(
      { ctx, form: VERIFICATION, body },
      async () => {
        await this.followUps.verify(id, VERIFICATION.read(body), ctx.by, versionIn(body));
        return seeOther(ctx.url('/desk'));
      },
      (filled) => this.#page(ctx, id, filled),
    );
  }

  async #page(ctx: PageContext, id: string, filled: FilledForm): Promise<HtmlText> {
    const followUp = await this.queries.one(id, ctx.by);
    const title = ctx.t('portal.desk.verify.title');
    const breadcrumbs = [{ text: ctx.t('portal.desk.title'), href: ctx.url('/desk') }, { text: title }];
    const body = VerificationBody({ ctx, followUp, version: versionOf(followUp), filled });
    return page(ctx, { title, unlisted: true, breadcrumbs }, body, filled.status);
  }
}
