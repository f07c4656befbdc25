// SQL that writes JSON as text, part by part: `row_to_json` looks up names and types of all columns for every row, which
// costs a list more than finding its rows.

/** A part of the text: literal letters, or SQL that gives text. */
type Piece = { readonly letters: string } | { readonly sql: string };

/** The pieces of one value. What may be null is wrapped in `nullable`. */
export type JsonPart = readonly Piece[];

/** Text that never needs escaping: an id, a date, a code from a closed list. */
export function quoted(sql: string): JsonPart {
  return [{ letters: '"' }, { sql }, { letters: '"' }];
}

/** Any text, escaped. */
export function escaped(sql: string): JsonPart {
  return [{ sql: `to_json(${sql})::text` }];
}

/** A number, a boolean or JSON, as it is. */
export function bare(sql: string): JsonPart {
  return [{ sql: `(${sql})::text` }];
}

/** A timestamptz as `toISOString` writes it. */
export function instant(sql: string): JsonPart {
  return quoted(`to_char(${sql} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`);
}

/** The part, or `null` where one of its columns is null. */
export function nullable(part: JsonPart): JsonPart {
  return [{ sql: `coalesce(${jsonSql(part)}, 'null')` }];
}

/** An object of parts by their names. */
export function jsonObject(parts: Readonly<Record<string, JsonPart>>): JsonPart {
  const members = Object.entries(parts).flatMap(([name, part], at): Piece[] => [
    { letters: `${at === 0 ? '' : ','}"${name}":` },
    ...part,
  ]);
  return [{ letters: '{' }, ...members, { letters: '}' }];
}

/** SQL that gives the part as text. */
export function jsonSql(part: JsonPart): string {
  const merged: Piece[] = [];
  for (const piece of part) {
    const last = merged.at(-1);
    if (last && 'letters' in last && 'letters' in piece) {
      merged[merged.length - 1] = { letters: last.letters + piece.letters };
    } else {
      merged.push(piece);
    }
  }
  return `(${merged.map((piece) => ('letters' in piece ? `'${piece.letters}'` : piece.sql)).join(' || ')})`;
}
