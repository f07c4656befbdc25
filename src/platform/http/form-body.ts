import { invalid, Problem } from '../kernel/index.js';
import type { ArrivedFile } from './arrived-file.js';
import { faultIn } from './json-body.js';

/** Most fields of a form, and the longest name of one. */
export const FORM_FIELDS = 2_000;
const NAME_CHARACTERS = 200;

/** Fields that belong to the frame and not to what is said: the proof of origin, the key of repetition, and the like. */
const FRAME = '_';
/** The field that stands for the header `Idempotency-Key`. */
export const KEY_FIELD = '_key';

export type FormField = readonly [name: string, value: string];

/** The fields of a form as a browser sent them, in their order, and the files that were chosen. */
export class FormBody {
  constructor(
    readonly fields: readonly FormField[],
    readonly files: readonly ArrivedFile[] = [],
  ) {}

  /** The first value under this name. */
  get(name: string): string | undefined {
    return this.fields.find(([one]) => one === name)?.[1];
  }

  /** All values under this name: checkboxes send several. */
  all(name: string): string[] {
    return this.fields.filter(([one]) => one === name).map(([, value]) => value);
  }

  /** What the person said, without the fields of the frame. */
  get said(): readonly FormField[] {
    return this.fields.filter(([name]) => !name.startsWith(FRAME));
  }
}

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * Reads `application/x-www-form-urlencoded` exactly as it came, or refuses it: wrong UTF-8 or percent signs, NUL, lone
 * surrogates. Browsers write each line break as CRLF for the way; here it becomes again what was typed.
 * Throws `malformed` (400), `invalid` (422) or `too-large` (413).
 */
export function parseFormBody(body: Buffer): FormBody {
  const parts = decoded(body).split('&').filter(Boolean);
  if (parts.length > FORM_FIELDS) throw new Problem('too-large');
  const fields = parts.map(fieldIn);
  const errors = fields.flatMap(([name, value]) => {
    const code = faultIn(value);
    return code ? [{ pointer: `/${name}`, code }] : [];
  });
  if (errors.length > 0) throw invalid(...errors);
  return new FormBody(fields);
}

function fieldIn(part: string): FormField {
  const at = part.indexOf('=');
  const name = plain(at < 0 ? part : part.slice(0, at));
  if (!isFieldName(name)) throw new Problem('malformed', { code: 'forbidden-key' });
  return [name, at < 0 ? '' : plain(part.slice(at + 1)).replaceAll('\r\n', '\n')];
}

/** False for a name that no field can have. */
export function isFieldName(name: string): boolean {
  return name.length <= NAME_CHARACTERS && name !== '__proto__' && !faultIn(name);
}

function plain(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    throw new Problem('malformed', { code: 'invalid-utf8' });
  }
}

function decoded(body: Buffer): string {
  try {
    return decoder.decode(body);
  } catch {
    throw new Problem('malformed', { code: 'invalid-utf8' });
  }
}
