import { crc32, deflateRawSync } from 'node:zlib';

const OFFICE = 'application/vnd.openxmlformats-officedocument';

/** The beginning of a PDF, and as much of it as is wanted. */
export function pdf(text = 'Түсіндірме жазба', size = 0): Buffer {
  const bytes = Buffer.from(`%PDF-1.7\n% ${text}\n%%EOF\n`);
  return size <= bytes.length ? bytes : Buffer.concat([bytes, Buffer.alloc(size - bytes.length, 0x20)]);
}

/** A picture of one point. */
export const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** An archive with these parts, in their order. */
export function zip(parts: readonly (readonly [name: string, text: string])[], flags = 0): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const [name, text] of parts) {
    const bytes = Buffer.from(text);
    const packed = deflateRawSync(bytes);
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0);
    head.writeUInt16LE(flags, 2);
    head.writeUInt16LE(8, 4);
    head.writeUInt32LE(crc32(bytes), 10);
    head.writeUInt32LE(packed.length, 14);
    head.writeUInt32LE(bytes.length, 18);
    head.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), head, Buffer.from(name), packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(at, 10);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), head, tail, Buffer.from(name)]));
    locals.push(local);
    at += local.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(parts.length, 4);
  end.writeUInt16LE(parts.length, 6);
  end.writeUInt32LE(listed.length, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...locals, listed, Buffer.from('PK\x05\x06'), end]);
}

/** The least that Word takes for a document; `more` are further parts. */
export function docx(
  more: readonly (readonly [string, string])[] = [],
  main = `${OFFICE}.wordprocessingml.document.main+xml`,
): Buffer {
  const types = `<Types><Override PartName="/word/document.xml" ContentType="${main}"/></Types>`;
  return zip([['[Content_Types].xml', types], ['word/document.xml', '<w:document/>'], ...more]);
}

export function xlsx(): Buffer {
  return docx([], `${OFFICE}.spreadsheetml.sheet.main+xml`);
}

export function odt(): Buffer {
  return zip([
    ['mimetype', 'application/vnd.oasis.opendocument.text'],
    ['content.xml', '<office:document-content/>'],
  ]);
}
