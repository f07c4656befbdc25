import { Body, Controller, HttpCode, Ip, Post, Put } from '@nestjs/common';
import { commentResponse, type CommentResponse } from '../comments/index.js';
import { Id, Public } from '../platform/http/index.js';
import type { LetterSentResponse } from '../platform/identity/index.js';
import { UnconfirmedCommentLinkRequest, UnconfirmedCommentRequest } from './unconfirmed-comments.requests.js';
import { UnconfirmedComments } from './unconfirmed-comments.service.js';

/** Comments without an account. */
@Controller()
export class UnconfirmedCommentsController {
  constructor(private readonly unconfirmed: UnconfirmedComments) {}

  /**
   * Says what is wrong with a draft without an account: a letter with a link follows, and nothing is published before
   * the link is used. The answer does not tell whether the address is known.
   */
  @Post('consultations/:id/unconfirmed-comments')
  @Public()
  @HttpCode(202)
  async send(
    @Id() id: string,
    @Body() wanted: UnconfirmedCommentRequest,
    @Ip() from: string,
  ): Promise<LetterSentResponse> {
    await this.unconfirmed.send(id, wanted, from);
    return { status: 'letter-sent' };
  }

  /** The link of a letter is used, once: the comment is posted now, and is answered with its receipt. */
  @Put('unconfirmed-comments/confirmation')
  @Public()
  async confirm(@Body() { token }: UnconfirmedCommentLinkRequest, @Ip() from: string): Promise<CommentResponse> {
    const { row, by } = await this.unconfirmed.confirm(token, from);
    return commentResponse(row, by);
  }
}
