import { ApiProperty } from '@nestjs/swagger';
import { LocalizedTextResponse } from '../platform/http/index.js';
import type { DayKind } from '../platform/kernel/index.js';
import { DAY_KINDS } from './calendar.service.js';

/** A day that is not what its place in the week says. */
export class CalendarDayResponse {
  @ApiProperty({ format: 'date' })
  date!: string;

  @ApiProperty({ enum: DAY_KINDS })
  kind!: DayKind;

  @ApiProperty({ type: () => LocalizedTextResponse })
  name!: LocalizedTextResponse;

  /** The act it rests on. */
  basis!: string;

  @ApiProperty({ enum: ['high', 'medium', 'low'] })
  confidence!: 'high' | 'medium' | 'low';
}

/** A year of the calendar. */
export class CalendarYearResponse {
  year!: number;

  /** False: only weekends are known, and due dates in the year are provisional. */
  loaded!: boolean;

  @ApiProperty({ type: () => [CalendarDayResponse] })
  days!: CalendarDayResponse[];
}

/** The day as it is now. */
export class DayResponse {
  @ApiProperty({ format: 'date' })
  date!: string;

  @ApiProperty({ enum: [...DAY_KINDS, 'ordinary'] })
  kind!: DayKind | 'ordinary';
}

/** A due date that the present calendar puts elsewhere, or makes final: then both days are one. */
export class ShiftResponse {
  kind!: string;

  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ format: 'date' })
  from!: string;

  @ApiProperty({ format: 'date' })
  to!: string;

  /** True while a year that decides the new date is not loaded. */
  provisional!: boolean;
}

/** What a recalculation moves. */
export class RecalculationResponse {
  @ApiProperty({ type: () => [ShiftResponse] })
  shifts!: ShiftResponse[];
}
