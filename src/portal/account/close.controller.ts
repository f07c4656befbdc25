import { Ip } from '@nestjs/common';
import { cookieText, SESSION_COOKIE, type FormBody, type HtmlText } from '../../platform/http/index.js';
import { AccountClosing } from '../../platform/identity/index.js';
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
import { headBelow, headOf } from './account-heads.js';
import { CLOSE, CloseBody, ClosedBody } from './close.page.js';
import { shownAgain } from './shown-again.js';

/** The end of an account. */
@Pages()
export class CloseController {
  constructor(private readonly closing: AccountClosing) {}

  /** What it means, and the password. */
  @OwnPage('account/close', 'account.self')
  form(@Ctx() ctx: PageContext): HtmlText {
    return this.#form(ctx, emptyForm(ctx, CLOSE));
  }

  /** Closes it. */
  @FormPost('account/close', 'account.self')
  close(@Ctx() ctx: PageContext, @Fields() body: FormBody, @Ip() from: string): Promise<HtmlText> {
    return formAnswer(
      { ctx, form: CLOSE, body },
      async () => {
        await this.closing.close(ctx.by, CLOSE.read(body).password, from);
        const gone = { 'set-cookie': cookieText(ctx.env, SESSION_COOKIE, undefined) };
        return seeOther(ctx.url('/account/closed')).with(gone);
      },
      (filled) => this.#form(ctx, filled),
    );
  }

  /** It is closed. */
  @OwnPage('account/closed', 'anyone')
  closed(@Ctx() ctx: PageContext): HtmlText {
    return page(ctx, headOf(ctx, 'portal.account.close.closedTitle'), ClosedBody({ ctx }));
  }

  #form(ctx: PageContext, filled: FilledForm): HtmlText {
    return shownAgain(ctx, headBelow(ctx, 'portal.account.close.title'), filled, CloseBody({ ctx, filled }));
  }
}
