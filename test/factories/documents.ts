import { crc32, deflateRawSync } from 'node:zlib';

/** A part of an archive; `raw` is packed data as it stands, for what no honest program would write. */
export interface Part {
  readonly name: string;
  readonly data?: string | Buffer;
  readonly raw?: Buffer;
}

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const MAIN = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';

/** A ZIP file of these parts, deflated. */
export function zipOf(parts: readonly Part[]): Buffer {
  const locals: Buffer[] = [];
  const entries: Buffer[] = [];
  let offset = 0;
  for (const { name, data = '', raw } of parts) {
    const content = Buffer.from(data);
    const packed = raw ?? deflateRawSync(content);
    const fields = fieldsOf(Buffer.byteLength(name), packed.length, content);
    const local = Buffer.concat([Buffer.from('504b0304', 'hex'), fields, Buffer.from(name), packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    entries.push(Buffer.concat([Buffer.from('504b01021400', 'hex'), fields, tail, Buffer.from(name)]));
    locals.push(local);
    offset += local.length;
  }
  return Buffer.concat([...locals, ...entries, endOf(parts.length, Buffer.concat(entries).length, offset)]);
}

/** What stands in both headers of a part: version, flags, method, time, sum, sizes, length of its name. */
function fieldsOf(nameLength: number, packed: number, content: Buffer): Buffer {
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(20, 0);
  fields.writeUInt16LE(8, 4);
  fields.writeUInt32LE(crc32(content), 10);
  fields.writeUInt32LE(packed, 14);
  fields.writeUInt32LE(content.length, 18);
  fields.writeUInt16LE(nameLength, 22);
  return fields;
}

function endOf(count: number, length: number, offset: number): Buffer {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(length, 12);
  end.writeUInt32LE(offset, 16);
  return end;
}

/** The parts of a Word document with this body; `more` are put beside them. */
export function docxParts(body: string, more: readonly Part[] = [], type = MAIN): Part[] {
  const override = `<Override PartName="/word/document.xml" ContentType="${type}"/>`;
  const types = `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">${override}</Types>`;
  return [
    { name: '[Content_Types].xml', data: types },
    { name: 'word/document.xml', data: wordXml('document', `<w:body>${body}</w:body>`) },
    ...more,
  ];
}

/** A Word document with this body. */
export function docxOf(body: string, more: readonly Part[] = []): Buffer {
  return zipOf(docxParts(body, more));
}

/** A part of a Word document. */
export function wordXml(root: string, content: string): string {
  const spaces = `xmlns:w="${W}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"`;
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:${root} ${spaces}>${content}</w:${root}>`;
}

/** A paragraph; `list` is the number and the level of its list. */
export function paragraph(text: string, list?: readonly [id: number, level: number], inside = ''): string {
  const number = list
    ? `<w:pPr><w:numPr><w:ilvl w:val="${list[1]}"/><w:numId w:val="${list[0]}"/></w:numPr></w:pPr>`
    : '';
  return `<w:p>${number}<w:r><w:t xml:space="preserve">${text}</w:t></w:r>${inside}</w:p>`;
}

/** A row of cells, each its text or its text with its properties. */
export function row(
  cells: readonly (string | readonly [text: string, properties: string])[],
  isHeader = false,
): string {
  const made = cells.map((cell) => {
    const [text, properties] = typeof cell === 'string' ? [cell, ''] : cell;
    return `<w:tc><w:tcPr>${properties}</w:tcPr>${paragraph(text)}</w:tc>`;
  });
  return `<w:tr>${isHeader ? '<w:trPr><w:tblHeader/></w:trPr>' : ''}${made.join('')}</w:tr>`;
}

/** numbering.xml with one list whose levels are printed so: format and text. */
export function numbering(...levels: readonly (readonly [format: string, text: string])[]): Part {
  const made = levels.map(([format, text], at) => {
    const level = `<w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/>`;
    return `<w:lvl w:ilvl="${at}">${level}</w:lvl>`;
  });
  const again = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>';
  const lists = [1, 2].map(
    (id) => `<w:num w:numId="${id}"><w:abstractNumId w:val="0"/>${id === 2 ? again : ''}</w:num>`,
  );
  const content = `<w:abstractNum w:abstractNumId="0">${made.join('')}</w:abstractNum>${lists.join('')}`;
  return { name: 'word/numbering.xml', data: wordXml('numbering', content) };
}
