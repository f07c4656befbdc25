import { AssignmentsService, WorkListQuery, WorkListsQueries } from '../../assignments/index.js';
import { Id, type FormBody, type HtmlText } from '../../platform/http/index.js';
import { headOfWork, OwnConsultations } from '../desk/index.js';
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
} from '../frame/index.js';
import { ASSIGNMENT, filtersIn, WorkListBody } from './work-list.page.js';

const MAY = 'comment.answer';

/** Comments on one draft as its officers divide them among themselves. */
@Pages()
export class WorkListController {
  constructor(
    private readonly own: OwnConsultations,
    private readonly workLists: WorkListsQueries,
    private readonly assignments: AssignmentsService,
  ) {}

  /** The comments by filters; those that wait where nothing is asked. */
  @OwnPage('desk/consultations/:id/work-list', MAY)
  show(@Ctx() ctx: PageContext, @Id() id: string, @Filters(WorkListQuery) query: WorkListQuery): Promise<HtmlText> {
    return this.#page(ctx, id, query, emptyForm(ctx, ASSIGNMENT));
  }

  /** Gives the chosen comments to an officer, or to nobody, and shows the same list again. */
  @FormPost('desk/consultations/:id/work-list', MAY)
  assign(
    @Ctx() ctx: PageContext,
    @Id() id: string,
    @Filters(WorkListQuery) query: WorkListQuery,
    @Fields() body: FormBody,
  ): Promise<HtmlText> {
    return formAnswer(
      { ctx, form: ASSIGNMENT, body },
      async () => {
        await this.assignments.assign(id, ASSIGNMENT.read(body), ctx.by);
        return seeOther(ctx.url(`/desk/consultations/${id}/work-list`, filtersIn(query)));
      },
      (filled) => this.#page(ctx, id, query, filled),
    );
  }

  async #page(ctx: PageContext, id: string, query: WorkListQuery, filled: FilledForm): Promise<HtmlText> {
    const consultation = await this.own.one(ctx, id, MAY);
    const [{ items, next }, officers] = await Promise.all([
      this.workLists.list(id, query, ctx.by),
      this.workLists.officers(id, consultation.bodyId),
    ]);
    const title = ctx.t('portal.desk.workList.title');
    const body = WorkListBody({ ctx, consultation, query, items, next, officers, filled });
    return page(ctx, headOfWork(ctx, consultation, title), body, filled.status);
  }
}
