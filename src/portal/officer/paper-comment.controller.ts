import { ConsultationsQueries, DraftsQueries, firstVersionFor, maySee } from '../../consultations/index.js';
import { mayEnterComment, PaperComments, PaperCommentsQueries } from '../../paper-comments/index.js';
import { Id, Repetitions, type FormBody, type HtmlText } from '../../platform/http/index.js';
import { permit } from '../../platform/kernel/index.js';
import { headOfWork, wayToWork } from '../desk/index.js';
import { FormFiles } from '../files/form-files.service.js';
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
} from '../frame/index.js';
import { EnteredBody, PAPER_COMMENT, PaperCommentBody } from './paper-comment.page.js';

const MAY = 'comment.enter';

/** An officer enters a comment that came on paper or by e-mail. */
@Pages()
export class PaperCommentController {
  constructor(
    private readonly letters: PaperComments,
    private readonly queries: PaperCommentsQueries,
    private readonly consultations: ConsultationsQueries,
    private readonly drafts: DraftsQueries,
    private readonly formFiles: FormFiles,
    private readonly repetitions: Repetitions,
  ) {}

  /** The form in which it is entered. */
  @OwnPage('desk/consultations/:id/paper-comment', MAY)
  show(@Ctx() ctx: PageContext, @Id() id: string): Promise<HtmlText> {
    return this.#page(ctx, id, emptyForm(ctx, PAPER_COMMENT, { language: ctx.lang }));
  }

  /** Enters it; the day of receipt decides whether it came in time (K8). */
  @FormPost('desk/consultations/:id/paper-comment', MAY, { files: true })
  async enter(@Ctx() ctx: PageContext, @Id() id: string, @Fields() sent: FormBody): Promise<HtmlText> {
    const { body, problem } = await this.formFiles.kept(sent, ctx.by, 'scanId', { one: true });
    return formAnswer(
      { ctx, form: PAPER_COMMENT, body },
      async () => {
        if (problem) throw problem;
        const wanted = PAPER_COMMENT.read(body);
        const make = async (): Promise<{ id: string }> => ({ id: await this.letters.enter(id, wanted, ctx.by) });
        const { thing } = await this.repetitions.once(ctx.request, make, (made) => Promise.resolve({ id: made }));
        return seeOther(ctx.url(`/desk/paper-comments/${(thing as { id: string }).id}`));
      },
      (filled) => this.#page(ctx, id, filled),
    );
  }

  /** The letter with the receipt that its author is told. */
  @OwnPage('desk/paper-comments/:id', MAY)
  async entered(@Ctx() ctx: PageContext, @Id() id: string): Promise<HtmlText> {
    const letter = await this.queries.one(id, ctx.by);
    const breadcrumbs = wayToWork(ctx, await this.consultations.one(letter.consultationId));
    const head = { title: ctx.t('portal.desk.paperComment.letter'), unlisted: true, breadcrumbs };
    return page(ctx, head, EnteredBody({ ctx, letter }));
  }

  async #page(ctx: PageContext, id: string, filled: FilledForm): Promise<HtmlText> {
    const consultation = await this.consultations.one(id);
    permit(maySee(ctx.by, consultation));
    permit(mayEnterComment(ctx.by, consultation));
    const first = firstVersionFor(ctx.by, consultation);
    const { provisions } = await this.drafts.draft(id, consultation.currentVersion, first);
    const files = await this.formFiles.waiting(ctx.by, [filled.value('scanId') ?? '']);
    const title = ctx.t('portal.desk.paperComment.title');
    const body = PaperCommentBody({ ctx, consultation, provisions, filled, files });
    return page(ctx, headOfWork(ctx, consultation, title), body, filled.status);
  }
}
