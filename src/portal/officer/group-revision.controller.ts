import { CommentGroupsQueries, CommentGroupsService } from '../../comment-groups/index.js';
import { AnswerProvisions } from '../../comments/index.js';
import { ConsultationsQueries, mayAct } from '../../consultations/index.js';
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
import { GroupRevisionBody } from './group-revision.page.js';
import { REVISION } from './revision.page.js';

const MAY = 'comment.answer';

/** The body changes all answers of a group at once. */
@Pages()
export class GroupRevisionController {
  constructor(
    private readonly consultations: ConsultationsQueries,
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
    const consultation = await this.consultations.one(id);
    permit(mayAct(ctx.by, MAY, consultation));
    const group = await this.groups.one(id, groupId, ctx.by);
    const title = ctx.t('portal.desk.groups.revision');
    const work = `/desk/consultations/${id}`;
    const breadcrumbs = [
      { text: ctx.t('portal.desk.title'), href: ctx.url('/desk') },
      { text: ctx.text(consultation.title), href: ctx.url(work) },
      { text: ctx.t('portal.groups.one'), href: ctx.url(`${work}/groups/${groupId}`) },
      { text: title },
    ];
    const offered = await this.provisions.offered(id);
    const body = GroupRevisionBody({ ctx, consultation, group, version: versionOf(group), offered, filled });
    return page(ctx, { title, unlisted: true, breadcrumbs }, body, filled.status);
  }
}
