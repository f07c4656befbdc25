import type { Comparison } from '../../comparisons/index.js';
import type { ConsultationRead } from '../../consultations/index.js';
import type { OnProvision, ReportResponse } from '../../reports/index.js';
import type { Names, PageContext } from '../frame/index.js';

/** What stands before the texts of a report. */
export interface ReportFrame {
  readonly report: ReportResponse;
  readonly comparison: Comparison;
  readonly onProvisions: readonly OnProvision[];
  readonly names: Names;
}

/** What a part of the first page is made of. */
export interface ReportPartProps extends ReportFrame {
  readonly ctx: PageContext;
  readonly consultation: ConsultationRead;
}
