import { CouncilRules, CouncilsQueries } from '../../councils/index.js';
import { MeetingsQueries } from '../../meetings/index.js';
import { MinutesQueries, MinutesQuery } from '../../minutes/index.js';
import { Id, type HtmlText } from '../../platform/http/index.js';
import { ANONYMOUS, localDateOf, notFound, type LocalizedText } from '../../platform/kernel/index.js';
import { RecommendationsQueries } from '../../recommendations/index.js';
import type { Breadcrumb } from '../components/index.js';
import { Ctx, Filters, NamesQueries, page, type PageContext, Pages, PublicPage } from '../frame/index.js';
import { meetingTitle } from './meeting-list.js';
import { MeetingBody } from './meeting.page.js';
import { MinutesBody } from './minutes.page.js';

/** One meeting: agenda, attendance, quorum, votes, and its minutes. */
@Pages()
export class MeetingController {
  constructor(
    private readonly meetings: MeetingsQueries,
    private readonly councils: CouncilsQueries,
    private readonly recommendations: RecommendationsQueries,
    private readonly minutes: MinutesQueries,
    private readonly rules: CouncilRules,
    private readonly names: NamesQueries,
  ) {}

  /** What was to be discussed, who came, how each voted, what was recommended. */
  @PublicPage('meetings/:id')
  async show(@Ctx() ctx: PageContext, @Id() id: string): Promise<HtmlText> {
    const meeting = await this.meetings.one(id, ANONYMOUS);
    const { councilId, startsAt, agenda } = meeting;
    const [council, attendance, recommendations, minutes, rules, names] = await Promise.all([
      this.councils.find(councilId),
      this.meetings.attendance(id, ANONYMOUS),
      this.recommendations.ofMeeting(id),
      this.minutes.inForce(id),
      this.rules.on(councilId, localDateOf(startsAt)),
      this.names.of(...agenda.map(({ bodyId }) => bodyId)),
    ]);
    if (!council) throw notFound();
    const title = meetingTitle(ctx, meeting);
    const breadcrumbs = [...way(ctx, councilId, council.name), { text: title }];
    const shown = { meeting, council, attendance, recommendations, minutes, rules, names };
    return page(ctx, { title: `${title}: ${ctx.text(council.name)}`, breadcrumbs }, MeetingBody({ ctx, ...shown }));
  }

  /** The published minutes, in the edition that is in force or an earlier one. */
  @PublicPage('meetings/:id/minutes')
  async read(
    @Ctx() ctx: PageContext,
    @Id() id: string,
    @Filters(MinutesQuery) { version }: MinutesQuery,
  ): Promise<HtmlText> {
    const meeting = await this.meetings.one(id, ANONYMOUS);
    const [minutes, council, rules] = await Promise.all([
      this.minutes.ofMeeting(id, ANONYMOUS, version),
      this.councils.find(meeting.councilId),
      this.rules.on(meeting.councilId, localDateOf(meeting.startsAt)),
    ]);
    if (!council) throw notFound();
    const title = ctx.t('portal.meetings.minutes');
    const name = meetingTitle(ctx, meeting);
    const breadcrumbs = [
      ...way(ctx, meeting.councilId, council.name),
      { text: name, href: ctx.url(`/meetings/${id}`) },
      { text: title },
    ];
    const body = MinutesBody({ ctx, meeting, council, minutes, rules });
    return page(ctx, { title: `${title}: ${name}`, breadcrumbs }, body);
  }
}

function way(ctx: PageContext, councilId: string, name: LocalizedText): Breadcrumb[] {
  return [
    { text: ctx.t('portal.nav.councils'), href: ctx.url('/councils') },
    { text: ctx.text(name), href: ctx.url(`/councils/${councilId}`) },
  ];
}
