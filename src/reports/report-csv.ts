import { BOM, csvLine, type CellValue, type SeparatorName } from '../platform/csv/index.js';
import type { ReportText } from './report-text.js';

/** The columns in their order, new ones last: readers may count them; what is hidden or absent is an empty cell. */
const COLUMNS: Readonly<Record<string, (text: ReportText) => CellValue | undefined>> = {
  position: ({ position }) => position,
  comments: ({ comments }) => comments,
  number: ({ number }) => number,
  channel: ({ channel }) => channel,
  language: ({ language }) => language,
  acceptedAt: ({ acceptedAt }) => acceptedAt,
  provisionNumber: ({ provisionNumber }) => provisionNumber,
  versionNumber: ({ versionNumber }) => versionNumber,
  quote: ({ quote }) => quote,
  text: ({ text }) => text,
  authorName: ({ author }) => author?.name,
  participant: ({ participant }) => participant,
  outcome: ({ answer }) => answer?.outcome,
  reasonsKk: ({ answer }) => answer?.reasons.kk,
  reasonsRu: ({ answer }) => answer?.reasons.ru,
  reasonsEn: ({ answer }) => answer?.reasons.en,
  answeredAt: ({ answer }) => answer?.answeredAt,
  revisedAt: ({ answer }) => answer?.revisedAt,
  earlierAnswers: ({ earlierAnswers }) => earlierAnswers.length,
  concealmentGround: ({ concealment }) => concealment?.ground,
  concealmentKk: ({ concealment }) => concealment?.explanation.kk,
  concealmentRu: ({ concealment }) => concealment?.explanation.ru,
  commentId: ({ commentId }) => commentId,
  provisionId: ({ provisionId }) => provisionId,
  groupId: ({ groupId }) => groupId,
  answerProvisionId: ({ answer }) => answer?.provisionId,
  answerProvisionNumber: ({ answerProvisionNumber }) => answerProvisionNumber,
  quoteBefore: ({ quoteBefore }) => quoteBefore,
  quoteAfter: ({ quoteAfter }) => quoteAfter,
  onBehalfOfName: ({ onBehalfOf }) => onBehalfOf?.name,
  onBehalfOfBin: ({ onBehalfOf }) => onBehalfOf?.bin,
  receivedOn: ({ receivedOn }) => receivedOn,
  disownedAt: ({ disownedAt }) => disownedAt,
};

const READERS = Object.values(COLUMNS);

/** The names of the columns. */
export const REPORT_COLUMNS: readonly string[] = Object.keys(COLUMNS);

/** The byte order mark and the line of names. */
export function csvHead(separator: SeparatorName): string {
  return BOM + csvLine(REPORT_COLUMNS, separator);
}

/** A text, given as JSON, as a line of CSV. */
export function csvRow(line: string, separator: SeparatorName): string {
  const text = JSON.parse(line) as ReportText;
  return csvLine(
    READERS.map((read) => read(text) ?? null),
    separator,
  );
}
