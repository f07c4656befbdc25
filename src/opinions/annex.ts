import { ApiProperty } from '@nestjs/swagger';
import { LocalizedTextResponse } from '../platform/http/index.js';
import {
  OPINION_CHANNELS,
  OPINION_DECISIONS,
  STANCES,
  type OpinionChannel,
  type OpinionDecision,
  type Stance,
} from './opinion.lifecycle.js';
import type { NoticeStandingResponse, OpinionResponse } from './opinions.responses.js';

/** An opinion as it is annexed to a draft and its report (K4); `/opinions/{id}` has it whole. */
export class AnnexedOpinionResponse {
  @ApiProperty({ format: 'uuid' })
  opinionId!: string;

  @ApiProperty({ enum: OPINION_CHANNELS })
  channel!: OpinionChannel;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  councilId!: string | null;

  @ApiProperty({ type: () => LocalizedTextResponse, nullable: true })
  organization!: LocalizedTextResponse | null;

  @ApiProperty({ enum: STANCES })
  stance!: Stance;

  /** Came after its term (K1). */
  late!: boolean;

  /** What the body decided on it; null while it has not answered. */
  @ApiProperty({ type: String, enum: OPINION_DECISIONS, nullable: true })
  decision!: OpinionDecision | null;
}

/** What belongs to a draft for ever: the opinions on it, and the councils whose silence approved it. */
export interface Annex {
  readonly annex: AnnexedOpinionResponse[];
  /** Ids of the councils whose term passed without an opinion in time (K2). */
  readonly approvedBySilence: string[];
}

/** The annex of a draft, as it stands today: what came and was answered after the report is in it too. */
export function annexOf(opinions: readonly OpinionResponse[], notices: readonly NoticeStandingResponse[]): Annex {
  return {
    annex: opinions.map(({ id: opinionId, channel, councilId, organization, stance, late, response }) => {
      return { opinionId, channel, councilId, organization, stance, late, decision: response?.decision ?? null };
    }),
    approvedBySilence: notices.flatMap(({ councilId, standing }) => (standing === 'silent' ? [councilId] : [])),
  };
}
