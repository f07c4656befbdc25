import type { HtmlText } from '../../platform/http/index.js';
import { holds } from '../../platform/kernel/index.js';
import { CouncilAlarms } from '../authority/council-alarms.service.js';
import { idsIn } from '../authority/councils-section.js';
import { Ctx, NamesQueries, OwnPage, page, type PageContext, Pages } from '../frame/index.js';
import { DeskBody } from './desk.page.js';
import { Desks, workplacesOf } from './desks.service.js';

/** The desk of those who work here. */
@Pages()
export class DeskController {
  constructor(
    private readonly desks: Desks,
    private readonly councilAlarms: CouncilAlarms,
    private readonly names: NamesQueries,
  ) {}

  /** What I have to do, by its last day, the oldest first. */
  @OwnPage('desk', 'account.self')
  async show(@Ctx() ctx: PageContext): Promise<HtmlText> {
    const places = workplacesOf(ctx.by);
    const [secretary, officer, councilAlarms] = await Promise.all([
      this.desks.secretary(places),
      this.desks.officer(places),
      holds(ctx.by, 'council.edit') ? this.councilAlarms.today() : undefined,
    ]);
    const ids = [...secretary, ...officer].flatMap(({ councilId, bodyId }) => [councilId, bodyId]);
    const names = await this.names.of(...places.councilIds, ...places.bodyIds, ...ids, ...idsIn(councilAlarms));
    const title = ctx.t('portal.desk.title');
    const head = { title, unlisted: true, breadcrumbs: [{ text: title }] };
    return page(ctx, head, DeskBody({ ctx, names, places, secretary, officer, councilAlarms }));
  }
}
