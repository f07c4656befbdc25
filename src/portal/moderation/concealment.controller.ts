import { CommentFilesQueries, CommentsQueries } from '../../comments/index.js';
import { Concealments, ConcealmentsQueries } from '../../moderation/index.js';
import { Id, versionOf, type FormBody, type HtmlText } from '../../platform/http/index.js';
import { headOfWork, OwnConsultations, refused } from '../desk/index.js';
import {
  Ctx,
  Fields,
  formAnswer,
  FormPost,
  OwnPage,
  page,
  type PageContext,
  Pages,
  seeOther,
  versionIn,
} from '../frame/index.js';
import { CONCEALMENT, REVERSAL } from './concealment-forms.js';
import { ConcealmentBody, type ConcealmentProps } from './concealment.page.js';

const MAY = 'comment.conceal';

/** An officer hides a comment from the public, and shows it again. */
@Pages()
export class ConcealmentPages {
  constructor(
    private readonly concealments: Concealments,
    private readonly queries: ConcealmentsQueries,
    private readonly comments: CommentsQueries,
    private readonly files: CommentFilesQueries,
    private readonly own: OwnConsultations,
  ) {}

  /** The comment, what was decided on it, and the form of what may be done. */
  @OwnPage('desk/comments/:id/concealment', MAY)
  show(@Ctx() ctx: PageContext, @Id() id: string): Promise<HtmlText> {
    return this.#page(ctx, id);
  }

  /** Hides it. */
  @FormPost('desk/comments/:id/concealment', MAY)
  conceal(@Ctx() ctx: PageContext, @Id() id: string, @Fields() body: FormBody): Promise<HtmlText> {
    return formAnswer(
      { ctx, form: CONCEALMENT, body },
      async () => {
        await this.concealments.conceal(id, CONCEALMENT.read(body), ctx.by, versionIn(body));
        return seeOther(ctx.url(`/desk/comments/${id}/concealment`));
      },
      (concealment) => this.#page(ctx, id, { concealment }),
    );
  }

  /** Where a reader is taken who opens the address of the form. */
  @OwnPage('desk/comments/:id/reversal', MAY)
  back(@Ctx() ctx: PageContext, @Id() id: string): HtmlText {
    return seeOther(ctx.url(`/desk/comments/${id}/concealment`));
  }

  /** Shows it again. */
  @FormPost('desk/comments/:id/reversal', MAY)
  reverse(@Ctx() ctx: PageContext, @Id() id: string, @Fields() body: FormBody): Promise<HtmlText> {
    return formAnswer(
      { ctx, form: REVERSAL, body },
      async () => {
        await this.concealments.reverse(id, REVERSAL.read(body).reasons, ctx.by, versionIn(body));
        return seeOther(ctx.url(`/desk/comments/${id}/concealment`));
      },
      (reversal) => this.#page(ctx, id, { reversal }),
    );
  }

  async #page(ctx: PageContext, id: string, forms: ConcealmentProps['forms'] = {}): Promise<HtmlText> {
    const comment = await this.comments.one(id, ctx.by);
    const consultation = await this.own.one(ctx, comment.consultationId, MAY);
    const concealment = (await this.queries.ofComments([id], ctx.by)).get(comment.id);
    const files = await this.files.of(id, ctx.by);
    const versions = { comment: versionOf(comment), concealment: concealment && versionOf(concealment) };
    const title = ctx.t('portal.moderation.desk.title', { number: comment.number });
    const body = ConcealmentBody({ ctx, consultation, comment, files, concealment, versions, forms });
    return page(ctx, headOfWork(ctx, consultation, title), body, refused(forms)?.status);
  }
}
