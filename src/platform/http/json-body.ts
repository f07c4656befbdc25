import { invalid, Problem, type FieldError } from '../kernel/index.js';

/** Largest body of a JSON request, in bytes. */
export const BODY_BYTES = 1_048_576;
/** Deepest nesting of a JSON request. */
export const BODY_DEPTH = 20;

const decoder = new TextDecoder('utf-8', { fatal: true });
const SUSPECT = /\\u0000|\\u[dD][89a-fA-F]|__proto__|\\u005[fF]/;

const OPEN = new Set([0x7b, 0x5b]);
const CLOSE = new Set([0x7d, 0x5d]);
const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COLON = 0x3a;

/**
 * Parses a JSON body exactly as it came, or refuses it: wrong UTF-8, nesting deeper than 20, a field named twice, NUL, lone
 * surrogates and `__proto__` are never altered or passed on. Throws `malformed` (400) or `invalid` (422).
 */
export function parseJsonBody(body: Buffer): unknown {
  if (body.length === 0) return undefined;
  const members = membersIn(body);
  const text = decode(body);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Problem('malformed', { code: 'invalid-json' });
  }
  // Of two members with one name the parser keeps the last without a word.
  if (membersOf(value) !== members) throw new Problem('malformed', { code: 'duplicate-key' });
  if (SUSPECT.test(text)) {
    const errors: FieldError[] = [];
    inspect(value, '', errors);
    if (errors.length > 0) throw invalid(...errors);
  }
  return value;
}

function decode(body: Buffer): string {
  try {
    return decoder.decode(body);
  } catch {
    throw new Problem('malformed', { code: 'invalid-utf8' });
  }
}

/** Members of all objects in the text, by their colons. Refuses depth on the bytes, before anything is built. */
function membersIn(body: Buffer): number {
  let depth = 0;
  let members = 0;
  for (let at = 0; at < body.length; at += 1) {
    const byte = body[at] ?? 0;
    if (byte === QUOTE) at = endOfString(body, at);
    else if (OPEN.has(byte)) depth += 1;
    else if (CLOSE.has(byte)) depth -= 1;
    else if (byte === COLON) members += 1;
    if (depth > BODY_DEPTH) throw new Problem('malformed', { code: 'too-deep', params: { max: BODY_DEPTH } });
  }
  return members;
}

/** Members of all objects in a parsed value. */
function membersOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  const parts: unknown[] = Object.values(value);
  return parts.reduce<number>((sum, part) => sum + membersOf(part), Array.isArray(value) ? 0 : parts.length);
}

function endOfString(body: Buffer, start: number): number {
  let end = body.indexOf(QUOTE, start + 1);
  while (end !== -1) {
    let slashes = 0;
    while (body[end - 1 - slashes] === BACKSLASH) slashes += 1;
    if (slashes % 2 === 0) return end;
    end = body.indexOf(QUOTE, end + 1);
  }
  return body.length;
}

function inspect(value: unknown, pointer: string, errors: FieldError[]): void {
  if (typeof value === 'string') {
    const code = faultIn(value);
    if (code) errors.push({ pointer, code });
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, part] of Object.entries(value)) {
      if (key === '__proto__' || faultIn(key)) throw new Problem('malformed', { code: 'forbidden-key' });
      inspect(part, `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`, errors);
    }
  }
}

/** Code of what makes a string impossible to store exactly, or undefined. */
export function faultIn(text: string): 'control-character' | 'lone-surrogate' | undefined {
  if (text.includes('\u0000')) return 'control-character';
  return text.isWellFormed() ? undefined : 'lone-surrogate';
}
