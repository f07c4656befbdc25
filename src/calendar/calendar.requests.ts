import { ChoiceField, LocalizedField, TextField } from '../platform/http/index.js';
import type { DayKind, LocalizedText } from '../platform/kernel/index.js';
import { DAY_KINDS } from './calendar.service.js';

/** That all special days of a year are entered. */
export class YearRequest {
  /** The act that the year was checked against. */
  @TextField({ max: 1000 })
  basis!: string;
}

/** What a day is to be. */
export class DayRequest {
  /** `ordinary` takes the exception away. */
  @ChoiceField([...DAY_KINDS, 'ordinary'])
  kind!: DayKind | 'ordinary';

  /** Needed unless the day becomes ordinary. */
  @LocalizedField({ max: 200, optional: true })
  name?: LocalizedText;

  /** The act it rests on. */
  @TextField({ max: 1000 })
  basis!: string;
}
