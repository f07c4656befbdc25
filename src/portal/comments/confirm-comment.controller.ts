import { Ip } from '@nestjs/common';
import { firstReceiptIn } from '../../comments/index.js';
import { isOpenAt } from '../../consultations/index.js';
import type { FormBody, HtmlText } from '../../platform/http/index.js';
import { ProvedAddresses } from '../../platform/identity/index.js';
import { Clock, Problem, PROBLEM_STATUS } from '../../platform/kernel/index.js';
import { UnconfirmedComments, UnconfirmedCommentsQueries, type Waiting } from '../../unconfirmed-comments/index.js';
import { tokenIn } from '../account/account-heads.js';
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
import { ConfirmCommentBody, LINK, UselessCommentLinkBody } from './confirm-comment.page.js';
import { SentAlreadyBody } from './sent-already.page.js';
import { CommentSubjects } from './subjects.service.js';

/** Where the link of a comment's letter leads. Opening it sends nothing, since programs that check mail open links too. */
@Pages()
export class ConfirmCommentController {
  constructor(
    private readonly unconfirmed: UnconfirmedComments,
    private readonly queries: UnconfirmedCommentsQueries,
    private readonly addresses: ProvedAddresses,
    private readonly subjects: CommentSubjects,
    private readonly clock: Clock,
  ) {}

  /** The words once more, and one button. Without a link the receipt can be looked up. */
  @OwnPage('comment-confirmation', 'anyone')
  show(@Ctx() ctx: PageContext): Promise<HtmlText> {
    const token = tokenIn(ctx);
    if (token === undefined) return Promise.resolve(seeOther(ctx.url('/receipts')));
    return this.#page(ctx, token, emptyForm(ctx, LINK, { token }));
  }

  /** Sends the comment and leads to its receipt. */
  @FormPost('comment-confirmation', 'anyone')
  confirm(@Ctx() ctx: PageContext, @Fields() body: FormBody, @Ip() from: string): Promise<HtmlText> {
    const token = body.get('token') ?? '';
    return formAnswer(
      { ctx, form: LINK, body },
      async () => {
        const waiting = await this.queries.look(token);
        if (!waiting) return useless(ctx);
        return this.#sent(ctx, LINK.read(body).token, from, waiting);
      },
      (filled) => this.#page(ctx, token, filled),
    );
  }

  /** Leads to the receipt; says so when the same was sent before, and leads to the receipt of the first. */
  async #sent(ctx: PageContext, token: string, from: string, { consultationId }: Waiting): Promise<HtmlText> {
    try {
      const { row } = await this.unconfirmed.confirm(token, from);
      return seeOther(ctx.url(`/receipts/${row.receipt}`));
    } catch (error) {
      // Another press of the button was first: the receipt is in the letter.
      if (error instanceof Problem && error.parts.code === 'comment-link-useless') return useless(ctx);
      const receipt = firstReceiptIn(error);
      if (!receipt) throw error;
      const head = { title: ctx.t('portal.comment.sentTitle'), unlisted: true };
      return page(ctx, head, SentAlreadyBody({ ctx, consultationId, receipt }), PROBLEM_STATUS.conflict);
    }
  }

  async #page(ctx: PageContext, token: string, filled: FilledForm): Promise<HtmlText> {
    const waiting = await this.queries.look(token);
    if (!waiting) return useless(ctx);
    const { consultationId, email, displayName, said } = waiting;
    const subject = await this.subjects.of(ctx, consultationId, said.provisionId);
    const reader = { email, displayName, language: said.language };
    const name = said.showName === true ? await this.addresses.nameOf(reader) : null;
    const isOpen = isOpenAt(subject.consultation, this.clock.now());
    const head = { title: ctx.t('portal.byEmail.confirmTitle'), unlisted: true };
    return page(ctx, head, ConfirmCommentBody({ ctx, filled, subject, waiting, name, isOpen }), filled.status);
  }
}

function useless(ctx: PageContext): HtmlText {
  const head = { title: ctx.t('portal.account.useless.title'), unlisted: true };
  return page(ctx, head, UselessCommentLinkBody({ ctx }), PROBLEM_STATUS['not-found']);
}
