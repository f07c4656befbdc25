/** Types of elements whose text holds no comma, quote, brace or space. */
type Plain = string | number | boolean | null;

const TEXT = 25;
const BYTEA = 17;
const HEADER = 20;
const LENGTH = 4;
/** UTF-8 takes at most three bytes a UTF-16 unit. */
const MOST_PER_UNIT = 3;

/**
 * An array of uuids, numbers, booleans, dates or instants in ISO 8601 as a parameter. The driver's own way escapes each
 * element as if it were any text, which costs more than the rest of a request.
 */
export function plainArray(values: readonly Plain[]): string {
  return `{${values.map((value) => value ?? 'NULL').join(',')}}`;
}

/** An array of texts as a parameter, in PostgreSQL's binary form: nothing is escaped, nothing read character by character. */
export function textArray(values: readonly (string | null)[]): Buffer {
  const most = values.reduce((sum, value) => sum + LENGTH + MOST_PER_UNIT * (value?.length ?? 0), HEADER);
  return binaryArray(TEXT, values, most, (buffer, value, at) => buffer.write(value, at, 'utf8'));
}

/** An array of bytes as a parameter. */
export function bytesArray(values: readonly (Buffer | null)[]): Buffer {
  const most = values.reduce((sum, value) => sum + LENGTH + (value?.length ?? 0), HEADER);
  return binaryArray(BYTEA, values, most, (buffer, value, at) => value.copy(buffer, at));
}

/** An element of an array of JSON: as text, or null. */
export function jsonOf(value: object | null): string | null {
  return value === null ? null : JSON.stringify(value);
}

/** Array of one dimension: its header, then each element behind its length, which is -1 for null. */
function binaryArray<T>(
  type: number,
  values: readonly (T | null)[],
  most: number,
  write: (buffer: Buffer, value: T, at: number) => number,
): Buffer {
  const buffer = Buffer.allocUnsafe(most);
  const hasNull = values.includes(null) ? 1 : 0;
  let at = [1, hasNull, type, values.length, 1].reduce((next, word) => buffer.writeInt32BE(word, next), 0);
  for (const value of values) {
    const length = value === null ? -1 : write(buffer, value, at + LENGTH);
    buffer.writeInt32BE(length, at);
    at += LENGTH + Math.max(length, 0);
  }
  return buffer.subarray(0, at);
}
