import { Global, Module } from '@nestjs/common';
import { CalendarController } from './calendar.controller.js';
import { CalendarRepository } from './calendar.repository.js';
import { CalendarService } from './calendar.service.js';
import { DueDates } from './due-dates.service.js';

/** Working days and the registry of due dates. */
@Global()
@Module({
  controllers: [CalendarController],
  providers: [CalendarService, CalendarRepository, DueDates],
  exports: [CalendarService, DueDates],
})
export class CalendarModule {}
