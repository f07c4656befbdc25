import { CalendarService } from '../../calendar/index.js';
import { CouncilRules } from '../../councils/index.js';
import { AgendaItemsQueries, AgendaService, MeetingsService, noticeDay } from '../../meetings/index.js';
import { Id, Repetitions, type FormBody, type HtmlText } from '../../platform/http/index.js';
import { localDateOf, Problem, type Actor } from '../../platform/kernel/index.js';
import { BUTTON, refused } from '../desk/index.js';
import {
  Ctx,
  Fields,
  formAnswer,
  FormPost,
  OwnPage,
  page,
  type PageContext,
  Pages,
  seeOther,
  versionIn,
} from '../frame/index.js';
import { AGENDA_ITEM, CANCELLATION } from './agenda-forms.js';
import { AgendaBody, type AgendaProps } from './agenda.page.js';
import { MeetingScreens } from './meeting-screens.service.js';
import { OpinionDeskQueries } from './opinion.queries.js';

const PLAN = 'meeting.plan';

/** The agenda of a meeting, its announcement, and its calling off. */
@Pages()
export class AgendaController {
  constructor(
    private readonly screens: MeetingScreens,
    private readonly meetings: MeetingsService,
    private readonly agenda: AgendaService,
    private readonly items: AgendaItemsQueries,
    private readonly opinions: OpinionDeskQueries,
    private readonly rules: CouncilRules,
    private readonly calendar: CalendarService,
    private readonly repetitions: Repetitions,
  ) {}

  /** Plan and agenda. */
  @OwnPage('desk/meetings/:id/agenda', PLAN)
  show(@Ctx() ctx: PageContext, @Id() id: string): Promise<HtmlText> {
    return this.#page(ctx, id);
  }

  /** Puts an item on the agenda. */
  @FormPost('desk/meetings/:id/agenda', PLAN)
  add(@Ctx() ctx: PageContext, @Id() id: string, @Fields() body: FormBody): Promise<HtmlText> {
    return formAnswer(
      { ctx, form: AGENDA_ITEM, body },
      async () => {
        const wanted = AGENDA_ITEM.read(body);
        await this.repetitions.once(
          ctx.request,
          () => this.agenda.add(id, wanted, ctx.by),
          (made) => this.items.one(made, ctx.by),
        );
        return seeOther(`${ctx.url(`/desk/meetings/${id}/agenda`)}#add`);
      },
      (item) => this.#page(ctx, id, { item }),
    );
  }

  /** Postpones an item, puts it back, or takes it off. */
  @FormPost('desk/meetings/:id/items/:thing', PLAN)
  move(
    @Ctx() ctx: PageContext,
    @Id() id: string,
    @Id('thing') itemId: string,
    @Fields() body: FormBody,
  ): Promise<HtmlText> {
    return formAnswer(
      { ctx, form: BUTTON, body },
      async () => {
        await this.#moved(itemId, body.get('move'), ctx.by);
        return seeOther(ctx.url(`/desk/meetings/${id}/agenda`));
      },
      (move) => this.#page(ctx, id, { move }),
    );
  }

  /** Makes the meeting and its agenda public. */
  @FormPost('desk/meetings/:id/announcement', PLAN)
  announce(@Ctx() ctx: PageContext, @Id() id: string, @Fields() body: FormBody): Promise<HtmlText> {
    return formAnswer(
      { ctx, form: BUTTON, body },
      async () => {
        await this.meetings.announce(id, ctx.by, versionIn(body));
        return seeOther(ctx.url(`/desk/meetings/${id}`));
      },
      (move) => this.#page(ctx, id, { move }),
    );
  }

  /** Calls the meeting off. */
  @FormPost('desk/meetings/:id/cancellation', PLAN)
  cancel(@Ctx() ctx: PageContext, @Id() id: string, @Fields() body: FormBody): Promise<HtmlText> {
    return formAnswer(
      { ctx, form: CANCELLATION, body },
      async () => {
        await this.meetings.cancel(id, CANCELLATION.read(body).reason ?? null, ctx.by, versionIn(body));
        return seeOther(ctx.url('/desk'));
      },
      (cancellation) => this.#page(ctx, id, { cancellation }),
    );
  }

  async #moved(itemId: string, move: string | undefined, by: Actor): Promise<void> {
    if (move === 'remove') await this.agenda.takeOff(itemId, by);
    else if (move === 'postpone' || move === 'resume') {
      await this.agenda.amend(itemId, { postponed: move === 'postpone' }, by);
    } else throw new Problem('malformed');
  }

  async #page(ctx: PageContext, id: string, forms: AgendaProps['forms'] = {}): Promise<HtmlText> {
    const held = await this.screens.meeting(id, ctx.by);
    const { councilId, startsAt, number } = held.meeting;
    const [rules, calendar, bodies, drafts] = await Promise.all([
      this.rules.on(councilId, ctx.today),
      this.calendar.current(),
      this.screens.allBodies(),
      this.opinions.awaitingDrafts(councilId),
    ]);
    const noticeDueOn = noticeDay(calendar, localDateOf(startsAt), rules.term('M5.notice'));
    const title = ctx.t('portal.desk.plan.agendaTitle', { number });
    const breadcrumbs = [{ text: ctx.t('portal.desk.title'), href: ctx.url('/desk') }, { text: title }];
    const body = AgendaBody({ ctx, held, bodies, drafts, noticeDueOn, forms });
    return page(ctx, { title, unlisted: true, breadcrumbs }, body, refused(forms)?.status);
  }
}
