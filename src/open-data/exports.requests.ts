import { SEPARATORS, type SeparatorName } from '../platform/csv/index.js';
import { ChoiceField } from '../platform/http/index.js';

/** How the CSV is to be written. */
export class CsvQuery {
  /** What stands between the cells; spreadsheets in Kazakh and Russian open files with a semicolon. */
  @ChoiceField(Object.keys(SEPARATORS), { optional: true })
  separator: SeparatorName = 'comma';
}
