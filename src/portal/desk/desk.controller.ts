import type { HtmlText } from '../../platform/http/index.js';
import { holds } from '../../platform/kernel/index.js';
import { Attention } from '../admin/attention.service.js';
import { AssessingDesks } from '../assessing/assessing-desks.service.js';
import { CouncilAlarms } from '../authority/council-alarms.service.js';
import { idsIn } from '../authority/councils-section.js';
import { ConcealmentsQueries } from '../../moderation/index.js';
import { Ctx, NamesQueries, OwnPage, page, type PageContext, Pages } from '../frame/index.js';
import { DeskBody, type DeskWork } from './desk.page.js';
import { Desks, workplacesOf, type Workplaces } from './desks.service.js';

/** The desk of those who work here. */
@Pages()
export class DeskController {
  constructor(
    private readonly desks: Desks,
    private readonly assessing: AssessingDesks,
    private readonly councilAlarms: CouncilAlarms,
    private readonly names: NamesQueries,
    private readonly attention: Attention,
    private readonly concealments: ConcealmentsQueries,
  ) {}

  /** What I have to do, by its last day, the oldest first. */
  @OwnPage('desk', 'account.self')
  async show(@Ctx() ctx: PageContext): Promise<HtmlText> {
    const places = workplacesOf(ctx.by);
    const work = await this.#work(ctx, places);
    const { secretary, officer, assessing, councilAlarms } = work;
    const ids = [...secretary, ...officer].flatMap(({ councilId, bodyId }) => [councilId, bodyId]);
    const own = [...places.councilIds, ...places.bodyIds];
    const names = await this.names.of(...own, ...ids, ...assessing.bodyIds, ...idsIn(councilAlarms));
    const title = ctx.t('portal.desk.title');
    const head = { title, unlisted: true, breadcrumbs: [{ text: title }] };
    return page(ctx, head, DeskBody({ ctx, names, places, ...work }));
  }

  async #work({ by }: PageContext, places: Workplaces): Promise<DeskWork> {
    const [secretary, officer, assessing, councilAlarms, admin, appeals] = await Promise.all([
      this.desks.secretary(places),
      this.desks.officer(places),
      this.assessing.of(by),
      holds(by, 'council.edit') ? this.councilAlarms.today() : undefined,
      this.attention.of(by),
      holds(by, 'comment.decide-appeal') ? this.concealments.openAppeals() : undefined,
    ]);
    return { secretary, officer, assessing, councilAlarms, admin, appeals };
  }
}
