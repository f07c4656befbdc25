import type { HtmlText } from '../../platform/http/index.js';
import { Attention } from '../admin/attention.service.js';
import { AssessingDesks } from '../assessing/assessing-desks.service.js';
import { Ctx, NamesQueries, OwnPage, page, type PageContext, Pages } from '../frame/index.js';
import { DeskBody } from './desk.page.js';
import { Desks, workplacesOf } from './desks.service.js';

/** The desk of those who work here. */
@Pages()
export class DeskController {
  constructor(
    private readonly desks: Desks,
    private readonly assessing: AssessingDesks,
    private readonly names: NamesQueries,
    private readonly attention: Attention,
  ) {}

  /** What I have to do, by its last day, the oldest first. */
  @OwnPage('desk', 'account.self')
  async show(@Ctx() ctx: PageContext): Promise<HtmlText> {
    const places = workplacesOf(ctx.by);
    const [secretary, officer, assessing] = await Promise.all([
      this.desks.secretary(places),
      this.desks.officer(places),
      this.assessing.of(ctx.by),
    ]);
    const ids = [...secretary, ...officer].flatMap(({ councilId, bodyId }) => [councilId, bodyId]);
    const names = await this.names.of(...places.councilIds, ...places.bodyIds, ...assessing.bodyIds, ...ids);
    const admin = await this.attention.of(ctx.by);
    const title = ctx.t('portal.desk.title');
    const head = { title, unlisted: true, breadcrumbs: [{ text: title }] };
    return page(ctx, head, DeskBody({ ctx, names, places, secretary, officer, assessing, admin }));
  }
}
