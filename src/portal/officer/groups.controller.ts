import { CommentGroupsQueries, CommentGroupsQuery, CommentGroupsService } from '../../comment-groups/index.js';
import { AnswerProvisions, CommentsQueries, CommentsQuery } from '../../comments/index.js';
import { Id, PageQuery, Repetitions, versionOf, type FormBody, type HtmlText } from '../../platform/http/index.js';
import { type Page } from '../../platform/kernel/index.js';
import type { ShownComment } from '../comments/comment-view.js';
import { headOfWork, OwnConsultations, wayToWork } from '../desk/index.js';
import {
  Ctx,
  emptyForm,
  Fields,
  type FilledForm,
  Filters,
  formAnswer,
  FormPost,
  OwnPage,
  page,
  type PageContext,
  Pages,
  seeOther,
  versionIn,
} from '../frame/index.js';
import { ANSWER } from './answer.page.js';
import {
  AnswerGroupBody,
  MERGER,
  MergerBody,
  SEPARATION,
  SeparationBody,
  type GroupCopies,
  type GroupWorkProps,
} from './group.page.js';
import { GroupsWorkBody } from './groups.page.js';

const ANSWERS = 'comment.answer';
const MAY = 'comment.group';

/** Comments on one page of the form that splits them, and groups that one can be merged into by the form. */
const COPIES = 50;
const OTHERS = 50;

/** The body answers comments of the same text at once, and says which are the same. */
@Pages()
export class GroupsWorkController {
  constructor(
    private readonly own: OwnConsultations,
    private readonly groups: CommentGroupsQueries,
    private readonly service: CommentGroupsService,
    private readonly comments: CommentsQueries,
    private readonly repetitions: Repetitions,
    private readonly provisions: AnswerProvisions,
  ) {}

  /** Groups that wait for an answer. */
  @OwnPage('desk/consultations/:id/groups', ANSWERS)
  async list(@Ctx() ctx: PageContext, @Id() id: string, @Filters(PageQuery) asked: PageQuery): Promise<HtmlText> {
    const consultation = await this.own.one(ctx, id, ANSWERS);
    const query = Object.assign(new CommentGroupsQuery(), asked, { unanswered: true });
    const groups = await this.groups.list(id, query);
    const title = ctx.t('portal.desk.groups.title');
    const body = GroupsWorkBody({ ctx, consultation, groups, after: query.after });
    return page(ctx, { title, unlisted: true, breadcrumbs: wayToWork(ctx, consultation) }, body);
  }

  /** What a group says, and the form of its answer. */
  @OwnPage('desk/consultations/:id/groups/:thing', ANSWERS)
  show(@Ctx() ctx: PageContext, @Id() id: string, @Id('thing') groupId: string): Promise<HtmlText> {
    return this.#answer(ctx, id, groupId, emptyForm(ctx, ANSWER));
  }

  /** Answers all comments of the group that wait, and goes on to the other groups. */
  @FormPost('desk/consultations/:id/groups/:thing', ANSWERS)
  answer(
    @Ctx() ctx: PageContext,
    @Id() consultationId: string,
    @Id('thing') groupId: string,
    @Fields() body: FormBody,
  ): Promise<HtmlText> {
    return formAnswer(
      { ctx, form: ANSWER, body },
      async () => {
        const act = { consultationId, groupId, by: ctx.by, expected: versionIn(body) };
        await this.service.answer(act, ANSWER.read(body));
        return seeOther(ctx.url(`/desk/consultations/${consultationId}/groups`));
      },
      (filled) => this.#answer(ctx, consultationId, groupId, filled),
    );
  }

  /** The form that splits comments off. */
  @OwnPage('desk/consultations/:id/groups/:thing/separation', MAY)
  separation(@Ctx() ctx: PageContext, @Id() id: string, @Id('thing') groupId: string): Promise<HtmlText> {
    return this.#separation(ctx, id, groupId, emptyForm(ctx, SEPARATION));
  }

