import { AttendanceService, MeetingsService, VotesService } from '../../meetings/index.js';
import { Id, Repetitions, type FormBody, type HtmlText } from '../../platform/http/index.js';
import { Clock, localDateOf } from '../../platform/kernel/index.js';
import { RecommendationsQueries, RecommendationsService } from '../../recommendations/index.js';
import { BUTTON, refused } from '../desk/index.js';
import {
  Ctx,
  Fields,
  FilledForm,
  formAnswer,
  FormPost,
  NamesQueries,
  OwnPage,
  page,
  type PageContext,
  Pages,
  seeOther,
  versionIn,
} from '../frame/index.js';
import {
  allInFavour,
  allPresent,
  attendanceForm,
  closingForm,
  openingForm,
  RECOMMENDATION,
  VOTES,
} from './meeting-forms.js';
import { MeetingScreens } from './meeting-screens.service.js';
import { MeetingBody } from './meeting.page.js';
import type { ScreenForms } from './screen.js';

const RECORD = 'meeting.record';

/** A meeting is run on one screen; every act is a form that comes back to its place. */
@Pages()
export class MeetingScreenController {
  constructor(
    private readonly screens: MeetingScreens,
    private readonly meetings: MeetingsService,
    private readonly presence: AttendanceService,
    private readonly ballots: VotesService,
    private readonly recommendations: RecommendationsService,
    private readonly recommended: RecommendationsQueries,
    private readonly repetitions: Repetitions,
    private readonly names: NamesQueries,
    private readonly clock: Clock,
  ) {}

  /** The screen, at the item of `?item=`, else at the first that is not decided. */
  @OwnPage('desk/meetings/:id', RECORD)
  show(@Ctx() ctx: PageContext, @Id() id: string): Promise<HtmlText> {
    const { item } = ctx.request.query as Record<string, unknown>;
    return this.#screen(ctx, id, typeof item === 'string' ? item : undefined);
  }

  /** Where a reader is taken who opens the address of a form. */
  @OwnPage('desk/meetings/:id/:part', RECORD)
  back(@Ctx() ctx: PageContext, @Id() id: string): HtmlText {
    return seeOther(ctx.url(`/desk/meetings/${id}`));
  }

  /** The same for forms about one thing of the meeting. */
  @OwnPage('desk/meetings/:id/:part/:thing', RECORD)
  backTo(@Ctx() ctx: PageContext, @Id() id: string): HtmlText {
    return seeOther(ctx.url(`/desk/meetings/${id}`));
  }

  /** Records who is there. */
  @FormPost('desk/meetings/:id/attendance', RECORD)
  async attend(@Ctx() ctx: PageContext, @Id() id: string, @Fields() body: FormBody): Promise<HtmlText> {
    const { meeting } = await this.screens.meeting(id, ctx.by);
    const form = attendanceForm(localDateOf(meeting.startsAt));
    const all = allPresent(body);
    if (all) return this.#screen(ctx, id, undefined, { attendance: new FilledForm(ctx, form, {}, all) });
    return formAnswer(
      { ctx, form, body },
      async () => {
        await this.presence.record(id, form.read(body).records, ctx.by, versionIn(body));
        return this.#to(ctx, id, 'attendance');
      },
      (attendance) => this.#screen(ctx, id, undefined, { attendance }),
    );
  }

  /** Opens the meeting. */
  @FormPost('desk/meetings/:id/opening', RECORD)
  async open(@Ctx() ctx: PageContext, @Id() id: string, @Fields() body: FormBody): Promise<HtmlText> {
    const { meeting } = await this.screens.meeting(id, ctx.by);
    const form = openingForm(localDateOf(meeting.startsAt));
    return formAnswer(
      { ctx, form, body },
      async () => {
        await this.meetings.open(id, form.read(body), ctx.by, versionIn(body));
        return this.#to(ctx, id, 'item');
      },
      (opening) => this.#screen(ctx, id, undefined, { opening }),
    );
  }

