import {
  ChoiceField,
  CountField,
  DateField,
  IdField,
  ListField,
  LocalizedField,
  PublicPageQuery,
  QueryFlag,
  TextField,
  UrlField,
} from '../platform/http/index.js';
import type { LocalizedText } from '../platform/kernel/index.js';
import { RuleValueField, type RuleValue } from '../rulebook/index.js';
import { COUNCIL_KINDS, COUNCIL_LEVELS, type CouncilKind, type CouncilLevel } from './council.entity.js';
import { COUNCIL } from './council.lifecycle.js';

const NAME_MAX = 500;
const SECTOR_MAX = 200;
const SECTORS_MAX = 30;
const REGULATION_MAX = 50_000;
const SEATS_MAX = 1000;
const NUMBER_MAX = 1000;

/** A field of work, in kk and ru, optionally en. */
export class SectorRequest {
  @TextField({ max: SECTOR_MAX })
  kk!: string;

  @TextField({ max: SECTOR_MAX })
  ru!: string;

  @TextField({ max: SECTOR_MAX, optional: true })
  en?: string;
}

/** What may be changed of a council; what is absent stays. */
export class CouncilChangeRequest {
  @LocalizedField({ max: NAME_MAX, optional: true })
  name?: LocalizedText;

  /** How many members the council is to have. */
  @CountField({ min: 1, max: SEATS_MAX, optional: true })
  seats?: number;

  @UrlField({ optional: true, nullable: true })
  website?: string | null;

  /** What the council deals with. */
  @ListField(() => SectorRequest, { max: SECTORS_MAX, optional: true })
  sectors?: SectorRequest[];

  /** The text of the council's own regulation. */
  @LocalizedField({ max: REGULATION_MAX, optional: true, nullable: true })
  regulation?: LocalizedText | null;
}

/** A council to be established. */
export class CouncilRequest {
  @LocalizedField({ max: NAME_MAX })
  name!: LocalizedText;

  @ChoiceField(COUNCIL_LEVELS)
  level!: CouncilLevel;

  @ChoiceField(COUNCIL_KINDS)
  kind!: CouncilKind;

  /** The body it is to work with. */
  @IdField()
  bodyId!: string;

  @IdField()
  territoryId!: string;

  /** How many members the council is to have. */
  @CountField({ min: 1, max: SEATS_MAX })
  seats!: number;

  /** The first day of the first convocation. */
  @DateField()
  foundedOn!: string;

  @UrlField({ optional: true, nullable: true })
  website?: string | null;

  /** What the council deals with. */
  @ListField(() => SectorRequest, { max: SECTORS_MAX, optional: true })
  sectors?: SectorRequest[];

  /** The text of the council's own regulation. */
  @LocalizedField({ max: REGULATION_MAX, optional: true, nullable: true })
  regulation?: LocalizedText | null;
}

/** The next convocation. */
export class ConvocationRequest {
  /** Its first day. */
  @DateField()
  from!: string;

  /** Without it the next number. */
  @CountField({ min: 1, max: NUMBER_MAX, optional: true })
  number?: number;
}

/** A value of a rule that a council decided on. */
export class CouncilRuleRequest {
  @RuleValueField()
  value!: RuleValue;

  /** The day of the decision, from which the value holds. */
  @DateField()
  decidedOn!: string;

  /** The agenda item under which it was decided. */
  @IdField({ optional: true })
  agendaItemId?: string;
}

/** Which councils to list. */
export class CouncilsQuery extends PublicPageQuery {
  @ChoiceField(COUNCIL_LEVELS, { optional: true })
  level?: CouncilLevel;

  @IdField({ optional: true })
  territory?: string;

  @IdField({ optional: true })
  body?: string;

  @ChoiceField(COUNCIL.states, { optional: true })
  state?: string;

  /** A part of the name, in any language. */
  @TextField({ max: 200, optional: true })
  q?: string;

  /** `true`: only active councils that today are below C1 or below their seats. */
  @QueryFlag()
  incomplete?: boolean;
}
