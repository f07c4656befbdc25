/** Most parts of a packed document; ordinary ones have some dozens, with many images some hundreds. */
export const PARTS_MAX = 2_000;
/** Most bytes of one part once it is unpacked; the text of the longest code has about a quarter of it. */
export const PART_BYTES = 32 * 1024 * 1024;
/** Deepest nesting of elements; Word itself writes some thirty. */
export const DEPTH_MAX = 250;
/** Most provisions of a text. */
export const PROVISIONS_MOST = 2_000;
/** Milliseconds after which a conversion is ended. */
export const CONVERSION_MS = 20_000;
/** Memory of a conversion, in MiB. */
export const CONVERSION_MIB = 384;
