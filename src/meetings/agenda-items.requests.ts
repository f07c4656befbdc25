import {
  ChoiceField,
  CountField,
  FlagField,
  IdField,
  InstantField,
  ListField,
  LocalizedField,
  ObjectField,
  TextField,
  UrlField,
} from '../platform/http/index.js';
import type { LocalizedText } from '../platform/kernel/index.js';
import { ITEM_KINDS, SPEAKER_ROLES, type ItemKind, type SpeakerRole } from './agenda-item.lifecycle.js';
import { CHOICES, type Choice } from './tally.policy.js';

const NAME_MAX = 200;
const OFFICE_MAX = 300;
const TITLE_MAX = 1000;
const POWER_MAX = 10;
const LIST_MAX = 50;
const POSITION_MAX = 1000;
const MEMBERS_MAX = 200;

/** Who reports. */
export class RapporteurRequest {
  @TextField({ max: NAME_MAX })
  name!: string;

  @LocalizedField({ max: OFFICE_MAX, optional: true })
  office?: LocalizedText;
}

/** Who speaks. */
export class SpeakerRequest extends RapporteurRequest {
  @ChoiceField(SPEAKER_ROLES)
  role!: SpeakerRole;
}

/** A document laid before the meeting. */
export class MaterialRequest {
  @LocalizedField({ max: TITLE_MAX })
  title!: LocalizedText;

  @UrlField()
  url!: string;
}

/** What may be given of an item at any time until closing. */
class AgendaItemDetails {
  /** The body concerned. */
  @IdField({ optional: true, nullable: true })
  bodyId?: string | null;

  @ObjectField(() => RapporteurRequest, { optional: true, nullable: true })
  rapporteur?: RapporteurRequest | null;

  @ListField(() => SpeakerRequest, { max: LIST_MAX, optional: true })
  speakers?: SpeakerRequest[];

  /** Whether the first head of the body took part. */
  @FlagField({ optional: true, nullable: true })
  headPresent?: boolean | null;

  @ListField(() => MaterialRequest, { max: LIST_MAX, optional: true })
  materials?: MaterialRequest[];

  @IdField({ optional: true, nullable: true })
  consultationId?: string | null;

  @IdField({ optional: true, nullable: true })
  assessmentId?: string | null;
}

/** An item for the end of the agenda. */
export class AgendaItemRequest extends AgendaItemDetails {
  @LocalizedField({ max: TITLE_MAX })
  title!: LocalizedText;

  /** One of `/powers` that fits the council's kind. */
  @TextField({ max: POWER_MAX })
  power!: string;

  @ChoiceField(ITEM_KINDS)
  kind!: ItemKind;
}

/** What changes of an item; an absent field stays. */
export class AgendaItemChangeRequest extends AgendaItemDetails {
  @LocalizedField({ max: TITLE_MAX, optional: true })
  title?: LocalizedText;

  @TextField({ max: POWER_MAX, optional: true })
  power?: string;

  @ChoiceField(ITEM_KINDS, { optional: true })
  kind?: ItemKind;

  /** Its place on the agenda; the items between move by one. */
  @CountField({ min: 1, max: POSITION_MAX, optional: true })
  position?: number;

  /** True leaves it for another meeting, false puts it back. */
  @FlagField({ optional: true })
  postponed?: boolean;
}

/** A member's vote. */
export class BallotRequest {
  @IdField()
  memberId!: string;

  /** `conflict` declares a conflict of interest: the member does not vote on the item. */
  @ChoiceField(CHOICES)
  choice!: Choice;
}

/** The votes on an item, which replace what is recorded. */
export class VotesRequest {
  @ListField(() => BallotRequest, { max: MEMBERS_MAX })
  votes!: BallotRequest[];

  /** When the vote was taken, while the meeting was open; without it now. */
  @InstantField({ optional: true })
  votedAt?: string;
}
