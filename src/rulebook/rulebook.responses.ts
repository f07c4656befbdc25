import { ApiProperty } from '@nestjs/swagger';
import { LocalizedTextResponse } from '../platform/http/index.js';
import type { Power } from './power.js';
import type { Rule } from './rule.js';

/** One number or demand of the law. */
export class RuleResponse {
  id!: string;

  @ApiProperty({ type: () => LocalizedTextResponse })
  name!: LocalizedTextResponse;

  /** `{ amount, unit }` (wd, cd, month, year, count), `{ fraction }`, `{ from, to }` or `{ text }`. */
  @ApiProperty({ type: Object, additionalProperties: true })
  value!: Rule['value'];

  /** In which direction a council may tighten it. */
  @ApiProperty({ type: String, enum: ['more', 'less'], nullable: true })
  stricter!: Rule['stricter'];

  /** `refuses`: the act is not possible. `flags`: it stands and the breach is shown. `computes`: a date or a result. */
  @ApiProperty({ enum: ['refuses', 'flags', 'computes'] })
  effect!: Rule['effect'];

  @ApiProperty({ type: () => LocalizedTextResponse })
  basis!: LocalizedTextResponse;

  @ApiProperty({ type: String, format: 'date', nullable: true })
  since!: string | null;

  /** `setting`: our default where the by-law's text was not to be had. */
  @ApiProperty({ enum: ['law', 'old wording', 'setting'] })
  trust!: Rule['trust'];

  /** False for a setting that rests on no verified text. */
  verified!: boolean;
}

export function ruleResponse(rule: Rule): RuleResponse {
  return { ...rule, verified: rule.trust !== 'setting' || rule.since !== null };
}

/** The rulebook. */
export class RulesResponse {
  @ApiProperty({ type: () => [RuleResponse] })
  items!: RuleResponse[];

  @ApiProperty({ type: String, nullable: true })
  next!: string | null;
}

/** A power of a council that agenda items and recommendations cite. */
export class PowerResponse {
  id!: string;

  @ApiProperty({ enum: ['ministry_or_local', 'quasi_state'] })
  councils!: Power['councils'];

  @ApiProperty({ type: () => LocalizedTextResponse })
  name!: LocalizedTextResponse;

  @ApiProperty({ type: () => LocalizedTextResponse })
  basis!: LocalizedTextResponse;

  /** The rule that gives the term of a reply. */
  @ApiProperty({ type: String, nullable: true })
  replyRule!: string | null;

  /** True where the council gives an opinion instead of a recommendation. */
  answeredAsOpinion!: boolean;
}

/** The powers of Articles 5 and 5-1. */
export class PowersResponse {
  @ApiProperty({ type: () => [PowerResponse] })
  items!: PowerResponse[];

  @ApiProperty({ type: String, nullable: true })
  next!: string | null;
}
