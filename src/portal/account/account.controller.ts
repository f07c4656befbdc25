import { CommentDraftsQueries } from '../../comment-drafts/index.js';
import type { HtmlText } from '../../platform/http/index.js';
import { AccountsQueries } from '../../platform/identity/index.js';
import { Ctx, OwnPage, page, type PageContext, Pages } from '../frame/index.js';
import { doneIn } from './account-heads.js';
import { AccountBody } from './account.page.js';

/** Somebody's own account. */
@Pages()
export class AccountController {
  constructor(
    private readonly accounts: AccountsQueries,
    private readonly drafts: CommentDraftsQueries,
  ) {}

  /** Who I am here, and what I may do. */
  @OwnPage('account', 'account.self')
  async show(@Ctx() ctx: PageContext): Promise<HtmlText> {
    const account = await this.accounts.one(ctx.by.accountId ?? '');
    const title = ctx.t('portal.account.title');
    const drafts = await this.drafts.mine(ctx.by);
    const body = AccountBody({ ctx, account, drafts, done: doneIn(ctx, 'kept') });
    return page(ctx, { title, unlisted: true, breadcrumbs: [{ text: title }] }, body);
  }
}
