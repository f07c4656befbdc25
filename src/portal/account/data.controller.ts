import { PersonalDataService } from '../../personal-data/index.js';
import { HtmlText } from '../../platform/http/index.js';
import { Ctx, FormPost, OwnPage, page, type PageContext, Pages } from '../frame/index.js';
import { headBelow } from './account-heads.js';
import { DataBody } from './data.page.js';

const INDENT = 2;

/** What Kenes holds about a person, for that person. */
@Pages()
export class MyDataController {
  constructor(private readonly personal: PersonalDataService) {}

  /** What is in the file. */
  @OwnPage('account/data', 'account.self')
  show(@Ctx() ctx: PageContext): HtmlText {
    return page(ctx, headBelow(ctx, 'portal.account.data.title'), DataBody({ ctx }));
  }

  /** The file. By a form, so that no other site's link fetches it. */
  @FormPost('account/data', 'account.self')
  async download(@Ctx() ctx: PageContext): Promise<HtmlText> {
    const data = await this.personal.of(ctx.by.accountId ?? '');
    return new HtmlText(JSON.stringify(data, undefined, INDENT), 200, {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': `attachment; filename="kenes-${ctx.today}.json"`,
      'cache-control': 'no-store',
    });
  }
}
