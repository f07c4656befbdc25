import { CommentFilesQueries } from '../../comments/index.js';
import { Id, PageQuery, type HtmlText } from '../../platform/http/index.js';
import { headOfWork, OwnConsultations } from '../desk/index.js';
import { Ctx, Filters, OwnPage, page, type PageContext, Pages } from '../frame/index.js';
import { DeskCommentsBody } from './desk-comments.page.js';
import { DeskCommentsQueries } from './desk-comments.queries.js';

/** Where an officer finds a comment, answered or not, to hide it. */
@Pages()
export class DeskCommentsPages {
  constructor(
    private readonly own: OwnConsultations,
    private readonly comments: DeskCommentsQueries,
    private readonly files: CommentFilesQueries,
  ) {}

  /** All of one discussion, in the order of acceptance. */
  @OwnPage('desk/consultations/:id/comments', 'comment.conceal')
  async list(@Ctx() ctx: PageContext, @Id() id: string, @Filters(PageQuery) { after }: PageQuery): Promise<HtmlText> {
    const consultation = await this.own.one(ctx, id, 'comment.conceal');
    const { items, next } = await this.comments.list(id, after);
    const files = await this.files.ofRead(items);
    const title = ctx.t('portal.moderation.desk.all');
    const head = headOfWork(ctx, consultation, title);
    return page(ctx, head, DeskCommentsBody({ ctx, consultation, items, files, next, after }));
  }
}
