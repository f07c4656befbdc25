import { CommentFilesQueries, CommentsQueries } from '../../comments/index.js';
import { Appeals, ConcealmentsQueries, mayAppeal } from '../../moderation/index.js';
import { Id, versionOf, type FormBody, type HtmlText } from '../../platform/http/index.js';
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
  versionIn,
} from '../frame/index.js';
import { AppealBody } from './appeal.page.js';
import { APPEAL } from './concealment-forms.js';

const MAY = 'comment.appeal';

/** The author of a hidden comment reads why, and appeals. */
@Pages()
export class AppealPages {
  constructor(
    private readonly appeals: Appeals,
    private readonly queries: ConcealmentsQueries,
    private readonly comments: CommentsQueries,
    private readonly files: CommentFilesQueries,
  ) {}

  /** What was decided, and the form. */
  @OwnPage('account/comments/:id/appeal', MAY)
  show(@Ctx() ctx: PageContext, @Id() id: string): Promise<HtmlText> {
    return this.#page(ctx, id, emptyForm(ctx, APPEAL));
  }

  /** Records the appeal. */
  @FormPost('account/comments/:id/appeal', MAY)
  appeal(@Ctx() ctx: PageContext, @Id() id: string, @Fields() body: FormBody): Promise<HtmlText> {
    return formAnswer(
      { ctx, form: APPEAL, body },
      async () => {
        await this.appeals.appeal(id, APPEAL.read(body).grounds, ctx.by, versionIn(body));
        return seeOther(ctx.url('/account/comments', { done: 'appealed' }));
      },
      (filled) => this.#page(ctx, id, filled),
    );
  }

  async #page(ctx: PageContext, id: string, filled: FilledForm): Promise<HtmlText> {
    const comment = await this.comments.one(id, ctx.by);
    // Only the author is given the receipt.
    permit(mayAppeal(ctx.by, { accountId: comment.receipt ? ctx.by.accountId : null }));
    const concealment = await this.queries.one(id, ctx.by);
    const files = await this.files.of(id, ctx.by);
    const title = ctx.t('portal.moderation.author.title');
    const breadcrumbs = [
      { text: ctx.t('portal.account.title'), href: ctx.url('/account') },
      { text: ctx.t('portal.account.comments.title'), href: ctx.url('/account/comments') },
      { text: title },
    ];
    const body = AppealBody({ ctx, comment, files, concealment, version: versionOf(concealment), filled });
    return page(ctx, { title, unlisted: true, breadcrumbs }, body, filled.status);
  }
}