  /** Splits them off; the new group is next. */
  @FormPost('desk/consultations/:id/groups/:thing/separation', MAY)
  split(
    @Ctx() ctx: PageContext,
    @Id() consultationId: string,
    @Id('thing') groupId: string,
    @Fields() body: FormBody,
  ): Promise<HtmlText> {
    return formAnswer(
      { ctx, form: SEPARATION, body },
      async () => {
        const { comments, reason } = SEPARATION.read(body);
        const act = { consultationId, groupId, by: ctx.by, expected: versionIn(body) };
        const { thing } = await this.repetitions.once(
          ctx.request,
          async () => ({ id: await this.service.split(act, comments, reason) }),
          (made) => this.groups.made(made, ctx.by),
        );
        return seeOther(ctx.url(`/desk/consultations/${consultationId}/groups/${(thing as { id: string }).id}`));
      },
      (filled) => this.#separation(ctx, consultationId, groupId, filled),
    );
  }

  /** The form that merges the group into another. */
  @OwnPage('desk/consultations/:id/groups/:thing/merger', MAY)
  merger(@Ctx() ctx: PageContext, @Id() id: string, @Id('thing') groupId: string): Promise<HtmlText> {
    return this.#merger(ctx, id, groupId, emptyForm(ctx, MERGER));
  }

  /** Merges it; the other group is next. */
  @FormPost('desk/consultations/:id/groups/:thing/merger', MAY)
  merge(
    @Ctx() ctx: PageContext,
    @Id() consultationId: string,
    @Id('thing') groupId: string,
    @Fields() body: FormBody,
  ): Promise<HtmlText> {
    return formAnswer(
      { ctx, form: MERGER, body },
      async () => {
        const { into, reason } = MERGER.read(body);
        await this.service.merge({ consultationId, groupId, by: ctx.by, expected: versionIn(body) }, into, reason);
        return seeOther(ctx.url(`/desk/consultations/${consultationId}/groups/${into}`));
      },
      (filled) => this.#merger(ctx, consultationId, groupId, filled),
    );
  }

  async #answer(ctx: PageContext, id: string, groupId: string, filled: FilledForm): Promise<HtmlText> {
    const props = await this.#work(ctx, id, groupId, filled);
    const offered = await this.provisions.offered(id);
    const body = AnswerGroupBody({ ...props, offered, ...(await this.#copies(ctx, props)) });
    return this.#page(props, ctx.t('portal.groups.one'), body);
  }

  async #separation(ctx: PageContext, id: string, groupId: string, filled: FilledForm): Promise<HtmlText> {
    const props = await this.#work(ctx, id, groupId, filled);
    const body = SeparationBody({ ...props, ...(await this.#copies(ctx, props)) });
    return this.#page(props, ctx.t('portal.desk.groups.separation'), body);
  }

  async #merger(ctx: PageContext, id: string, groupId: string, filled: FilledForm): Promise<HtmlText> {
    const props = await this.#work(ctx, id, groupId, filled);
    const { items } = await this.groups.list(id, Object.assign(new CommentGroupsQuery(), { limit: OTHERS }));
    const body = MergerBody({ ...props, others: items.filter((other) => other.id !== props.group.id) });
    return this.#page(props, ctx.t('portal.desk.groups.merger'), body);
  }

  #page({ ctx, consultation, filled }: GroupWorkProps, title: string, body: ReturnType<typeof MergerBody>): HtmlText {
    const list = {
      text: ctx.t('portal.desk.groups.title'),
      href: ctx.url(`/desk/consultations/${consultation.id}/groups`),
    };
    return page(ctx, headOfWork(ctx, consultation, title, list), body, filled.status);
  }

  async #work(ctx: PageContext, id: string, groupId: string, filled: FilledForm): Promise<GroupWorkProps> {
    const consultation = await this.own.one(ctx, id, ANSWERS);
    const group = await this.groups.one(id, groupId, ctx.by);
    return { ctx, consultation, group, version: versionOf(group), filled };
  }

  async #copies({ request }: PageContext, { consultation, group }: GroupWorkProps): Promise<GroupCopies> {
    const { after } = request.query as { after?: unknown };
    const from = typeof after === 'string' && after !== '' ? after : undefined;
    const wanted = { limit: COPIES, group: group.id, ...(from === undefined ? {} : { after: from }) };
    const answer = await this.comments.list(consultation.id, Object.assign(new CommentsQuery(), wanted));
    const { items, next } = answer.parsed() as Page<ShownComment>;
    return { items, next, after: from };
  }
}
