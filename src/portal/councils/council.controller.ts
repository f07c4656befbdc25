import { BodiesQueries } from '../../bodies/index.js';
import { ConsultationsQueries } from '../../consultations/index.js';
import { CouncilRules, CouncilsQueries } from '../../councils/index.js';
import { MeetingsQueries, MeetingsQuery } from '../../meetings/index.js';
import { CompositionQuery, compositionResponse, MembersQueries } from '../../members/index.js';
import { NoticesQueries, OpinionsQueries } from '../../opinions/index.js';
import { Id, type HtmlText } from '../../platform/http/index.js';
import { ANONYMOUS, type LocalDate } from '../../platform/kernel/index.js';
import { RecommendationsQueries } from '../../recommendations/index.js';
import { Ctx, Filters, NamesQueries, page, type PageContext, Pages, PublicPage } from '../frame/index.js';
import { MeetingsBody } from '../meetings/meetings.page.js';
import type { CompositionProps } from './composition-view.js';
import { CouncilBody, type CouncilProps } from './council.page.js';

/** Meetings and recommendations shown of a council; its lists have the others. */
const SHOWN = 12;

/** One public council. */
@Pages()
export class CouncilController {
  constructor(
    private readonly councils: CouncilsQueries,
    private readonly bodies: BodiesQueries,
    private readonly members: MembersQueries,
    private readonly rules: CouncilRules,
    private readonly meetings: MeetingsQueries,
    private readonly recommendations: RecommendationsQueries,
    private readonly opinions: OpinionsQueries,
    private readonly notices: NoticesQueries,
    private readonly consultations: ConsultationsQueries,
    private readonly names: NamesQueries,
  ) {}

  /** Its composition on a day, today without one, its meetings, what it asked and what it was answered. */
  @PublicPage('councils/:id')
  async show(
    @Ctx() ctx: PageContext,
    @Id() id: string,
    @Filters(CompositionQuery) { on }: CompositionQuery,
  ): Promise<HtmlText> {
    const council = await this.councils.one(id);
    const [territory, composition, { items: meetings }, { items: asked }, timeliness, opinions] = await Promise.all([
      this.bodies.territory(council.territoryId),
      this.#composition(id, council.seats, on ?? ctx.today),
      this.meetings.list(id, { limit: SHOWN }, ANONYMOUS),
      this.recommendations.list({ council: id, limit: SHOWN }),
      this.recommendations.timeliness({ council: id }),
      this.#opinions(id),
    ]);
    const names = await this.names.of(council.bodyId, ...asked.map(({ bodyId }) => bodyId));
    const title = ctx.text(council.name);
    const breadcrumbs = [{ text: ctx.t('portal.nav.councils'), href: ctx.url('/councils') }, { text: title }];
    const shown = { council, territory, composition, meetings, asked, timeliness, opinions, names };
    return page(ctx, { title, breadcrumbs }, CouncilBody({ ctx, ...shown }));
  }

  /** All its meetings that were announced, the latest first. */
  @PublicPage('councils/:id/meetings')
  async list(
    @Ctx() ctx: PageContext,
    @Id() id: string,
    @Filters(MeetingsQuery) query: MeetingsQuery,
  ): Promise<HtmlText> {
    const council = await this.councils.one(id);
    const { items, next } = await this.meetings.list(id, query, ANONYMOUS);
    const name = ctx.text(council.name);
    const title = ctx.t('portal.meetings.listTitle');
    const breadcrumbs = [
      { text: ctx.t('portal.nav.councils'), href: ctx.url('/councils') },
      { text: name, href: ctx.url(`/councils/${id}`) },
      { text: title },
    ];
    return page(ctx, { title: `${title}: ${name}`, breadcrumbs }, MeetingsBody({ ctx, council, query, items, next }));
  }

  /** What it thought of drafts, its silence counted. */
  async #opinions(id: string): Promise<CouncilProps['opinions']> {
    const [{ items }, counts] = await Promise.all([
      this.opinions.list({ council: id, limit: SHOWN }),
      this.notices.counts(id),
    ]);
    const drafts = await this.consultations.headsOf(items.map(({ consultationId }) => consultationId));
    return { items, counts, drafts };
  }

  async #composition(id: string, seats: number, on: LocalDate): Promise<Omit<CompositionProps, 'ctx' | 'councilId'>> {
    const [rules, people] = await Promise.all([this.rules.on(id, on), this.members.onDate(id, on)]);
    const organizations = await this.members.organizationNames(people.map(({ organizationId }) => organizationId));
    const composition = compositionResponse(on, seats, people, rules.fraction('C1'));
    return { composition, rules, organizations };
  }
}
