import { CommentGroupsQueries, CommentGroupsService } from '../../comment-groups/index.js';
import { AnswerProvisions } from '../../comments/index.js';
import { Id, versionOf, type FormBody, type HtmlText } from '../../platform/http/index.js';
import { headOfWork, OwnConsultations } from '../desk/index.js';
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
import { GroupRevisionBody } from './group-revision.page.js';
import { REVISION } from './revision.page.js';

const MAY = 'comment.answer';

/** The body changes all answers of a group at once. */
@Pages()
export class GroupRevisionController {
  constructor(
    private readonly own: OwnConsultations,
    private readonly groups: CommentGroupsQueries,
    private readonly service: CommentGroupsService,
    private readonly provisions: AnswerProvisions,
  ) {}

  /** The form of the new answer. */
  @OwnPage('desk/consultations/:id/groups/:thing/revision', MAY)
  show(@Ctx() ctx: PageContext, @Id() id: string, @Id('thing') groupId: string): Promise<HtmlText> {
    return this.#page(ctx, id, groupId, emptyForm(ctx, REVISION));
  }

  /** Puts the new answer in the place of the others. */
  @FormPost('desk/consultations/:id/groups/:thing/revision', MAY)
  revise(
    @Ctx() ctx: PageContext,
    @Id() consultationId: string,
    @Id('thing') groupId: string,
    @Fields() body: FormBody,
  ): Promise<HtmlText> {
    return formAnswer(
      { ctx, form: REVISION, body },
      async () => {
        const act = { consultationId, groupId, by: ctx.by, expected: versionIn(body) };
        await this.service.revise(act, REVISION.read(body));
        return seeOther(ctx.url(`/desk/consultations/${consultationId}/groups/${groupId}`));
      },
      (filled) => this.#page(ctx, consultationId, groupId, filled),
    );
  }

  async #page(ctx: PageContext, id: string, groupId: string, filled: FilledForm): Promise<HtmlText> {
    const consultation = await this.own.one(ctx, id, MAY);
    const group = await this.groups.one(id, groupId, ctx.by);
    const title = ctx.t('portal.desk.groups.revision');
    const above = {
      text: ctx.t('portal.groups.one'),
      href: ctx.url(`/desk/consultations/${id}/groups/${groupId}`),
    };
    const offered = await this.provisions.offered(id);
    const body = GroupRevisionBody({ ctx, consultation, group, version: versionOf(group), offered, filled });
    return page(ctx, headOfWork(ctx, consultation, title, above), body, filled.status);
  }
}
