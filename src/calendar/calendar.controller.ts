import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { By, IfMatch, May, Public, versioned } from '../platform/http/index.js';
import { isLocalDate, notFound, type Actor } from '../platform/kernel/index.js';
import { CalendarRepository } from './calendar.repository.js';
import { DayRequest, YearRequest } from './calendar.requests.js';
import { CalendarYearResponse, DayResponse, RecalculationResponse } from './calendar.responses.js';
import { CalendarService, isCalendarYear } from './calendar.service.js';
import { DueDates } from './due-dates.service.js';

/** The calendar of working days; `period` is a year to read and a date to change. */
@Controller('calendar')
export class CalendarController {
  constructor(
    private readonly calendar: CalendarService,
    private readonly days: CalendarRepository,
    private readonly dueDates: DueDates,
  ) {}

  /** What a recalculation of open due dates would move. */
  @Get('recalculation')
  @May('calendar.recalculate')
  async preview(): Promise<RecalculationResponse> {
    return { shifts: await this.dueDates.preview() };
  }

  /** Moves open due dates to where the present calendar puts them. */
  @Post('recalculation')
  @May('calendar.recalculate')
  @HttpCode(200)
  async recalculate(@By() by: Actor): Promise<RecalculationResponse> {
    return { shifts: await this.dueDates.recalculate(by) };
  }

  /** The days of a year that are not what they seem. */
  @Get(':period')
  @Public()
  async year(@Param('period') year: string): Promise<CalendarYearResponse> {
    if (!isCalendarYear(year)) throw notFound();
    return { year: Number(year), ...(await this.days.ofYear(Number(year))) };
  }

  /** Says that all special days of a year are entered: due dates in it become final by a recalculation. */
  @Put(':period/completion')
  @May('calendar.edit')
  async complete(
    @Param('period') year: string,
    @Body() { basis }: YearRequest,
    @By() by: Actor,
  ): Promise<CalendarYearResponse> {
    if (!isCalendarYear(year)) throw notFound();
    await this.calendar.completeYear(Number(year), basis, by);
    return this.year(year);
  }

  /** Changes a day. Open due dates move only by a recalculation. */
  @Put(':period')
  @May('calendar.edit')
  async setDay(
    @Param('period') date: string,
    @Body() change: DayRequest,
    @By() by: Actor,
    @IfMatch() expected?: number,
  ): Promise<DayResponse> {
    if (!isLocalDate(date) || !isCalendarYear(date.slice(0, 4))) throw notFound();
    await this.calendar.setDay(date, change, by, expected);
    return versioned({ date, kind: change.kind }, await this.calendar.versionOf(date));
  }
}
