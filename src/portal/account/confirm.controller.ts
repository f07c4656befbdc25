import type { FormBody, HtmlText } from '../../platform/http/index.js';
import { AccountLinks, AccountRecovery, AccountsService } from '../../platform/identity/index.js';
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
import { headOf, tokenIn } from './account-heads.js';
import { CHOOSE, ChooseBody, CONFIRM, ConfirmBody, UselessLinkBody } from './confirm.page.js';

const CONFLICT = 409;

/** Where the links of letters lead. Opening one changes nothing, since programs that check mail open links too. */
@Pages()
export class ConfirmController {
  constructor(
    private readonly accounts: AccountsService,
    private readonly recovery: AccountRecovery,
    private readonly links: AccountLinks,
  ) {}

  /** One button, and a password where none was chosen. Without a link the letter can be asked for. */
  @OwnPage('confirm', 'anyone')
  confirmation(@Ctx() ctx: PageContext): Promise<HtmlText> {
    const token = tokenIn(ctx);
    if (token === undefined) return Promise.resolve(seeOther(ctx.url('/sign-up/again')));
    return this.#confirmation(ctx, token, emptyForm(ctx, CONFIRM, { token }));
  }

  /** Confirms the address. */
  @FormPost('confirm', 'anyone')
  confirm(@Ctx() ctx: PageContext, @Fields() body: FormBody): Promise<HtmlText> {
    return formAnswer(
      { ctx, form: CONFIRM, body },
      async () => {
        const { token, password } = CONFIRM.read(body);
        await this.accounts.confirm(token, password);
        return seeOther(ctx.url('/sign-in', { done: 'confirmed' }));
      },
      (filled) => this.#confirmation(ctx, body.get('token') ?? '', filled),
    );
  }

  /** Where a password is chosen anew. */
  @OwnPage('new-password', 'anyone')
  choice(@Ctx() ctx: PageContext): Promise<HtmlText> {
    const token = tokenIn(ctx);
    if (token === undefined) return Promise.resolve(seeOther(ctx.url('/reset')));
    return this.#choice(ctx, token, emptyForm(ctx, CHOOSE, { token }));
  }

  /** Sets the password and ends all sessions. */
  @FormPost('new-password', 'anyone')
  choose(@Ctx() ctx: PageContext, @Fields() body: FormBody): Promise<HtmlText> {
    return formAnswer(
      { ctx, form: CHOOSE, body },
      async () => {
        const { token, password } = CHOOSE.read(body);
        await this.recovery.reset(token, password);
        return seeOther(ctx.url('/sign-in', { done: 'password' }));
      },
      (filled) => this.#choice(ctx, body.get('token') ?? '', filled),
    );
  }

  async #confirmation(ctx: PageContext, token: string, filled: FilledForm): Promise<HtmlText> {
    const link = await this.links.look(token);
    if (!link || link.purpose === 'reset') return this.#useless(ctx, '/sign-up/again');
    const { asksPassword } = link;
    const head = headOf(ctx, 'portal.account.confirm.title');
    return page(ctx, head, ConfirmBody({ ctx, filled, asksPassword }), filled.status);
  }

  async #choice(ctx: PageContext, token: string, filled: FilledForm): Promise<HtmlText> {
    const link = await this.links.look(token);
    if (link?.purpose !== 'reset') return this.#useless(ctx, '/reset');
    return page(ctx, headOf(ctx, 'portal.account.choose.title'), ChooseBody({ ctx, filled }), filled.status);
  }

  #useless(ctx: PageContext, askAgain: string): HtmlText {
    return page(ctx, headOf(ctx, 'portal.account.useless.title'), UselessLinkBody({ ctx, askAgain }), CONFLICT);
  }
}
