import type { HtmlText } from '../../platform/http/index.js';
import { AccountsQueries } from '../../platform/identity/index.js';
import { Ctx, OwnPage, page, type PageContext, Pages } from '../frame/index.js';
import { AccountBody } from './account.page.js';

/** Somebody's own account. */
@Pages()
export class AccountController {
  constructor(private readonly accounts: AccountsQueries) {}

  /** Who I am here, and what I may do. */
  @OwnPage('account', 'account.self')
  async show(@Ctx() ctx: PageContext): Promise<HtmlText> {
    const account = await this.accounts.one(ctx.by.accountId ?? '');
    const title = ctx.t('portal.account.title');
    return page(ctx, { title, unlisted: true, breadcrumbs: [{ text: title }] }, AccountBody({ ctx, account }));
  }
}
