import { Ip } from '@nestjs/common';
import type { FormBody, HtmlText } from '../../platform/http/index.js';
import { AccountRecovery } from '../../platform/identity/index.js';
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
import { headOf } from './account-heads.js';
import { ResetBody } from './reset.page.js';
import { shownAgain } from './shown-again.js';
import { LETTER, SentBody } from './sign-up.page.js';

/** Asking for a link by which a password is chosen anew. */
@Pages()
export class ResetController {
  constructor(private readonly recovery: AccountRecovery) {}

  /** The form. */
  @OwnPage('reset', 'anyone')
  form(@Ctx() ctx: PageContext): HtmlText {
    return this.#form(ctx, emptyForm(ctx, LETTER));
  }

  /** Sends the link, if there is such an account; the answer is the same for every address. */
  @FormPost('reset', 'anyone')
  ask(@Ctx() ctx: PageContext, @Fields() body: FormBody, @Ip() from: string): Promise<HtmlText> {
    return formAnswer(
      { ctx, form: LETTER, body },
      async () => {
        await this.recovery.askReset(LETTER.read(body).email, from);
        return seeOther(ctx.url('/reset/sent'));
      },
      (filled) => this.#form(ctx, filled),
    );
  }

  /** A letter may be on its way. */
  @OwnPage('reset/sent', 'anyone')
  sent(@Ctx() ctx: PageContext): HtmlText {
    return page(ctx, headOf(ctx, 'portal.account.sent.title'), SentBody({ ctx, after: 'reset' }));
  }

  #form(ctx: PageContext, filled: FilledForm): HtmlText {
    return shownAgain(ctx, headOf(ctx, 'portal.account.reset.title'), filled, ResetBody({ ctx, filled }));
  }
}
