import { CommentFilesQueries } from '../../comments/index.js';
import { ConsultationsQueries, mayAct } from '../../consultations/index.js';
import { Id, PageQuery, type HtmlText } from '../../platform/http/index.js';
import { permit } from '../../platform/kernel/index.js';
import { Ctx, Filters, OwnPage, page, type PageContext, Pages } from '../frame/index.js';
import { DeskCommentsBody } from './desk-comments.page.js';
import { DeskCommentsQueries } from './desk-comments.queries.js';

/** Where an officer finds a comment, answered or not, to hide it. */
@Pages()
export class DeskCommentsPages {
  constructor(
    private readonly consultations: ConsultationsQueries,
    private readonly comments: DeskCommentsQueries,
    private readonly files: CommentFilesQueries,
  ) {}

  /** All of one discussion, in the order of acceptance. */
  @OwnPage('desk/consultations/:id/comments', 'comment.conceal')
  async list(@Ctx() ctx: PageContext, @Id() id: string, @Filters(PageQuery) { after }: PageQuery): Promise<HtmlText> {
    const consultation = await this.consultations.one(id);
    permit(mayAct(ctx.by, 'comment.conceal', consultation));
    const { items, next } = await this.comments.list(id, after);
    const files = await this.files.ofRead(items);
    const title = ctx.t('portal.moderation.desk.all');
    const breadcrumbs = [
      { text: ctx.t('portal.desk.title'), href: ctx.url('/desk') },
      { text: ctx.text(consultation.title), href: ctx.url(`/desk/consultations/${id}`) },
      { text: title },
    ];
    const head = { title, unlisted: true, breadcrumbs };
    return page(ctx, head, DeskCommentsBody({ ctx, consultation, items, files, next, after }));
  }
}
