import { DAY_KINDS, DayRequest, YearRequest, type CalendarDay } from '../../calendar/index.js';
import { DateField } from '../../platform/http/index.js';
import type { LocalDate } from '../../platform/kernel/index.js';
import { bilingualCompared, PreparedForm, type Compared } from '../desk/index.js';
import type { FilledForm, FirstValues } from '../frame/index.js';

/** What a day can be, `ordinary` last. */
export const KINDS = [...DAY_KINDS, 'ordinary'] as const;

/** A day and what it is to be. */
class DatedDayRequest extends DayRequest {
  @DateField()
  date!: LocalDate;
}

/** The form of a day; its name is needed unless it becomes ordinary. */
export const DAY = new PreparedForm(
  DatedDayRequest,
  {
    optional: ['name'],
    empty: {
      date: 'portal.admin.day.dateEmpty',
      kind: 'portal.admin.day.kindEmpty',
      basis: 'portal.admin.day.basisEmpty',
      'name.kk': 'portal.admin.day.nameEmpty',
    },
  },
  (fields) => fields,
  (name) => (name === 'name' ? 'name.kk' : name),
);

/** The basis of a year, on a page that has a field for that of a day. */
export const YEAR_BASIS = 'yearBasis';

/** That a year is whole, with the act it was checked against. */
export const YEAR = new PreparedForm(
  YearRequest,
  { empty: { [YEAR_BASIS]: 'portal.admin.day.basisEmpty' } },
  (fields) => fields.map(([name, value]) => [name === YEAR_BASIS ? 'basis' : name, value]),
  (name) => (name === 'basis' ? YEAR_BASIS : name),
);

/** A day as it is kept, for its form. */
export function dayValues(date: LocalDate, day: CalendarDay | undefined): FirstValues {
  if (!day) return { date };
  const { kind, name, basis } = day;
  return { date, kind, basis, 'name.kk': name.kk, 'name.ru': name.ru, 'name.en': name.en };
}

/** A day as it is kept and as it was entered. */
export function dayCompared(filled: FilledForm, day: CalendarDay | undefined): Compared[] {
  const { ctx } = filled;
  const t = (name: string): string => ctx.t(`portal.admin.day.${name}`);
  const kind = (value: string | undefined): string =>
    KINDS.some((one) => one === value) ? t(`kinds.${value ?? ''}`) : '–';
  return [
    { field: t('kind'), stored: kind(day?.kind ?? 'ordinary'), yours: kind(filled.value('kind')) },
    ...bilingualCompared(filled, 'name', t('name'), day?.name ?? null),
    { field: t('basis'), stored: day?.basis ?? '–', yours: filled.value('basis') ?? '–' },
  ];
}
