import { CommentsQueries } from '../../comments/index.js';
import { ConcealmentsQueries } from '../../moderation/index.js';
import { HtmlText } from '../../platform/http/index.js';
import { PersonalDataQueries } from '../../platform/identity/index.js';
import { Ctx, FormPost, OwnPage, page, type PageContext, Pages } from '../frame/index.js';
import { headBelow } from './account-heads.js';
import { DataBody } from './data.page.js';

const INDENT = 2;

/** What Kenes holds about a person, for that person. */
@Pages()
export class MyDataController {
  constructor(
    private readonly personal: PersonalDataQueries,
    private readonly comments: CommentsQueries,
    private readonly concealments: ConcealmentsQueries,
  ) {}

  /** What is in the file. */
  @OwnPage('account/data', 'account.self')
  show(@Ctx() ctx: PageContext): HtmlText {
    return page(ctx, headBelow(ctx, 'portal.account.data.title'), DataBody({ ctx }));
  }

  /** The file. By a form, so that no other site's link fetches it. */
  @FormPost('account/data', 'account.self')
  async download(@Ctx() ctx: PageContext): Promise<HtmlText> {
    const accountId = ctx.by.accountId ?? '';
    const [data, comments, concealments] = await Promise.all([
      this.personal.of(accountId),
      this.comments.everythingOf(accountId),
      this.concealments.everythingOf(accountId),
    ]);
    return new HtmlText(JSON.stringify({ ...data, comments, concealments }, undefined, INDENT), 200, {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': `attachment; filename="kenes-${ctx.today}.json"`,
      'cache-control': 'no-store',
    });
  }
}
