import { MeetingsQueries, MeetingsService } from '../../meetings/index.js';
import { Id, Repetitions, type FormBody, type HtmlText } from '../../platform/http/index.js';
import { bilingualValues, momentField } from '../desk/index.js';
import {
  Ctx,
  emptyForm,
  Fields,
  type FilledForm,
  formAnswer,
  FormPost,
  OwnPage,
  page,
  type PageContext,
  Pages,
  seeOther,
  versionIn,
} from '../frame/index.js';
import { MEETING, MEETING_CHANGE } from './agenda-forms.js';
import { MeetingScreens } from './meeting-screens.service.js';
import { PlanBody } from './plan.page.js';

const PLAN = 'meeting.plan';

/** Meetings are planned, and their plans changed. */
@Pages()
export class PlanController {
  constructor(
    private readonly screens: MeetingScreens,
    private readonly meetings: MeetingsService,
    private readonly queries: MeetingsQueries,
    private readonly repetitions: Repetitions,
  ) {}

  /** The form of a new meeting. */
  @OwnPage('desk/councils/:id/meeting', PLAN)
  form(@Ctx() ctx: PageContext, @Id() id: string): Promise<HtmlText> {
    return this.#new(ctx, id, emptyForm(ctx, MEETING, { kind: 'regular', format: 'in_person' }));
  }

  /** Plans a meeting; its agenda is next. */
  @FormPost('desk/councils/:id/meeting', PLAN)
  plan(@Ctx() ctx: PageContext, @Id() id: string, @Fields() body: FormBody): Promise<HtmlText> {
    return formAnswer(
      { ctx, form: MEETING, body },
      async () => {
        const wanted = MEETING.read(body);
        const { thing } = await this.repetitions.once(
          ctx.request,
          () => this.meetings.plan(id, wanted, ctx.by),
          (made) => this.queries.one(made, ctx.by),
        );
        return seeOther(ctx.url(`/desk/meetings/${(thing as { id: string }).id}/agenda`));
      },
      (filled) => this.#new(ctx, id, filled),
    );
  }

  /** The form of a change. */
  @OwnPage('desk/meetings/:id/plan', PLAN)
  async change(@Ctx() ctx: PageContext, @Id() id: string): Promise<HtmlText> {
    const { meeting } = await this.screens.meeting(id, ctx.by);
    const { kind, format, startsAt, place, broadcastUrl, number } = meeting;
    const first = { kind, format, startsAt: momentField(startsAt), broadcastUrl, number };
    return this.#change(ctx, id, emptyForm(ctx, MEETING_CHANGE, { ...first, ...bilingualValues('place', place) }));
  }

  /** Changes the plan. */
  @FormPost('desk/meetings/:id/plan', PLAN)
  amend(@Ctx() ctx: PageContext, @Id() id: string, @Fields() body: FormBody): Promise<HtmlText> {
    return formAnswer(
      { ctx, form: MEETING_CHANGE, body },
      async () => {
        await this.meetings.amend(id, MEETING_CHANGE.read(body), ctx.by, versionIn(body));
        return seeOther(ctx.url(`/desk/meetings/${id}/agenda`));
      },
      (filled) => this.#change(ctx, id, filled),
    );
  }

  async #new(ctx: PageContext, councilId: string, filled: FilledForm): Promise<HtmlText> {
    const council = await this.screens.council(councilId, ctx.by);
    return page(ctx, headOf(ctx, 'portal.desk.plan.title'), PlanBody({ ctx, council, filled }), filled.status);
  }

  async #change(ctx: PageContext, id: string, filled: FilledForm): Promise<HtmlText> {
    const held = await this.screens.meeting(id, ctx.by);
    return page(ctx, headOf(ctx, 'portal.desk.plan.change'), PlanBody({ ctx, ...held, filled }), filled.status);
  }
}

function headOf(ctx: PageContext, key: string) {
  const title = ctx.t(key);
  const desk = { text: ctx.t('portal.desk.title'), href: ctx.url('/desk') };
  return { title, unlisted: true, breadcrumbs: [desk, { text: title }] };
}
