import { CommentFilesQueries, CommentsQueries, CommentsService, DisowningRequest } from '../../comments/index.js';
import { ConsultationsQueries } from '../../consultations/index.js';
import { ConcealmentsQueries } from '../../moderation/index.js';
import { Id, PageQuery, type FormBody, type HtmlText } from '../../platform/http/index.js';
import {
  Ctx,
  Fields,
  Filters,
  FormOf,
  FormPost,
  OwnPage,
  page,
  type PageContext,
  Pages,
  seeOther,
  versionIn,
} from '../frame/index.js';
import { doneIn, headBelow } from './account-heads.js';
import { MyCommentsBody } from './my-comments.page.js';

/** Comments on one page: each can be long, and phones are slow. */
const SHOWN = 20;

const DISOWNING = new FormOf(DisowningRequest);

/** What somebody said in discussions, and what was answered. */
@Pages()
export class MyCommentsController {
  constructor(
    private readonly queries: CommentsQueries,
    private readonly comments: CommentsService,
    private readonly files: CommentFilesQueries,
    private readonly consultations: ConsultationsQueries,
    private readonly concealments: ConcealmentsQueries,
  ) {}

  /** The latest first. */
  @OwnPage('account/comments', 'account.self')
  async list(@Ctx() ctx: PageContext, @Filters(PageQuery) query: PageQuery): Promise<HtmlText> {
    const { after } = query;
    const { items, next } = await this.queries.mine(ctx.by, SHOWN, after);
    const [heads, concealments, files] = await Promise.all([
      this.consultations.headsOf(items.map(({ consultationId }) => consultationId)),
      this.concealments.ofComments(
        items.map(({ id }) => id),
        ctx.by,
      ),
      this.files.ofRead(items),
    ]);
    const done = doneIn(ctx, 'withdrawn', 'disowned', 'appealed');
    const head = headBelow(ctx, 'portal.account.comments.title');
    return page(ctx, head, MyCommentsBody({ ctx, items, next, after, heads, concealments, files, done }));
  }

  /** Says of one that somebody else wrote it. */
  @FormPost('account/comments/:id/disowning', 'comment.disown')
  async disown(@Ctx() ctx: PageContext, @Id() id: string, @Fields() body: FormBody): Promise<HtmlText> {
    await this.comments.disown(id, DISOWNING.read(body).reason, ctx.by);
    return seeOther(ctx.url('/account/comments', { done: 'disowned' }));
  }

  /** Takes one back. */
  @FormPost('account/comments/:id/withdrawal', 'comment.withdraw')
  async withdraw(@Ctx() ctx: PageContext, @Id() id: string, @Fields() body: FormBody): Promise<HtmlText> {
    await this.comments.withdraw(id, ctx.by, versionIn(body));
    return seeOther(ctx.url('/account/comments', { done: 'withdrawn' }));
  }
}
