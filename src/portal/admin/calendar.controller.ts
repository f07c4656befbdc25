import { Param } from '@nestjs/common';
import { CalendarService, DueDates, isCalendarYear, type CalendarYear } from '../../calendar/index.js';
import type { FormBody, HtmlText } from '../../platform/http/index.js';
import { isLocalDate, notFound, type LocalDate } from '../../platform/kernel/index.js';
import { BUTTON, refused } from '../desk/index.js';
import {
  Ctx,
  emptyForm,
  Fields,
  type FilledForm,
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
import { doneIn, headOf } from './admin-heads.js';
import { CalendarBody, type Preview } from './calendar.page.js';
import { DAY, dayValues, YEAR } from './day-form.js';
import { ShiftedQueries } from './shifted.queries.js';
import { YearBody, type YearForms } from './year.page.js';

const EDIT = 'calendar.edit';
const RECALCULATE = 'calendar.recalculate';

/** As many due dates as somebody looks at before the recalculation. */
const MOST_SHOWN = 200;

/** The calendar of working days, and the recalculation of what rests on it. */
@Pages()
export class AdminCalendarController {
  constructor(
    private readonly calendar: CalendarService,
    private readonly dueDates: DueDates,
    private readonly shifted: ShiftedQueries,
    private readonly names: NamesQueries,
  ) {}

  /** The years, and what a recalculation would move. */
  @OwnPage('desk/calendar', RECALCULATE)
  show(@Ctx() ctx: PageContext): Promise<HtmlText> {
    return this.#overview(ctx);
  }

  /** The address of a form: it leads back to the page that holds it. */
  @OwnPage('desk/calendar/recalculation', RECALCULATE)
  back(@Ctx() ctx: PageContext): HtmlText {
    return seeOther(ctx.url('/desk/calendar'));
  }

  /** Moves open due dates to where the present calendar puts them. */
  @FormPost('desk/calendar/recalculation', RECALCULATE)
  recalculate(@Ctx() ctx: PageContext, @Fields() body: FormBody): Promise<HtmlText> {
    return formAnswer(
      { ctx, form: BUTTON, body },
      async () => {
        await this.dueDates.recalculate(ctx.by);
        return seeOther(ctx.url('/desk/calendar', { done: 'recalculated' }));
      },
      (filled) => this.#overview(ctx, filled),
    );
  }

  /** A year with its days; `?day=` is the one that the form is for. */
  @OwnPage('desk/calendar/:year', EDIT)
  async year(@Ctx() ctx: PageContext, @Param('year') text: string): Promise<HtmlText> {
    const year = yearIn(text);
    const { day: wanted } = ctx.request.query as Record<string, unknown>;
    const date = typeof wanted === 'string' && isLocalDate(wanted) ? wanted : undefined;
    const day = date === undefined ? undefined : await this.calendar.day(date);
    const first = date === undefined ? {} : dayValues(date, day);
    return this.#year(ctx, year, { day: emptyForm(ctx, DAY, first), year: emptyForm(ctx, YEAR) }, date);
  }

  /** The address of a form: it leads back to the page that holds it. */
  @OwnPage('desk/calendar/:year/completion', EDIT)
  backToYear(@Param('year') text: string, @Ctx() ctx: PageContext): HtmlText {
    return seeOther(ctx.url(`/desk/calendar/${yearIn(text)}`));
  }

  /** Says that the year is whole. */
  @FormPost('desk/calendar/:year/completion', EDIT)
  complete(@Ctx() ctx: PageContext, @Param('year') text: string, @Fields() body: FormBody): Promise<HtmlText> {
    const year = yearIn(text);
    return formAnswer(
      { ctx, form: YEAR, body },
      async () => {
        await this.calendar.completeYear(year, YEAR.read(body).basis, ctx.by);
        return seeOther(ctx.url(`/desk/calendar/${year}`, { done: 'year' }));
      },
      (filled) => this.#year(ctx, year, { day: emptyForm(ctx, DAY), year: filled }),
    );
  }

  /** Sets a day; due dates stay until they are recalculated. */
  @FormPost('desk/calendar/:year', EDIT)
  setDay(@Ctx() ctx: PageContext, @Param('year') text: string, @Fields() body: FormBody): Promise<HtmlText> {
    const year = yearIn(text);
    return formAnswer(
      { ctx, form: DAY, body },
      async () => {
        const { date, ...change } = DAY.read(body);
        await this.calendar.setDay(date, change, ctx.by, versionIn(body));
        return seeOther(ctx.url(`/desk/calendar/${date.slice(0, 4)}`, { done: 'day' }));
      },
      (filled) => {
        const date = filled.value('date');
        const known = date !== undefined && isLocalDate(date) ? date : undefined;
        return this.#year(ctx, year, { day: filled, year: emptyForm(ctx, YEAR) }, known);
      },
    );
  }

  async #overview(ctx: PageContext, filled?: FilledForm): Promise<HtmlText> {
    const [years, preview] = await Promise.all([this.calendar.years(), this.#preview()]);
    const done = filled ? undefined : doneIn(ctx, 'recalculated');
    const head = headOf(ctx, ctx.t('portal.admin.calendar.title'));
    const body = CalendarBody({ ctx, years: withComing(years, ctx.today), preview, done, filled });
    return page(ctx, head, body, filled?.status);
  }

  async #preview(): Promise<Preview> {
    const all = await this.dueDates.preview();
    const shifts = all.slice(0, MOST_SHOWN);
    const things = await this.shifted.of(shifts);
    const names = await this.names.of(...[...things.values()].flatMap(({ councilId, bodyId }) => [councilId, bodyId]));
    return { count: all.length, shifts, things, names };
  }

  async #year(ctx: PageContext, year: number, forms: YearForms, date?: LocalDate): Promise<HtmlText> {
    const wrong = refused({ ...forms });
    const done = wrong ? undefined : doneIn(ctx, 'day', 'year');
    const [{ loaded, days }, day, version, shifts] = await Promise.all([
      this.calendar.year(year),
      date === undefined ? undefined : this.calendar.day(date),
      date === undefined ? undefined : this.calendar.versionOf(date),
      done === undefined ? [] : this.dueDates.preview(),
    ]);
    const head = headOf(ctx, ctx.t('portal.admin.calendar.year', { year: String(year) }), 'calendar');
    const body = YearBody({ ctx, year, loaded, days, forms, day, version, done, shifts: shifts.length });
    return page(ctx, head, body, wrong?.status);
  }
}

function yearIn(text: string): number {
  if (!isCalendarYear(text)) throw notFound();
  return Number(text);
}

/** The years that are known, and this and the next one, known or not. */
function withComing(years: readonly CalendarYear[], today: LocalDate): CalendarYear[] {
  const year = Number(today.slice(0, 4));
  const coming = [year, year + 1].filter((one) => !years.some((known) => known.year === one));
  const unknown = coming.map((one) => ({ year: one, loaded: false, days: 0 }));
  return [...years, ...unknown].sort((one, other) => other.year - one.year);
}
