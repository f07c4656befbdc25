import { Ip } from '@nestjs/common';
import type { FormBody, HtmlText } from '../../platform/http/index.js';
import { AccountRecovery, AccountsService } from '../../platform/identity/index.js';
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
import { shownAgain } from './shown-again.js';
import { AgainBody, LETTER, SentBody, SIGN_UP, SignUpBody } from './sign-up.page.js';

/** Signing up: the form, the letter, and the letter once more. */
@Pages()
export class SignUpController {
  constructor(
    private readonly accounts: AccountsService,
    private readonly recovery: AccountRecovery,
  ) {}

  /** The form. */
  @OwnPage('sign-up', 'anyone')
  form(@Ctx() ctx: PageContext): HtmlText {
    if (ctx.isSignedIn) return seeOther(ctx.url('/account'));
    return this.#form(ctx, emptyForm(ctx, SIGN_UP, { language: ctx.lang }));
  }

  /** Takes the form; a letter with a link follows. */
  @FormPost('sign-up', 'anyone')
  signUp(@Ctx() ctx: PageContext, @Fields() body: FormBody, @Ip() from: string): Promise<HtmlText> {
    return formAnswer(
      { ctx, form: SIGN_UP, body },
      async () => {
        await this.accounts.signUp(SIGN_UP.read(body), from);
        return seeOther(ctx.url('/sign-up/sent'));
      },
      (filled) => this.#form(ctx, filled),
    );
  }

  /** A letter is on its way. */
  @OwnPage('sign-up/sent', 'anyone')
  sent(@Ctx() ctx: PageContext): HtmlText {
    return page(ctx, headOf(ctx, 'portal.account.sent.title'), SentBody({ ctx, after: 'signUp' }));
  }

  /** Where the letter is asked for once more. */
  @OwnPage('sign-up/again', 'anyone')
  again(@Ctx() ctx: PageContext): HtmlText {
    return this.#again(ctx, emptyForm(ctx, LETTER));
  }

  /** Sends it once more, if it can be; the answer is the same for every address. */
  @FormPost('sign-up/again', 'anyone')
  sendAgain(@Ctx() ctx: PageContext, @Fields() body: FormBody, @Ip() from: string): Promise<HtmlText> {
    return formAnswer(
      { ctx, form: LETTER, body },
      async () => {
        await this.recovery.askConfirmation(LETTER.read(body).email, from);
        return seeOther(ctx.url('/sign-up/again/sent'));
      },
      (filled) => this.#again(ctx, filled),
    );
  }

  /** A letter may be on its way. */
  @OwnPage('sign-up/again/sent', 'anyone')
  sentAgain(@Ctx() ctx: PageContext): HtmlText {
    return page(ctx, headOf(ctx, 'portal.account.sent.title'), SentBody({ ctx, after: 'again' }));
  }

  #form(ctx: PageContext, filled: FilledForm): HtmlText {
    return shownAgain(ctx, headOf(ctx, 'portal.account.signUp.title'), filled, SignUpBody({ ctx, filled }));
  }

  #again(ctx: PageContext, filled: FilledForm): HtmlText {
    return shownAgain(ctx, headOf(ctx, 'portal.account.again.title'), filled, AgainBody({ ctx, filled }));
  }
}
