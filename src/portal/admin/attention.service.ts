import { Injectable } from '@nestjs/common';
import { CalendarService, DueDates } from '../../calendar/index.js';
import { Clock, holds, type Actor } from '../../platform/kernel/index.js';
import { Rulebook } from '../../rulebook/index.js';

/** What an administrator should look at. */
export interface AdminAttention {
  /** This year and the next, where the calendar is not loaded: due dates in them stay provisional. */
  readonly years: readonly number[];
  /** Open due dates that the present calendar puts elsewhere or makes final. */
  readonly shifts: number;
  /** Settings that rest on no verified text. */
  readonly unverified: number;
}

/** Gathers what an administrator should look at. */
@Injectable()
export class Attention {
  constructor(
    private readonly calendar: CalendarService,
    private readonly dueDates: DueDates,
    private readonly rulebook: Rulebook,
    private readonly clock: Clock,
  ) {}

  /** Undefined for who is no administrator. */
  async of(by: Actor): Promise<AdminAttention | undefined> {
    if (!holds(by, 'account.list')) return undefined;
    const today = this.clock.today();
    const year = Number(today.slice(0, 4));
    const [calendar, shifts, rules] = await Promise.all([
      this.calendar.current(),
      this.dueDates.preview(),
      this.rulebook.on(today),
    ]);
    return {
      years: [year, year + 1].filter((one) => !calendar.isLoaded(one)),
      shifts: shifts.length,
      unverified: rules.all.filter(({ trust, since }) => trust === 'setting' && since === null).length,
    };
  }
}
