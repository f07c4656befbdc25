import { WorkListsQueries } from '../../assignments/index.js';
import {
  AnswerProvisions,
  CommentFilesQueries,
  CommentsQueries,
  CommentsService,
  type CommentResponse,
} from '../../comments/index.js';
import { DraftsQueries, firstVersionFor } from '../../consultations/index.js';
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
import { ANSWER, AnswerBody } from './answer.page.js';
import { UnansweredQueries } from './unanswered.queries.js';

const MAY = 'comment.answer';

/** The body answers comments, one after the other. */
@Pages()
export class AnswerController {
  constructor(
    private readonly comments: CommentsService,
    private readonly queries: CommentsQueries,
    private readonly own: OwnConsultations,
    private readonly drafts: DraftsQueries,
    private readonly unanswered: UnansweredQueries,
    private readonly workLists: WorkListsQueries,
    private readonly files: CommentFilesQueries,
    private readonly provisions: AnswerProvisions,
  ) {}

  /** A comment and the form of its answer. */
  @OwnPage('desk/comments/:id', MAY)
  show(@Ctx() ctx: PageContext, @Id() id: string): Promise<HtmlText> {
    return this.#page(ctx, id, emptyForm(ctx, ANSWER));
  }

  /** Records the answer and goes on to the next comment without one. */
  @FormPost('desk/comments/:id', MAY)
  answer(@Ctx() ctx: PageContext, @Id() id: string, @Fields() body: FormBody): Promise<HtmlText> {
    return formAnswer(
      { ctx, form: ANSWER, body },
      async () => {
        await this.comments.answer(id, ANSWER.read(body), ctx.by, versionIn(body));
        return seeOther(await this.#next(ctx, id));
      },
      (filled) => this.#page(ctx, id, filled),
    );
  }

  /** Where the work goes on: at the next comment that waits, of those that are his for who comes from his own list. */
  async #next(ctx: PageContext, id: string): Promise<string> {
    const { consultationId, number } = await this.queries.one(id, ctx.by);
    const mine = ofMine(ctx);
    const next = await (mine.assigned
      ? this.workLists.nextOfMine(consultationId, number, ctx.by)
      : this.unanswered.after(consultationId, number));
    if (next !== undefined) return ctx.url(`/desk/comments/${next}`, mine);
    return ctx.url(`/desk/consultations/${consultationId}`);
  }

  async #page(ctx: PageContext, id: string, filled: FilledForm): Promise<HtmlText> {
    const comment = await this.queries.one(id, ctx.by);
    const consultation = await this.own.one(ctx, comment.consultationId, MAY);
    const [provision, unanswered, files, offered] = await Promise.all([
      this.#provision(comment, firstVersionFor(ctx.by, consultation)),
      this.unanswered.count(consultation.id),
      this.files.of(comment.id, ctx.by),
      this.provisions.offered(consultation.id, comment.answer?.provisionId),
    ]);
    const title = ctx.t('portal.desk.answer.title', { number: comment.number });
    const version = versionOf(comment);
    const shown = { comment, provision, version, offered, unanswered, files, filled, query: ofMine(ctx) };
    const body = AnswerBody({ ctx, consultation, ...shown });
    return page(ctx, headOfWork(ctx, consultation, title), body, filled.status);
  }

  /** The provision as it was worded when the comment was written. */
  async #provision({ consultationId, provisionId, versionNumber }: CommentResponse, firstVersion: number) {
    if (provisionId === null || versionNumber === null) return undefined;
    const { provisions } = await this.drafts.draft(consultationId, versionNumber, firstVersion);
    return provisions.find(({ id }) => id === provisionId);
  }
}

function ofMine({ request }: PageContext): { assigned?: 'me' } {
  const { assigned } = request.query as { assigned?: unknown };
  return assigned === 'me' ? { assigned } : {};
}
