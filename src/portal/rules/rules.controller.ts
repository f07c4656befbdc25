import type { HtmlText } from '../../platform/http/index.js';
import { readPowers, Rulebook } from '../../rulebook/index.js';
import { Ctx, page, type PageContext, Pages, PublicPage } from '../frame/index.js';
import { RulesBody } from './rules.page.js';

/** How a council works. */
@Pages()
export class RulesController {
  constructor(private readonly rulebook: Rulebook) {}

  /** Every rule with the value in force today and the article it rests on. */
  @PublicPage('rules')
  async show(@Ctx() ctx: PageContext): Promise<HtmlText> {
    const { all } = await this.rulebook.on(ctx.today);
    const title = ctx.t('portal.nav.rules');
    const head = { title, description: ctx.t('portal.rules.lead'), breadcrumbs: [{ text: title }] };
    return page(ctx, head, RulesBody({ ctx, rules: all, powers: readPowers() }));
  }
}
