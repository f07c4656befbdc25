import { open, type FileHandle } from 'node:fs/promises';
import { bareType, fitsDeclared, FILE_KINDS, kindOfName, type FileKind } from './file-kind.js';
import { BrokenZip, unpacked, zipEntries, type ZipEntry } from './zip-directory.js';
import type { FieldError } from '../kernel/index.js';

/** What the bytes are: `text` may be called by several names; the last four are never taken. */
export type ContentKind = Exclude<FileKind, 'txt' | 'csv'> | 'text' | 'markup' | 'macros' | 'broken' | 'unknown';

const HEAD_BYTES = 512;
const PIECE_BYTES = 64 * 1024;
const LARGEST_LIST = 1024 * 1024;

const SIGNATURES: readonly (readonly [ContentKind | 'zip', string, number?])[] = [
  ['pdf', '%PDF-'],
  ['png', '\x89PNG\r\n\x1a\n'],
  ['jpg', '\xff\xd8\xff'],
  ['webp', 'WEBP', 8],
  ['tiff', 'II*\0'],
  ['tiff', 'MM\0*'],
  ['rtf', '{\\rtf1'],
  ['zip', 'PK\x03\x04'],
];

/** What browsers and shells would run, though it is text. */
const MARKUP = /^\ufeff?\s*(<(!doctype|html|head|body|svg|script|\?xml|iframe|!--)|#!)/i;
const CONTROLS = /[^\P{Cc}\t\n\f\r]/u;

const OFFICE = 'application/vnd.openxmlformats-officedocument';
const ODT = 'application/vnd.oasis.opendocument.text';
const MACROS = /(^|\/)vba(Project|Data)[^/]*$|^Basic\/|^Scripts\/|\/activeX\//i;

/** The kind of a file of this size, by its bytes and nothing else. */
export async function contentKindOf(path: string, size: number): Promise<ContentKind> {
  const file = await open(path, 'r');
  try {
    const head = Buffer.alloc(Math.min(HEAD_BYTES, size));
    await file.read(head, 0, head.length, 0);
    const signed = signatureIn(head.toString('latin1'));
    if (signed !== 'zip') return signed ?? (await textKind(file));
    return await archiveKind(file, size);
  } finally {
    await file.close();
  }
}

const KINDS = FILE_KINDS.join(', ');
const REFUSED: Readonly<Partial<Record<ContentKind, string>>> = {
  macros: 'file-macros',
  broken: 'file-broken',
  unknown: 'file-kind-unknown',
  markup: 'file-kind-unknown',
};

/** What does not fit between the bytes, the ending of the name and the declared type; undefined when all do. */
export function mismatchIn(
  content: ContentKind,
  name: string,
  declared: string | undefined,
): Omit<FieldError, 'pointer'> | undefined {
  const refused = REFUSED[content];
  if (refused !== undefined) return { code: refused, params: { kinds: KINDS } };
  const named = kindOfName(name);
  if (named === undefined) return { code: 'file-name-ending', params: { kinds: KINDS } };
  const found = content === 'text' ? (named === 'csv' ? 'csv' : 'txt') : content;
  if (named !== found) return { code: 'file-kind-other', params: { named, found } };
  return fitsDeclared(named, declared)
    ? undefined
    : { code: 'file-declared-other', params: { declared: bareType(declared), found: named } };
}

function signatureIn(head: string): ContentKind | 'zip' | undefined {
  return SIGNATURES.find(
    ([kind, bytes, at = 0]) => head.startsWith(bytes, at) && (kind !== 'webp' || isRiff(head)),
  )?.[0];
}

function isRiff(head: string): boolean {
  return head.startsWith('RIFF');
}

/** UTF-8 to the last byte, without controls but those of lines and tabs. */
async function textKind(file: FileHandle): Promise<ContentKind> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  const piece = Buffer.alloc(PIECE_BYTES);
  let isFirst = true;
  try {
    for (let at = 0; ;) {
      const { bytesRead } = await file.read(piece, 0, PIECE_BYTES, at);
      const text = decoder.decode(piece.subarray(0, bytesRead), { stream: bytesRead > 0 });
      if (CONTROLS.test(text)) return 'unknown';
      if (isFirst && MARKUP.test(text)) return 'markup';
      if (bytesRead === 0) return 'text';
      isFirst = false;
      at += bytesRead;
    }
  } catch (error) {
    if (error instanceof TypeError) return 'unknown';
    throw error;
  }
}

/** Which office file an archive is, by the list of its parts. */
async function archiveKind(file: FileHandle, size: number): Promise<ContentKind> {
  try {
    const entries = await zipEntries(file, size);
    if ([...entries.keys()].some((name) => MACROS.test(name))) return 'macros';
    const types = entries.get('[Content_Types].xml');
    if (types) return await officeKind(file, types);
    const declared = entries.get('mimetype');
    const is = declared && (await unpacked(file, declared, LARGEST_LIST)).toString('latin1').trim();
    return is === ODT ? 'odt' : 'unknown';
  } catch (error) {
    if (error instanceof BrokenZip) return 'broken';
    throw error;
  }
}

async function officeKind(file: FileHandle, types: ZipEntry): Promise<ContentKind> {
  const list = (await unpacked(file, types, LARGEST_LIST)).toString('utf8');
  if (/macroEnabled|vbaProject/i.test(list)) return 'macros';
  if (list.includes(`${OFFICE}.wordprocessingml.document.main+xml`)) return 'docx';
  return list.includes(`${OFFICE}.spreadsheetml.sheet.main+xml`) ? 'xlsx' : 'unknown';
}
