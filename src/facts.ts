import type { INestApplicationContext } from '@nestjs/common';
import { BodiesService } from './bodies/index.js';
import { CalendarService } from './calendar/index.js';

/** The facts the product itself needs, loaded once into an empty database: the calendar, regions, ministries, akimats. */
export async function loadFacts(app: INestApplicationContext): Promise<void> {
  await app.get(CalendarService).loadIfEmpty();
  await app.get(BodiesService).loadIfEmpty();
}
