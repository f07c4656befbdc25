import { ApiProperty } from '@nestjs/swagger';

const countsByGround = { type: 'object', additionalProperties: { type: 'integer' } } as const;

/** Of the comments accepted in the period; each counts once, with its last concealment. */
export class ModerationFiguresResponse {
  /** All comments, withdrawn and concealed ones too. */
  comments!: number;

  /** Comments that were ever concealed. */
  concealed!: number;

  /** The share of these among all comments, as a fraction such as `1/40`; null without comments. */
  @ApiProperty({ type: String, nullable: true, example: '1/40' })
  share!: string | null;

  /** Concealed ones by their ground. */
  @ApiProperty({ ...countsByGround, example: { insult: 2, spam: 1 } })
  byGround!: Record<string, number>;

  /** Concealed now. */
  inForce!: number;

  /** Whose author appealed. */
  appealed!: number;

  /** Appeals without a decision. */
  waiting!: number;

  /** Of these, those whose last day has passed (N1.decision). */
  overdue!: number;

  /** Appeals in which the concealment was upheld. */
  upheld!: number;

  /** Appeals in which it was lifted. */
  lifted!: number;

  /** Shown again by the body itself. */
  reversed!: number;
}

/** The figures of one body. */
export class BodyModerationResponse extends ModerationFiguresResponse {
  @ApiProperty({ format: 'uuid' })
  bodyId!: string;
}

/** What bodies concealed, over all and body by body, those that concealed most first. */
export class ModerationResponse {
  /** The first day of the period; null from the beginning. */
  @ApiProperty({ type: String, format: 'date', nullable: true })
  from!: string | null;

  /** The last day of the period; null until today. */
  @ApiProperty({ type: String, format: 'date', nullable: true })
  until!: string | null;

  @ApiProperty({ type: () => ModerationFiguresResponse })
  total!: ModerationFiguresResponse;

  /** Bodies that received a comment in the period. */
  @ApiProperty({ type: () => [BodyModerationResponse] })
  items!: BodyModerationResponse[];

  @ApiProperty({ type: String, nullable: true })
  next!: string | null;
}
