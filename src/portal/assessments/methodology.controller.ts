import { MethodologiesQueries } from '../../methodologies/index.js';
import { Id, type HtmlText } from '../../platform/http/index.js';
import { ANONYMOUS } from '../../platform/kernel/index.js';
import { Ctx, page, type PageContext, Pages, PublicPage } from '../frame/index.js';
import { MethodologyBody } from './methodology.page.js';

/** A way of scoring government bodies. */
@Pages()
export class MethodologyController {
  constructor(private readonly methodologies: MethodologiesQueries) {}

  /** What is measured, how it weighs, where it comes from, what becomes of what is missing. */
  @PublicPage('methodologies/:id')
  async show(@Ctx() ctx: PageContext, @Id() id: string): Promise<HtmlText> {
    const methodology = await this.methodologies.one(id, ANONYMOUS);
    const name = ctx.text(methodology.name);
    const breadcrumbs = [{ text: ctx.t('portal.nav.assessments'), href: ctx.url('/assessments') }, { text: name }];
    const head = { title: name, description: ctx.t('portal.methodology.lead'), breadcrumbs };
    return page(ctx, head, MethodologyBody({ ctx, methodology }));
  }
}
