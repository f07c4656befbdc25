import type { LocalDate } from '../platform/kernel/index.js';

/** Languages in which the portal shows its pages. */
export type PortalLanguage = 'kk' | 'ru';

/** A thing of the portal: its number there and its name in the language of the page. */
export interface PortalName {
  readonly id: string;
  readonly name: string;
}

/** One row of the text under discussion. */
export interface PortalRow {
  readonly n: number;
  /** Null where the portal shows the text itself and not its table about it. */
  readonly heading: string | null;
  readonly paragraphs: readonly string[];
}

/** An official answer below a comment. */
export interface PortalReply {
  readonly id: string;
  readonly author: string;
  readonly submittedAt: Date;
  readonly text: string;
}

/** A comment with what became of it. */
export interface PortalComment extends PortalReply {
  /** From 1, in the order of the page: newest first. */
  readonly n: number;
  /** Number of the channel on the portal. */
  readonly channel: string;
  /** The part of the text it is about: anchor in the page and the beginning of that part. */
  readonly fragment: { readonly anchor: string; readonly label: string } | null;
  readonly mark: 'accepted' | 'not accepted' | null;
  readonly replies: readonly PortalReply[];
}

/** Figures of the moment at which the page was saved. */
export interface PortalCounters {
  /** Comments and replies together, also those on pages that were not saved. */
  readonly comments: number;
  readonly accepted: number;
  readonly notAccepted: number;
  readonly likes: number;
  readonly dislikes: number;
  readonly views: number;
}

/** One saved page of a public discussion on the national portal of open draft regulations, in one language. */
export interface PortalPage {
  readonly id: string;
  readonly language: PortalLanguage;
  readonly title: string;
  readonly actType: string;
  readonly status: string;
  readonly developerBody: PortalName;
  readonly category: PortalName;
  readonly created: LocalDate;
  readonly discussionUntil: LocalDate;
  readonly onlineDiscussion: { readonly start: Date | null; readonly end: Date | null };
  readonly version: number;
  readonly files: readonly PortalName[];
  readonly draftText: readonly PortalRow[];
  readonly channels: readonly PortalName[];
  readonly counters: PortalCounters;
  readonly report: { readonly viewPath: string; readonly downloadId: string | null } | null;
  readonly comments: readonly PortalComment[];
}
