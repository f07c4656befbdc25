import { ApiProperty } from '@nestjs/swagger';
import { LocalizedTextResponse, versioned } from '../platform/http/index.js';
import type { Actor } from '../platform/kernel/index.js';
import { type Rule, ruleResponse, RuleResponse } from '../rulebook/index.js';
import type { OwnValue } from './council-rule.entity.js';
import { COUNCIL_KINDS, COUNCIL_LEVELS, type CouncilKind, type CouncilLevel } from './council.entity.js';
import { COUNCIL, type CouncilState } from './council.lifecycle.js';
import { councilMoves } from './council.policy.js';
import type { CouncilRead } from './councils.queries.js';

/** One term of a council; both days included. */
export class ConvocationResponse {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  number!: number;

  @ApiProperty({ format: 'date' })
  fromOn!: string;

  @ApiProperty({ format: 'date' })
  untilOn!: string;
}

/** A public council. */
export class CouncilResponse {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ enum: COUNCIL.states })
  state!: CouncilState;

  @ApiProperty({ type: () => LocalizedTextResponse })
  name!: LocalizedTextResponse;

  @ApiProperty({ enum: COUNCIL_LEVELS })
  level!: CouncilLevel;

  @ApiProperty({ enum: COUNCIL_KINDS })
  kind!: CouncilKind;

  /** The body it works with. */
  @ApiProperty({ format: 'uuid' })
  bodyId!: string;

  @ApiProperty({ format: 'uuid' })
  territoryId!: string;

  /** How many members it is to have. */
  seats!: number;

  @ApiProperty({ format: 'date' })
  foundedOn!: string;

  @ApiProperty({ type: String, format: 'date', nullable: true })
  activatedOn!: string | null;

  @ApiProperty({ type: String, format: 'date', nullable: true })
  dissolvedOn!: string | null;

  @ApiProperty({ type: String, nullable: true })
  website!: string | null;

  @ApiProperty({ type: () => [LocalizedTextResponse] })
  sectors!: LocalizedTextResponse[];

  @ApiProperty({ type: () => LocalizedTextResponse, nullable: true })
  regulation!: LocalizedTextResponse | null;

  /** Oldest first. */
  @ApiProperty({ type: () => [ConvocationResponse] })
  convocations!: ConvocationResponse[];

  /** Moves that the caller may make now; only for somebody signed in. */
  @ApiProperty({ type: [String], enum: Object.keys(COUNCIL.moves), required: false })
  moves?: string[];
}

export function councilResponse({ version, ...council }: CouncilRead, by: Actor): CouncilResponse {
  const moves = councilMoves(by, council);
  return versioned({ ...council, ...(moves ? { moves } : {}) }, version);
}

/** A page of councils. */
export class CouncilPageResponse {
  @ApiProperty({ type: () => [CouncilResponse] })
  items!: CouncilResponse[];

  @ApiProperty({ type: String, nullable: true })
  next!: string | null;
}

/** A rule as it binds one council. */
export class CouncilRuleResponse extends RuleResponse {
  /** True where the council's own decision gives the value. */
  own!: boolean;

  @ApiProperty({ type: String, format: 'date', nullable: true })
  decidedOn!: string | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  agendaItemId!: string | null;
}

/** `own` is the council's decision where it gives the value. */
export function councilRuleResponse(rule: Rule, own: OwnValue | undefined): CouncilRuleResponse {
  const { decidedOn = null, agendaItemId = null } = own ?? {};
  return Object.assign(ruleResponse(rule), { own: own !== undefined, decidedOn, agendaItemId });
}

/** The rules that bind one council, in the order of the law. */
export class CouncilRulesResponse {
  @ApiProperty({ type: () => [CouncilRuleResponse] })
  items!: CouncilRuleResponse[];

  @ApiProperty({ type: String, nullable: true })
  next!: string | null;
}
