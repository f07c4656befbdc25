import { ChoiceField, IdField, ListField, LocalizedField, QueryCount, TextField } from '../platform/http/index.js';
import type { LocalizedText } from '../platform/kernel/index.js';
import { PROVISION_LEVELS, type ProvisionLevel } from './provision-text.entity.js';

/** How many provisions a text may have. */
export const PROVISIONS_MAX = 2000;

const NUMBER_MAX = 50;
const HEADING_MAX = 2000;
const TEXT_MAX = 50_000;
const NOTE_MAX = 5000;
const VERSIONS_MAX = 1_000_000;

/** A provision of the text. */
export class ProvisionRequest {
  /** The id of a provision of an earlier version, to keep it. */
  @IdField({ optional: true })
  id?: string;

  @ChoiceField(PROVISION_LEVELS, { optional: true })
  level?: ProvisionLevel;

  /** The number printed before it. */
  @TextField({ max: NUMBER_MAX, optional: true })
  number?: string;

  @LocalizedField({ max: HEADING_MAX, optional: true })
  heading?: LocalizedText;

  @LocalizedField({ max: TEXT_MAX })
  text!: LocalizedText;
}

/** A new version of the text, whole. */
export class VersionRequest {
  @ListField(() => ProvisionRequest, { min: 1, max: PROVISIONS_MAX })
  provisions!: ProvisionRequest[];

  /** What changed. */
  @LocalizedField({ max: NOTE_MAX, optional: true })
  note?: LocalizedText;
}

/** Which version of the text to read. */
export class DraftQuery {
  /** Its number; without it the latest. */
  @QueryCount({ min: 1, max: VERSIONS_MAX, code: 'count-expected' })
  version?: number;
}
