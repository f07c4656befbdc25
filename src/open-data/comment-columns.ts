import type { LocalizedText } from '../platform/kernel/index.js';
import { type Columns, tableOf } from './export-table.js';

/** A line of the export as it is read back: as in the list of comments, with the number of the provision. */
interface CommentLine {
  readonly id: string;
  readonly number: number;
  readonly state: string;
  readonly channel: string;
  readonly language: string;
  readonly text: string | null;
  readonly provisionId: string | null;
  readonly provisionNumber: string | null;
  readonly versionNumber: number | null;
  readonly quote: string | null;
  readonly quoteBefore: string | null;
  readonly quoteAfter: string | null;
  readonly author: { readonly name: string } | null;
  readonly participant: number | null;
  readonly onBehalfOf: { readonly name: string; readonly bin: string | null } | null;
  readonly acceptedAt: string;
  readonly receivedOn: string | null;
  readonly answer: Answered | null;
  readonly answerProvisionNumber: string | null;
  readonly withdrawnAt: string | null;
  readonly disownedAt: string | null;
  readonly concealment: Concealed | null;
  readonly groupId: string | null;
  readonly files: readonly { readonly name: string; readonly size: number; readonly sha256: string }[];
}

interface Answered {
  readonly outcome: string;
  readonly reasons: LocalizedText;
  readonly answeredAt: string;
  readonly provisionId: string | null;
}

interface Concealed {
  readonly ground: string;
  readonly explanation: LocalizedText;
  readonly concealedOn: string;
  readonly appeal: string;
}

const COLUMNS: Columns<CommentLine> = {
  number: ({ number }) => number,
  state: ({ state }) => state,
  channel: ({ channel }) => channel,
  language: ({ language }) => language,
  acceptedAt: ({ acceptedAt }) => acceptedAt,
  receivedOn: ({ receivedOn }) => receivedOn,
  provisionNumber: ({ provisionNumber }) => provisionNumber,
  versionNumber: ({ versionNumber }) => versionNumber,
  quote: ({ quote }) => quote,
  quoteBefore: ({ quoteBefore }) => quoteBefore,
  quoteAfter: ({ quoteAfter }) => quoteAfter,
  text: ({ text }) => text,
  authorName: ({ author }) => author?.name,
  participant: ({ participant }) => participant,
  onBehalfOf: ({ onBehalfOf }) => onBehalfOf?.name,
  onBehalfOfBin: ({ onBehalfOf }) => onBehalfOf?.bin,
  outcome: ({ answer }) => answer?.outcome,
  reasonsKk: ({ answer }) => answer?.reasons.kk,
  reasonsRu: ({ answer }) => answer?.reasons.ru,
  reasonsEn: ({ answer }) => answer?.reasons.en,
  answeredAt: ({ answer }) => answer?.answeredAt,
  withdrawnAt: ({ withdrawnAt }) => withdrawnAt,
  disownedAt: ({ disownedAt }) => disownedAt,
  concealmentGround: ({ concealment }) => concealment?.ground,
  concealmentKk: ({ concealment }) => concealment?.explanation.kk,
  concealmentRu: ({ concealment }) => concealment?.explanation.ru,
  concealmentEn: ({ concealment }) => concealment?.explanation.en,
  concealedOn: ({ concealment }) => concealment?.concealedOn,
  appeal: ({ concealment }) => concealment?.appeal,
  id: ({ id }) => id,
  provisionId: ({ provisionId }) => provisionId,
  groupId: ({ groupId }) => groupId,
  answerProvisionId: ({ answer }) => answer?.provisionId,
  answerProvisionNumber: ({ answerProvisionNumber }) => answerProvisionNumber,
  // A file a line, the name last: it may hold blanks, but no line break.
  files: ({ files }) => files.map(({ sha256, size, name }) => `${sha256} ${size} ${name}`).join('\n'),
};

/** Comments with their answers as a table; what is hidden is an empty cell. */
export const COMMENT_TABLE = tableOf(COLUMNS);
