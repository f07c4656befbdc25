/** What followers are told of, in the order in which it is told. */
export const NEWS_KINDS = [
  'version',
  'extension',
  'document',
  'opinion',
  'answer',
  'report',
  'conclusion',
  'withdrawal',
] as const;

export type NewsKind = (typeof NEWS_KINDS)[number];

/** Acts of the journal on a consultation itself. */
export const CONSULTATION_NEWS: Readonly<Record<string, NewsKind>> = {
  'consultation.version-made': 'version',
  'consultation.extended': 'extension',
  'consultation.document-added': 'document',
  'consultation.document-replaced': 'document',
  'consultation.comparative-table-set': 'document',
  'consultation.reported': 'report',
  'consultation.concluded': 'conclusion',
  'consultation.withdrawn': 'withdrawal',
};

/** Acts on what was said in it; exactly these are in the index `journal_consultation`. */
export const NEWS_OF_PARTS: Readonly<Record<string, NewsKind>> = {
  'comment.answered': 'answer',
  'comment.answer-revised': 'answer',
  'opinion.given': 'opinion',
  'opinion.entered': 'opinion',
  'opinion.answered': 'opinion',
};