  /** Records the votes on an item. */
  @FormPost('desk/meetings/:id/votes/:item', RECORD)
  vote(
    @Ctx() ctx: PageContext,
    @Id() id: string,
    @Id('item') itemId: string,
    @Fields() body: FormBody,
  ): Promise<HtmlText> {
    const all = allInFavour(body);
    if (all) return this.#screen(ctx, id, itemId, { votes: new FilledForm(ctx, VOTES, {}, all) });
    return formAnswer(
      { ctx, form: VOTES, body },
      async () => {
        await this.ballots.record(itemId, VOTES.read(body), ctx.by, versionIn(body));
        return this.#to(ctx, id, 'item', itemId);
      },
      (votes) => this.#screen(ctx, id, itemId, { votes }),
    );
  }

  /** Adopts a recommendation on a carried item. */
  @FormPost('desk/meetings/:id/recommendations/:item', 'recommendation.adopt')
  recommend(
    @Ctx() ctx: PageContext,
    @Id() id: string,
    @Id('item') itemId: string,
    @Fields() body: FormBody,
  ): Promise<HtmlText> {
    return formAnswer(
      { ctx, form: RECOMMENDATION, body },
      async () => {
        const wanted = RECOMMENDATION.read(body);
        await this.repetitions.once(
          ctx.request,
          () => this.recommendations.adopt(itemId, wanted, ctx.by),
          (made) => this.recommended.one(made, ctx.by),
        );
        return this.#to(ctx, id, 'item', itemId);
      },
      (recommendation) => this.#screen(ctx, id, itemId, { recommendation }),
    );
  }

  /** Sends a recommendation to its body. */
  @FormPost('desk/meetings/:id/dispatch/:thing', 'recommendation.dispatch')
  async dispatch(
    @Ctx() ctx: PageContext,
    @Id() id: string,
    @Id('thing') recommendationId: string,
    @Fields() body: FormBody,
  ): Promise<HtmlText> {
    const { agendaItemId } = await this.recommended.one(recommendationId, ctx.by);
    return formAnswer(
      { ctx, form: BUTTON, body },
      async () => {
        await this.recommendations.dispatch(recommendationId, ctx.by);
        return this.#to(ctx, id, 'item', agendaItemId);
      },
      (dispatch) => this.#screen(ctx, id, agendaItemId, { dispatch }),
    );
  }

  /** Closes the meeting; the minutes are next. */
  @FormPost('desk/meetings/:id/closing', RECORD)
  async close(@Ctx() ctx: PageContext, @Id() id: string, @Fields() body: FormBody): Promise<HtmlText> {
    const { meeting } = await this.screens.meeting(id, ctx.by);
    const form = closingForm(localDateOf(meeting.startsAt));
    return formAnswer(
      { ctx, form, body },
      async () => {
        await this.meetings.close(id, form.read(body).closedAt, ctx.by, versionIn(body));
        return seeOther(ctx.url(`/desk/meetings/${id}/minutes`));
      },
      (closing) => this.#screen(ctx, id, undefined, { closing }),
    );
  }

  async #screen(ctx: PageContext, id: string, item: string | undefined, forms: ScreenForms = {}): Promise<HtmlText> {
    const now = this.clock.now();
    const screen = await this.screens.screen(id, ctx.by, now, item);
    const names = await this.names.of(...screen.recommendations.map(({ bodyId }) => bodyId), screen.item?.bodyId);
    const title = ctx.t('portal.desk.meeting.title', { number: screen.meeting.number });
    const breadcrumbs = [{ text: ctx.t('portal.desk.title'), href: ctx.url('/desk') }, { text: title }];
    const body = MeetingBody({ ctx, screen, names, forms, now });
    return page(ctx, { title, unlisted: true, breadcrumbs }, body, refused(forms)?.status);
  }

  #to(ctx: PageContext, id: string, place: string, item?: string): HtmlText {
    return seeOther(`${ctx.url(`/desk/meetings/${id}`, { item })}#${place}`);
  }
}
