import { CommentDrafts, CommentDraftsQueries, type CommentDraftResponse } from '../../comment-drafts/index.js';
import { CommentsService, firstReceiptIn, type CommentRequest } from '../../comments/index.js';
import { Arrived, Id, type Arrival, type FormBody, type HtmlText } from '../../platform/http/index.js';
import { Problem, PROBLEM_STATUS } from '../../platform/kernel/index.js';
import {
  Ctx,
  emptyForm,
  Fields,
  type FilledForm,
  type FirstValues,
  formAnswer,
  FormPost,
  OwnPage,
  page,
  type PageContext,
  Pages,
  seeOther,
} from '../frame/index.js';
import { FormFiles } from '../files/form-files.service.js';
import { CommentsOfReader } from './comments-of-reader.js';
import { atQuote, pinned } from './quote-field.js';
import { SentAlreadyBody } from './sent-already.page.js';
import { CommentSubjects, type Subject } from './subjects.service.js';
import { WaysBody } from './ways.page.js';
import { CheckBody, COMMENT, DRAFT, STEP_FIELD, WriteBody } from './write-comment.page.js';

/** Writing a comment: the form, a look at what will be sent, the receipt. */
@Pages()
export class WriteCommentController {
  constructor(
    private readonly comments: CommentsService,
    private readonly own: CommentsOfReader,
    private readonly subjects: CommentSubjects,
    private readonly formFiles: FormFiles,
    private readonly kept: CommentDraftsQueries,
    private readonly keeping: CommentDrafts,
  ) {}

  /**
   * The form; `?provision=` is the part of the text that is meant. Whoever is not signed in learns of both ways, where
   * there are two.
   */
  @OwnPage('consultations/:id/comment', 'anyone')
  async form(@Ctx() ctx: PageContext, @Id() id: string): Promise<HtmlText> {
    const { provision } = ctx.request.query as Record<string, unknown>;
    if (!ctx.isSignedIn) return this.#ways(ctx, await this.subjects.open(ctx, id, provision));
    const kept = await this.kept.find(id, ctx.by);
    const meant = typeof provision === 'string' ? provision : (kept?.provisionId ?? undefined);
    const subject = await this.subjects.open(ctx, id, meant);
    const first = { language: ctx.lang, ...(kept && keptValues(kept)), provisionId: subject.provision?.id };
    return this.#shown(ctx, subject, emptyForm(ctx, COMMENT, first), kept?.keptAt);
  }

  /** Checks what was written, shows it once more, then sends it. */
  @FormPost('consultations/:id/comment', 'comment.post', { files: true })
  async post(
    @Ctx() ctx: PageContext,
    @Id() id: string,
    @Fields() sent: FormBody,
    @Arrived() arrival: Arrival,
  ): Promise<HtmlText> {
    const { body, problem } = await this.formFiles.kept(sent, ctx.by, 'files');
    const again = async (filled: FilledForm): Promise<HtmlText> =>
      this.#shown(ctx, await this.subjects.open(ctx, id, body.get('provisionId')), filled);
    return formAnswer(
      { ctx, form: COMMENT, body },
      async () => {
        if (problem) throw problem;
        const step = body.get(STEP_FIELD);
        if (step === 'keep') {
          await this.keeping.keep(id, DRAFT.read(body), ctx.by);
          return seeOther(ctx.url('/account', { done: 'kept' }));
        }
        const wanted = COMMENT.read(body);
        if (step === 'change') return again(emptyForm(ctx, COMMENT, firstOf(body)));
        if (step === 'send') return this.#sent(ctx, id, wanted, arrival);
        const subject = await this.subjects.open(ctx, id, wanted.provisionId);
        pinned(wanted, subject.provision, body);
        const head = { title: ctx.t('portal.comment.checkTitle'), unlisted: true };
        return page(
          ctx,
          head,
          CheckBody({ ctx, subject, wanted, files: await this.formFiles.waiting(ctx.by, wanted.files ?? []) }),
        );
      },
      again,
    );
  }

  /** Lets go of what was kept, and begins anew. */
  @FormPost('consultations/:id/comment/discard', 'comment.post')
  async discard(@Ctx() ctx: PageContext, @Id() id: string): Promise<HtmlText> {
    await this.keeping.discard(id, ctx.by);
    return seeOther(ctx.url(`/consultations/${id}/comment`));
  }

  /** Leads to the receipt; says so when the same was sent before, and leads to the receipt of the first. */
  async #sent(ctx: PageContext, id: string, wanted: CommentRequest, arrival: Arrival): Promise<HtmlText> {
    try {
      const posted = await this.comments.post(id, wanted, ctx.by, arrival);
      return seeOther(ctx.url(`/receipts/${await this.own.receiptOf(posted, ctx.by)}`));
    } catch (error) {
      const receipt = firstReceiptIn(error);
      if (!receipt) throw atQuote(error);
      const head = { title: ctx.t('portal.comment.sentTitle'), unlisted: true };
      return page(ctx, head, SentAlreadyBody({ ctx, consultationId: id, receipt }), PROBLEM_STATUS.conflict);
    }
  }

  #ways(ctx: PageContext, subject: Subject): HtmlText {
    if (!subject.consultation.commentsByEmail) throw new Problem('sign-in-required');
    const head = { title: ctx.t('portal.byEmail.waysTitle'), unlisted: true };
    return page(ctx, head, WaysBody({ ctx, subject }));
  }

  async #shown(ctx: PageContext, subject: Subject, filled: FilledForm, keptAt?: Date): Promise<HtmlText> {
    const { consultation } = subject;
    const title = ctx.t('portal.comment.title');
    const files = await this.formFiles.waiting(ctx.by, filled.values('files'));
    const breadcrumbs = [
      { text: ctx.t('portal.nav.consultations'), href: ctx.url('/consultations') },
      { text: ctx.text(consultation.title), href: ctx.url(`/consultations/${consultation.id}`) },
    ];
    return page(
      ctx,
      { title, unlisted: true, breadcrumbs },
      WriteBody({ ctx, subject, filled, files, keptAt }),
      filled.status,
    );
  }
}

/** What was kept, as first values of the form. */
function keptValues({ text, language, quote, showName, onBehalfOf }: CommentDraftResponse): FirstValues {
  return { text, language, quote, showName, 'onBehalfOf.name': onBehalfOf?.name, 'onBehalfOf.bin': onBehalfOf?.bin };
}

/** What was written, to be changed. */
function firstOf(body: FormBody): FirstValues {
  return { ...Object.fromEntries(body.said), files: body.all('files').join(',') };
}
