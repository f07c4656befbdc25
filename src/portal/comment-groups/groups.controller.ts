import { CommentGroupsQueries, CommentGroupsQuery } from '../../comment-groups/index.js';
import {
  AnswerProvisions,
  CommentFilesQueries,
  CommentsQueries,
  CommentsQuery,
  QuotesQueries,
} from '../../comments/index.js';
import { ConsultationsQueries, maySee, type ConsultationRead } from '../../consultations/index.js';
import { Id, PageQuery, type HtmlText } from '../../platform/http/index.js';
import { ANONYMOUS, permit, type Page } from '../../platform/kernel/index.js';
import { answersTo } from '../comments/answer-link.js';
import type { ListedComment } from '../comments/comment-view.js';
import { standingsOf } from '../comments/quote-standings.js';
import { Ctx, Filters, page, type PageContext, Pages, PublicPage } from '../frame/index.js';
import { GroupBody } from './group.page.js';
import { GroupsBody } from './groups.page.js';

/** A single comment is no group to a reader. */
const LEAST = 2;

/** Comments of the same text, for everybody. */
@Pages()
export class GroupsController {
  constructor(
    private readonly consultations: ConsultationsQueries,
    private readonly groups: CommentGroupsQueries,
    private readonly comments: CommentsQueries,
    private readonly files: CommentFilesQueries,
    private readonly quotes: QuotesQueries,
    private readonly provisions: AnswerProvisions,
  ) {}

  /** Groups of a discussion, the largest first. */
  @PublicPage('consultations/:id/groups')
  async list(@Ctx() ctx: PageContext, @Id() id: string, @Filters(PageQuery) asked: PageQuery): Promise<HtmlText> {
    const consultation = await this.#published(id);
    const query = Object.assign(new CommentGroupsQuery(), asked, { atLeast: LEAST });
    const groups = await this.groups.list(id, query);
    const title = ctx.t('portal.groups.title');
    const head = { title: `${title}: ${ctx.text(consultation.title)}`, breadcrumbs: crumbs(ctx, consultation) };
    return page(ctx, head, GroupsBody({ ctx, consultation, query, groups }));
  }

  /** A group with its copies in the order of acceptance. */
  @PublicPage('consultations/:id/groups/:thing')
  async show(
    @Ctx() ctx: PageContext,
    @Id() id: string,
    @Id('thing') groupId: string,
    @Filters(PageQuery) asked: PageQuery,
  ): Promise<HtmlText> {
    const consultation = await this.#published(id);
    const group = await this.groups.one(id, groupId, ANONYMOUS);
    const query = Object.assign(new CommentsQuery(), asked, { group: groupId });
    const { items, next } = (await this.comments.list(id, query)).parsed() as Page<ListedComment>;
    const [earlier, files, latest] = await Promise.all([
      this.comments.earlierOf(items),
      this.files.ofRead(items),
      this.quotes.latest(items),
    ]);
    const linked = await this.provisions.of(answersTo(items, earlier));
    const title = ctx.t('portal.groups.one');
    const breadcrumbs = [
      ...crumbs(ctx, consultation),
      { text: ctx.t('portal.groups.title'), href: ctx.url(`/consultations/${id}/groups`) },
    ];
    const head = { title: `${title}: ${ctx.text(consultation.title)}`, breadcrumbs };
    const standings = standingsOf(items, latest);
    const shown = { items, after: query.after, next, earlier, linked, files, standings };
    return page(ctx, head, GroupBody({ ctx, consultation, group, ...shown }));
  }

  async #published(id: string): Promise<ConsultationRead> {
    const consultation = await this.consultations.one(id);
    permit(maySee(ANONYMOUS, consultation));
    return consultation;
  }
}

function crumbs(ctx: PageContext, { id, title }: ConsultationRead) {
  return [
    { text: ctx.t('portal.nav.consultations'), href: ctx.url('/consultations') },
    { text: ctx.text(title), href: ctx.url(`/consultations/${id}`) },
  ];
}
