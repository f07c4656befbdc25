import { ApiProperty } from '@nestjs/swagger';

/** A file at the discussion on the portal. */
export class SourceFileResponse {
  @ApiProperty({ enum: ['kk', 'ru'] })
  language!: string;

  name!: string;

  @ApiProperty({ format: 'uri' })
  url!: string;
}

/** Figures of the portal at the moment its pages were saved. */
export class SourceCountersResponse {
  /** Comments and official answers together. */
  comments!: number;
  accepted!: number;
  notAccepted!: number;
  likes!: number;
  dislikes!: number;
  views!: number;
}

/** Where a consultation was taken over from. */
export class SourceResponse {
  @ApiProperty({ format: 'uuid' })
  consultationId!: string;

  @ApiProperty({ enum: ['open-npa'] })
  source!: string;

  /** The number of the discussion there. */
  externalId!: string;

  @ApiProperty({ format: 'uri' })
  url!: string;

  /** The languages whose pages were read; texts in the other one only stand in for what was not. */
  @ApiProperty({ enum: ['kk', 'ru'], isArray: true })
  languages!: string[];

  /** The developing body as the pages name it, in the languages that were read. */
  @ApiProperty({ type: Object })
  bodyName!: Partial<Record<string, string>>;

  @ApiProperty({ type: () => [SourceFileResponse] })
  files!: SourceFileResponse[];

  @ApiProperty({ type: () => SourceCountersResponse })
  counters!: SourceCountersResponse;

  /** Comments and official answers that the portal counts but the saved pages do not hold. */
  missingEntries!: number;

  /** The report on the discussion there. */
  @ApiProperty({ type: String, format: 'uri', nullable: true })
  reportUrl!: string | null;

  @ApiProperty({ type: String, format: 'date-time' })
  importedAt!: Date;
}

/** The part of the page that a comment is about. */
export class SourceFragmentResponse {
  anchor!: string;

  /** How that part begins. */
  label!: string;
}

/** An official answer as it stands on the portal. */
export class SourceReplyResponse {
  id!: string;
  author!: string;

  @ApiProperty({ format: 'date-time' })
  submittedAt!: string;

  text!: string;
}

/** What the portal tells of a comment taken over from it. */
export class CommentSourceResponse {
  @ApiProperty({ format: 'uuid' })
  commentId!: string;

  /** The number of the comment there. */
  externalId!: string;

  /** The name under which the portal shows the author; null while the comment is concealed here. */
  @ApiProperty({ type: String, nullable: true })
  author!: string | null;

  @ApiProperty({ type: () => SourceFragmentResponse, nullable: true })
  fragment!: SourceFragmentResponse | null;

  @ApiProperty({ type: String, enum: ['accepted', 'not accepted'], nullable: true })
  mark!: string | null;

  @ApiProperty({ type: () => [SourceReplyResponse] })
  replies!: SourceReplyResponse[];

  /** The one language the reasons are really in; null once the body changed its answer here. */
  @ApiProperty({ type: String, enum: ['kk', 'ru', 'en'], nullable: true })
  reasonsLanguage!: string | null;
}
