import { LocalizedField } from '../platform/http/index.js';
import type { LocalizedText } from '../platform/kernel/index.js';

const SUMMARY_MAX = 50_000;

/** The report to be published; its figures are counted. */
export class ReportRequest {
  /** What the body says of the result. */
  @LocalizedField({ max: SUMMARY_MAX, optional: true })
  summary?: LocalizedText;
}
