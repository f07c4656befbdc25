import { Param } from '@nestjs/common';
import { AnswerProvisions, CommentFilesQueries, CommentsQueries, QuotesQueries } from '../../comments/index.js';
import { ConsultationsQueries } from '../../consultations/index.js';
import { ConcealmentsQueries } from '../../moderation/index.js';
import type { HtmlText } from '../../platform/http/index.js';
import { ANONYMOUS, Problem } from '../../platform/kernel/index.js';
import { Ctx, OwnPage, page, type PageContext, Pages, seeOther } from '../frame/index.js';
import { answersTo } from './answer-link.js';
import { standingsOf } from './quote-standings.js';
import { LookUpBody, ReceiptBody } from './receipt.page.js';

const NOT_FOUND = 404;

/** The proof that a comment was received, and what became of it. Its number is a secret, so its page is kept nowhere. */
@Pages()
export class ReceiptController {
  constructor(
    private readonly comments: CommentsQueries,
    private readonly consultations: ConsultationsQueries,
    private readonly concealments: ConcealmentsQueries,
    private readonly files: CommentFilesQueries,
    private readonly quotes: QuotesQueries,
    private readonly provisions: AnswerProvisions,
  ) {}

  /** Where a number is typed in. */
  @OwnPage('receipts', 'anyone')
  lookUp(@Ctx() ctx: PageContext): HtmlText {
    const { number } = ctx.request.query as Record<string, unknown>;
    if (typeof number === 'string' && number.trim() !== '') {
      return seeOther(ctx.url(`/receipts/${encodeURIComponent(number.trim())}`));
    }
    return this.#form(ctx, '', number === undefined ? undefined : 'portal.receipt.empty');
  }

  /** One receipt. */
  @OwnPage('receipts/:number', 'anyone')
  async show(@Ctx() ctx: PageContext, @Param('number') number: string): Promise<HtmlText> {
    try {
      const receipt = await this.comments.receipt(number);
      const comment = await this.comments.one(receipt.commentId, ANONYMOUS);
      const consultation = await this.consultations.one(receipt.consultationId);
      const known = receipt.concealment ? [receipt.commentId] : [];
      const concealment = (await this.concealments.ofComments(known, ANONYMOUS)).get(receipt.commentId);
      const before = await this.comments.earlierOf([comment]);
      const linked = await this.provisions.of(answersTo([comment], before));
      const earlier = before.get(comment.id);
      const head = { title: ctx.t('portal.receipt.title'), unlisted: true };
      const standing = standingsOf([comment], await this.quotes.latest([comment])).get(comment.id);
      const files = (await this.files.ofRead([comment])).get(comment.id) ?? [];
      return page(
        ctx,
        head,
        ReceiptBody({ ctx, receipt, consultation, comment, standing, concealment, earlier, linked, files }),
      );
    } catch (error) {
      if (error instanceof Problem && error.kind === 'not-found')
        return this.#form(ctx, number, 'portal.receipt.unknown');
      throw error;
    }
  }

  #form(ctx: PageContext, number: string, fault: string | undefined): HtmlText {
    const head = { title: ctx.t('portal.receipt.find'), unlisted: true };
    const status = fault === 'portal.receipt.unknown' ? NOT_FOUND : 200;
    return page(ctx, head, LookUpBody({ ctx, number, fault: fault && ctx.t(fault) }), status);
  }
}
