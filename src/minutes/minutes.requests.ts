import { DateField, IdField, LocalizedField, QueryCount, UrlField } from '../platform/http/index.js';
import type { LocalDate, LocalizedText } from '../platform/kernel/index.js';

const NOTES_MAX = 20_000;
const REASON_MAX = 2000;
const EDITIONS_MAX = 1000;

/** The secretary's own words in the minutes; everything else comes from what is recorded. */
export class MinutesRequest {
  /** Absent leaves them, null takes them away. */
  @LocalizedField({ max: NOTES_MAX, optional: true, nullable: true })
  notes?: LocalizedText | null;
}

/** The minutes were signed. */
export class MinutesSignatureRequest {
  /** Not before the meeting, not after today. */
  @DateField()
  signedOn!: LocalDate;

  /** The member who presided. */
  @IdField()
  chairSignatory!: string;

  /** Where the scan of the signed paper is. */
  @UrlField({ optional: true })
  scan?: string;
}

/** A correction of published minutes. */
export class MinutesCorrectionRequest {
  @LocalizedField({ max: REASON_MAX })
  reason!: LocalizedText;

  /** Absent keeps the notes of the edition before, null takes them away. */
  @LocalizedField({ max: NOTES_MAX, optional: true, nullable: true })
  notes?: LocalizedText | null;
}

/** Which edition to read. */
export class MinutesQuery {
  /** Absent: the one in force, or for those who may see it the one in work. */
  @QueryCount({ min: 1, max: EDITIONS_MAX, code: 'count-expected', otherwise: 0 })
  version?: number;
}
