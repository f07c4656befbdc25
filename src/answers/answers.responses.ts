import { ApiProperty } from '@nestjs/swagger';
import { GroupingMethodResponse, methodResponse } from '../comment-groups/index.js';
import { LocalizedTextResponse } from '../platform/http/index.js';
import { Rational, type LocalizedText } from '../platform/kernel/index.js';

/** The same or nearly the same reasons, given to comments of different groups. */
export class RepeatedAnswerResponse {
  @ApiProperty({ format: 'uuid' })
  consultationId!: string;

  /** In the wording that stands under most comments. */
  @ApiProperty({ type: () => LocalizedTextResponse })
  reasons!: LocalizedText;

  /** Groups of comments that got it. */
  @ApiProperty({ type: 'integer' })
  answers!: number;

  /** Comments under which it stands. */
  @ApiProperty({ type: 'integer' })
  comments!: number;
}

/**
 * How many answers are templates. An answer is what comments of one group got with the same or nearly the same reasons:
 * given to a whole group it counts once. It is near-identical when such reasons also stand under another group of the
 * same consultation. Answers to comments without a group yet are not counted.
 */
export class AnswerFiguresResponse {
  /** Comments with an answer. */
  @ApiProperty({ type: 'integer' })
  comments!: number;

  @ApiProperty({ type: 'integer' })
  answers!: number;

  /** Answers whose reasons differ by more than near-identity. */
  @ApiProperty({ type: 'integer' })
  distinct!: number;

  @ApiProperty({ type: 'integer' })
  nearIdentical!: number;

  /** Near-identical ÷ all answers, as a fraction such as `1/40`; null without answers. */
  @ApiProperty({ type: String, nullable: true, example: '1/40' })
  share!: string | null;

  /** When the figures were last computed; null before the first time. */
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  computedAt!: Date | null;

  /** True when answers changed since; they are counted within minutes. */
  pending!: boolean;

  /** The most repeated, no more than ten. */
  @ApiProperty({ type: () => [RepeatedAnswerResponse] })
  repeated!: RepeatedAnswerResponse[];

  /** How reasons are compared: by the method of groups, in Kazakh and Russian together. */
  @ApiProperty({ type: () => GroupingMethodResponse })
  method!: GroupingMethodResponse;
}

/** The figures as they are stored. */
export type AnswerFiguresRow = Omit<AnswerFiguresResponse, 'share' | 'method'>;

/** The figures with their share. */
export function answerFiguresResponse(row: AnswerFiguresRow): AnswerFiguresResponse {
  const { comments, answers, distinct, nearIdentical, computedAt, pending, repeated } = row;
  const share = answers === 0 ? null : Rational.of(nearIdentical, answers).toFraction();
  return {
    ...{ comments, answers, distinct, nearIdentical, share, computedAt, pending, repeated },
    method: methodResponse(),
  };
}
