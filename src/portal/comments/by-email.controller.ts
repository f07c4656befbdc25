import { Ip } from '@nestjs/common';
import { Id, type FormBody, type HtmlText } from '../../platform/http/index.js';
import { notPossibleNow } from '../../platform/kernel/index.js';
import { UnconfirmedComments } from '../../unconfirmed-comments/index.js';
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
import { BY_EMAIL, ByEmailBody, LetterSentBody } from './by-email.page.js';
import { CommentSubjects } from './subjects.service.js';

/** Writing a comment without an account: the form, and the letter that is on its way. */
@Pages()
export class ByEmailController {
  constructor(
    private readonly unconfirmed: UnconfirmedComments,
    private readonly subjects: CommentSubjects,
  ) {}

  /** The form; `?provision=` is the part of the text that is meant. */
  @OwnPage('consultations/:id/comment-by-email', 'anyone')
  form(@Ctx() ctx: PageContext, @Id() id: string): Promise<HtmlText> {
    const { provision } = ctx.request.query as Record<string, unknown>;
    return this.#form(ctx, id, provision, emptyForm(ctx, BY_EMAIL, { language: ctx.lang }));
  }

  /** Keeps the comment until it is confirmed, and sends the link. */
  @FormPost('consultations/:id/comment-by-email', 'anyone')
  send(@Ctx() ctx: PageContext, @Id() id: string, @Fields() body: FormBody, @Ip() from: string): Promise<HtmlText> {
    return formAnswer(
      { ctx, form: BY_EMAIL, body },
      async () => {
        await this.unconfirmed.send(id, BY_EMAIL.read(body), from);
        return seeOther(ctx.url(`/consultations/${id}/comment-by-email/sent`));
      },
      (filled) => this.#form(ctx, id, body.get('provisionId'), filled),
    );
  }

  /** A letter is on its way. */
  @OwnPage('consultations/:id/comment-by-email/sent', 'anyone')
  async sent(@Ctx() ctx: PageContext, @Id() id: string): Promise<HtmlText> {
    const subject = await this.subjects.of(ctx, id, undefined);
    const head = { title: ctx.t('portal.byEmail.sentTitle'), unlisted: true };
    return page(ctx, head, LetterSentBody({ ctx, subject }));
  }

  async #form(ctx: PageContext, id: string, provision: unknown, filled: FilledForm): Promise<HtmlText> {
    const subject = await this.subjects.open(ctx, id, provision);
    const { state, title, commentsByEmail } = subject.consultation;
    if (!commentsByEmail) throw notPossibleNow('comments-by-email-not-taken', { state });
    const breadcrumbs = [
      { text: ctx.t('portal.nav.consultations'), href: ctx.url('/consultations') },
      { text: ctx.text(title), href: ctx.url(`/consultations/${id}`) },
    ];
    const head = { title: ctx.t('portal.byEmail.title'), unlisted: true, breadcrumbs };
    return page(ctx, head, ByEmailBody({ ctx, subject, filled }), filled.status);
  }
}
