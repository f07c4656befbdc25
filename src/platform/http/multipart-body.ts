import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Busboy, type BusboyHeaders, type BusboyInstance } from '@fastify/busboy';
import type { FastifyRequest } from 'fastify';
import { invalid, Problem, type FieldError } from '../kernel/index.js';
import { dropArrived, FILE_BYTES, FILE_MEBIBYTES, receive, type ArrivedFile } from './arrived-file.js';
import { FORM_FIELDS, FormBody, isFieldName, type FormField } from './form-body.js';
import { BODY_BYTES, faultIn } from './json-body.js';

/** Most files of one form. */
export const FORM_FILES = 5;
/** Largest form, in bytes: its files, and its fields as in a form without any. */
const FORM_BYTES = FORM_FILES * FILE_BYTES + BODY_BYTES;
const HEADERS_OF_PART = 20;
const NAME_BYTES = 16_384;

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** What is read of a form piece by piece. */
interface Reading {
  readonly fields: FormField[];
  readonly errors: FieldError[];
  /** Settles for each file, whatever becomes of it. */
  readonly files: Promise<ArrivedFile | undefined>[];
  /** The streams of those files. */
  readonly open: Set<Readable>;
  /** Bytes of all fields until now. */
  size: number;
  fault: Error | undefined;
}

/**
 * Reads `multipart/form-data` as strictly as a form without files; each file goes to `dir` as it comes. Files of somebody
 * without a cookie are dropped: nobody could take them. Throws `malformed` (400), `invalid` (422), `too-large` (413).
 */
export async function readMultipart(request: FastifyRequest, payload: Readable, dir: string): Promise<FormBody> {
  if (Number(request.headers['content-length'] ?? 0) > FORM_BYTES) throw tooLargeForm();
  const reading: Reading = { fields: [], errors: [], files: [], open: new Set(), size: 0, fault: undefined };
  const parser = parserOf(request);
  hear(parser, reading, request.headers.cookie === undefined ? undefined : dir);
  try {
    await pipeline(payload, counted, parser);
  } catch (error) {
    const fault = fail(reading, worded(error));
    for (const stream of reading.open) stream.destroy(fault);
  }
  const files = (await Promise.all(reading.files)).filter((file) => file !== undefined);
  if (reading.errors.length > 0) fail(reading, invalid(...reading.errors));
  if (!reading.fault) return new FormBody(reading.fields, files);
  await dropArrived(files);
  throw reading.fault;
}

/** Keeps the first fault: what follows it is mostly its consequence. */
function fail(reading: Reading, fault: Error): Error {
  return (reading.fault ??= fault);
}

/** Notes all that the parser finds. */
function hear(parser: BusboyInstance, reading: Reading, dir: string | undefined): void {
  parser.on('field', (name: string | undefined, value, isNameCut, isCut) => {
    if (isNameCut || isCut) fail(reading, new Problem('too-large'));
    else takeField(reading, name, value);
  });
  parser.on('file', (field: string | undefined, stream, name, _encoding, declaredType) => {
    reading.open.add(stream);
    reading.files.push(arrival(reading, stream, { field: field ?? '', name, declaredType }, dir));
  });
  for (const limit of ['partsLimit', 'filesLimit', 'fieldsLimit'] as const) {
    parser.on(limit, () => fail(reading, tooLargeForm()));
  }
}

function parserOf({ headers }: FastifyRequest): BusboyInstance {
  try {
    return new Busboy({
      headers: headers as BusboyHeaders,
      // Bytes as they are: how the parser reads UTF-8, what is none would be altered without a word.
      defCharset: 'latin1',
      preservePath: true,
      isPartAFile: (_field, _type, name) => name !== undefined,
      limits: {
        fields: FORM_FIELDS,
        files: FORM_FILES,
        fieldSize: BODY_BYTES,
        headerPairs: HEADERS_OF_PART,
        headerSize: NAME_BYTES,
      },
    });
  } catch (cause) {
    throw new Problem('malformed', {}, { cause });
  }
}

function takeField(reading: Reading, name: string | undefined, binary: string): void {
  reading.size += binary.length;
  try {
    if (reading.size > BODY_BYTES) throw new Problem('too-large');
    if (name === undefined || !isFieldName(name)) throw new Problem('malformed', { code: 'forbidden-key' });
    const value = textOf(binary).replaceAll('\r\n', '\n');
    const code = faultIn(value);
    if (code) reading.errors.push({ pointer: `/${name}`, code });
    reading.fields.push([name, value]);
  } catch (error) {
    fail(reading, error as Error);
  }
}

/** Bytes, one a character, as text. */
function textOf(binary: string): string {
  try {
    // A character above those stands where the part named a character set of its own: that is none of ours.
    if (/[\u0100-\uffff]/.test(binary)) throw new RangeError();
    return decoder.decode(Buffer.from(binary, 'latin1'));
  } catch {
    throw new Problem('malformed', { code: 'invalid-utf8' });
  }
}

/** What became of one file: undefined where none was chosen, or when it is dropped. Never rejects. */
async function arrival(
  reading: Reading,
  stream: Readable,
  said: Pick<ArrivedFile, 'field' | 'name' | 'declaredType'>,
  dir: string | undefined,
): Promise<ArrivedFile | undefined> {
  stream.on('error', () => undefined);
  if (dir === undefined) {
    stream.resume();
    return undefined;
  }
  try {
    const bytes = await receive(stream, dir);
    // A field of a form in which nothing was chosen is sent as a file without a name and without bytes.
    if (said.name !== '' || bytes.size > 0) return { ...said, ...bytes };
    await dropArrived([bytes]);
  } catch (error) {
    fail(reading, worded(error));
    stream.resume();
  }
  return undefined;
}

async function* counted(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let size = 0;
  for await (const piece of source) {
    size += piece.length;
    if (size > FORM_BYTES) throw tooLargeForm();
    yield piece;
  }
}

function tooLargeForm(): Problem {
  return new Problem('too-large', { code: 'files-too-large', params: { files: FORM_FILES, max: FILE_MEBIBYTES } });
}

/** What stopped the reading: a fault of the system as it is; all else is a form that breaks off or is none. */
function worded(error: unknown): Error {
  if (error instanceof Problem) return error;
  const isSystems = typeof (error as { syscall?: unknown }).syscall === 'string';
  return isSystems ? (error as Error) : new Problem('malformed', {}, { cause: error });
}
