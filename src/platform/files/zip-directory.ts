import type { FileHandle } from 'node:fs/promises';
import { promisify } from 'node:util';
import { inflateRaw } from 'node:zlib';

const inflate = promisify(inflateRaw);

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const END_BYTES = 22;
const ENTRY_BYTES = 46;
const LOCAL_BYTES = 30;
const LONGEST_COMMENT = 65_535;
const MOST_ENTRIES = 10_000;
const LARGEST_DIRECTORY = 4 * 1024 * 1024;
const ENCRYPTED = 1;
const STORED = 0;
const DEFLATED = 8;

/** An entry of an archive, as its directory lists it. */
export interface ZipEntry {
  readonly name: string;
  readonly flags: number;
  readonly method: number;
  readonly packed: number;
  readonly at: number;
}

/** An archive that cannot be read as one, or not in one way only. */
export class BrokenZip extends Error {}

/**
 * The directory of an archive; nothing is unpacked. Throws `BrokenZip` for one without an end, with a name twice, with
 * encrypted entries, with more than 10,000 of them, or in parts: what readers could take for different things.
 */
export async function zipEntries(file: FileHandle, size: number): Promise<Map<string, ZipEntry>> {
  const { count, length, start } = await endOf(file, size);
  if (count > MOST_ENTRIES || length > LARGEST_DIRECTORY || start + length > size) throw new BrokenZip();
  const directory = await bytesAt(file, start, length);
  const entries = new Map<string, ZipEntry>();
  for (let at = 0; entries.size < count;) {
    const { entry, next } = entryAt(directory, at);
    if (entries.has(entry.name) || (entry.flags & ENCRYPTED) !== 0) throw new BrokenZip();
    entries.set(entry.name, entry);
    at = next;
  }
  return entries;
}

/** The bytes of an entry, unpacked up to `most`. Throws `BrokenZip` when there are more, or they cannot be unpacked. */
export async function unpacked(file: FileHandle, { at, packed, method }: ZipEntry, most: number): Promise<Buffer> {
  const local = await bytesAt(file, at, LOCAL_BYTES);
  if (packed > most || local.readUInt32LE(0) !== LOCAL) throw new BrokenZip();
  const start = at + LOCAL_BYTES + local.readUInt16LE(26) + local.readUInt16LE(28);
  const bytes = await bytesAt(file, start, packed);
  if (method === STORED) return bytes;
  if (method !== DEFLATED) throw new BrokenZip();
  return inflate(bytes, { maxOutputLength: most }).catch((cause: unknown) => {
    throw new BrokenZip(undefined, { cause });
  });
}

async function endOf(file: FileHandle, size: number): Promise<{ count: number; length: number; start: number }> {
  const length = Math.min(size, END_BYTES + LONGEST_COMMENT);
  const tail = await bytesAt(file, size - length, length);
  for (let at = length - END_BYTES; at >= 0; at -= 1) {
    const isEnd = tail.readUInt32LE(at) === END && at + END_BYTES + tail.readUInt16LE(at + 20) === length;
    if (!isEnd) continue;
    // Parts on several disks: every office file is one.
    if (tail.readUInt16LE(at + 8) !== tail.readUInt16LE(at + 10)) break;
    return {
      count: tail.readUInt16LE(at + 10),
      length: tail.readUInt32LE(at + 12),
      start: tail.readUInt32LE(at + 16),
    };
  }
  throw new BrokenZip();
}

function entryAt(directory: Buffer, at: number): { entry: ZipEntry; next: number } {
  if (at + ENTRY_BYTES > directory.length || directory.readUInt32LE(at) !== ENTRY) throw new BrokenZip();
  const nameLength = directory.readUInt16LE(at + 28);
  const next = at + ENTRY_BYTES + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  const name = directory.toString('utf8', at + ENTRY_BYTES, at + ENTRY_BYTES + nameLength);
  const entry = {
    name,
    flags: directory.readUInt16LE(at + 8),
    method: directory.readUInt16LE(at + 10),
    packed: directory.readUInt32LE(at + 20),
    at: directory.readUInt32LE(at + 42),
  };
  return { entry, next };
}

async function bytesAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length);
  const { bytesRead } = await file.read(buffer, 0, length, position);
  if (bytesRead !== length) throw new BrokenZip();
  return buffer;
}
