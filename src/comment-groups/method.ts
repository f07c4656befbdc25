/**
 * How texts are compared (docs/decisions/0017). Changing a number changes which comments stand together: then it is
 * another method, and what was grouped before stays as it was.
 */
export const METHOD = {
  name: 'minhash',
  /** Characters of a piece. */
  piece: 5,
  /** Common pieces among all pieces of two texts from which they are near-identical. */
  similarity: 0.8,
  /** Shorter texts are only ever the same or different. */
  leastWords: 6,
} as const;

/** A text is found by its bands; each holds the least values of so many hash functions. */
export const BANDS = 20;
export const ROWS_OF_BAND = 6;
/** Common bands from which two texts are compared: near-identical ones have five, those with a sentence in common none. */
export const COMMON_BANDS = 2;

/** Texts that stand for all others with the same band, so that no comment is compared with thousands. */
export const FULL_BAND = 16;
/** Texts of one group that a new text is compared with at most, those that share most bands with it. */
export const COMPARED_OF_GROUP = 8;
