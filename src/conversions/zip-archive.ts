import { inflateRawSync } from 'node:zlib';
import { PART_BYTES, PARTS_MAX } from './conversion-limits.js';
import { DocumentFault } from './document-fault.js';

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const END_BYTES = 22;
const ENTRY_BYTES = 46;
const LOCAL_BYTES = 30;
const COMMENT_MOST = 65_535;
const STORED = 0;
const DEFLATED = 8;
const ENCRYPTED = 1;
/** What a field holds whose value stands elsewhere: files beyond 4 GiB, which are none of ours. */
const ELSEWHERE = 0xffffffff;

interface Entry {
  readonly flags: number;
  readonly method: number;
  readonly packed: number;
  readonly offset: number;
}

/**
 * A ZIP file in memory. Its directory is read whole, its parts one by one: none is unpacked further than the limit, and
 * none that is not asked for, so that a bomb costs nothing. Throws `DocumentFault`.
 */
export class ZipArchive {
  readonly #entries = new Map<string, Entry>();

  constructor(private readonly bytes: Buffer) {
    reading(() => {
      this.#readDirectory();
    });
  }

  get names(): string[] {
    return [...this.#entries.keys()];
  }

  /** A part, unpacked; undefined when there is none. */
  part(name: string): Buffer | undefined {
    const entry = this.#entries.get(name);
    return entry && reading(() => this.#unpacked(entry));
  }

  #readDirectory(): void {
    const end = this.#end();
    const count = this.bytes.readUInt16LE(end + 10);
    if (count > PARTS_MAX) throw new DocumentFault('document-too-many-parts', { max: PARTS_MAX });
    let at = this.bytes.readUInt32LE(end + 16);
    for (let entry = 0; entry < count; entry += 1) at = this.#readEntry(at);
  }

  #end(): number {
    const first = Math.max(0, this.bytes.length - END_BYTES - COMMENT_MOST);
    for (let at = this.bytes.length - END_BYTES; at >= first; at -= 1) {
      if (this.bytes.readUInt32LE(at) === END) return at;
    }
    throw new DocumentFault('document-unreadable');
  }

  #readEntry(at: number): number {
    const { bytes } = this;
    if (bytes.readUInt32LE(at) !== ENTRY) throw new DocumentFault('document-unreadable');
    const [nameLength, extra, comment] = [28, 30, 32].map((field) => bytes.readUInt16LE(at + field));
    const nameEnd = at + ENTRY_BYTES + (nameLength ?? 0);
    const name = bytes.toString('utf8', at + ENTRY_BYTES, nameEnd);
    const [packed, offset] = [bytes.readUInt32LE(at + 20), bytes.readUInt32LE(at + 42)];
    // Two parts of one name are read as the one by this program and as the other by that.
    if (this.#entries.has(name) || packed === ELSEWHERE || offset === ELSEWHERE) {
      throw new DocumentFault('document-unreadable');
    }
    const [flags, method] = [bytes.readUInt16LE(at + 8), bytes.readUInt16LE(at + 10)];
    this.#entries.set(name, { flags, method, packed, offset });
    return nameEnd + (extra ?? 0) + (comment ?? 0);
  }

  #unpacked({ flags, method, packed, offset }: Entry): Buffer {
    const { bytes } = this;
    if ((flags & ENCRYPTED) !== 0) throw new DocumentFault('document-protected');
    if (bytes.readUInt32LE(offset) !== LOCAL) throw new DocumentFault('document-unreadable');
    const start = offset + LOCAL_BYTES + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
    if (start + packed > bytes.length) throw new DocumentFault('document-unreadable');
    const data = bytes.subarray(start, start + packed);
    if (method === STORED) return data;
    if (method !== DEFLATED) throw new DocumentFault('document-unreadable');
    return inflateRawSync(data, { maxOutputLength: PART_BYTES });
  }
}

/** What lies beyond the file, or is no packed data, makes the document unreadable; what grows too far, too large. */
function reading<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof DocumentFault) throw error;
    const { code } = error as { code?: string };
    if (code === 'ERR_BUFFER_TOO_LARGE') {
      throw new DocumentFault('document-too-large', { max: PART_BYTES / 1024 / 1024 });
    }
    throw new DocumentFault('document-unreadable');
  }
}
