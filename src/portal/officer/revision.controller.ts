import {
  AnswerProvisions,
  CommentFilesQueries,
  CommentsQueries,
  CommentsService,
  type CommentResponse,
} from '../../comments/index.js';
import { Id, versionOf, type FormBody, type HtmlText } from '../../platform/http/index.js';
import { answersTo } from '../comments/answer-link.js';
import { bilingualValues, headOfWork, OwnConsultations } from '../desk/index.js';
import {
  Ctx,
  Fields,
  FilledForm,
  type FirstValues,
  formAnswer,
  FormPost,
  OwnPage,
  page,
  type PageContext,
  Pages,
  seeOther,
  versionIn,
} from '../frame/index.js';
import { REVISION, RevisionBody } from './revision.page.js';

const MAY = 'comment.answer';

/** The body changes an answer it gave. */
@Pages()
export class RevisionController {
  constructor(
    private readonly comments: CommentsService,
    private readonly queries: CommentsQueries,
    private readonly files: CommentFilesQueries,
    private readonly own: OwnConsultations,
    private readonly provisions: AnswerProvisions,
  ) {}

  /** The comment, and the answer that stands as the first values of the form. */
  @OwnPage('desk/comments/:id/revision', MAY)
  show(@Ctx() ctx: PageContext, @Id() id: string): Promise<HtmlText> {
    return this.#page(ctx, id);
  }

  /** Puts the new answer in the place of the one that stands. */
  @FormPost('desk/comments/:id/revision', MAY)
  revise(@Ctx() ctx: PageContext, @Id() id: string, @Fields() body: FormBody): Promise<HtmlText> {
    return formAnswer(
      { ctx, form: REVISION, body },
      async () => {
        await this.comments.revise(id, REVISION.read(body), ctx.by, versionIn(body));
        return seeOther(ctx.url(`/desk/comments/${id}`));
      },
      (filled) => this.#page(ctx, id, filled),
    );
  }

  async #page(ctx: PageContext, id: string, again?: FilledForm): Promise<HtmlText> {
    const comment = await this.queries.one(id, ctx.by);
    const consultation = await this.own.one(ctx, comment.consultationId, MAY);
    const { answer } = comment;
    const filled = again ?? new FilledForm(ctx, REVISION, firstOf(answer));
    const title = ctx.t('portal.desk.revision.title', { number: comment.number });
    const earlier = await this.queries.earlierOf([comment]);
    const [linked, offered, files] = await Promise.all([
      this.provisions.of(answersTo([comment], earlier)),
      this.provisions.offered(consultation.id, answer?.provisionId),
      this.files.of(id, ctx.by),
    ]);
    const answers = { earlier: earlier.get(id) ?? [], linked, offered };
    const shown = { consultation, comment, files, ...answers, version: versionOf(comment), filled };
    const above = {
      text: ctx.t('portal.desk.answer.title', { number: comment.number }),
      href: ctx.url(`/desk/comments/${id}`),
    };
    const head = headOfWork(ctx, consultation, title, above);
    return page(ctx, head, RevisionBody({ ctx, ...shown }), filled.status);
  }
}

/** The answer that stands, as the first values of the form. */
function firstOf(answer: CommentResponse['answer']): FirstValues {
  if (answer === null) return {};
  const { outcome, reasons, provisionId } = answer;
  return { outcome, ...bilingualValues('reasons', reasons), provisionId: provisionId ?? undefined };
}
