import { SaxesParser, type SaxesTagNS } from 'saxes';
import { DEPTH_MAX } from './conversion-limits.js';
import { DocumentFault } from './document-fault.js';

/** Names of the namespaces of Word's documents, the transitional ones and the strict ones. */
const PREFIXES: ReadonlyMap<string, string> = new Map([
  ['http://schemas.openxmlformats.org/wordprocessingml/2006/main', 'w'],
  ['http://purl.oclc.org/ooxml/wordprocessingml/main', 'w'],
  ['http://schemas.openxmlformats.org/markup-compatibility/2006', 'mc'],
  ['http://schemas.openxmlformats.org/officeDocument/2006/math', 'm'],
  ['http://purl.oclc.org/ooxml/officeDocument/math', 'm'],
  ['http://schemas.openxmlformats.org/package/2006/content-types', 'ct'],
]);

/** What is done where an element begins, by its name; `value` is its attribute `val`, as Word writes most of them. */
export type Openings = Readonly<Record<string, (value: string | undefined, attributes: Attributes) => void>>;

export type Attributes = ReadonlyMap<string, string>;

/** True for a property that is there and switched off. */
export function isOff(value: string | undefined): boolean {
  return value === '0' || value === 'false' || value === 'off';
}

/** Does what is to be done for this element, if anything. */
export function opened(openings: Openings, name: string, attributes: Attributes): void {
  if (Object.hasOwn(openings, name)) openings[name]?.(attributes.get('val'), attributes);
}

/** What is told of an XML text while it is read. Names are `w:p`; attributes go by their local names. */
export interface XmlReader {
  open(name: string, attributes: Attributes): void;
  close(name: string): void;
  text?(text: string): void;
}

/**
 * Reads an XML part as a stream: nothing is built, nothing is called for. A document type is refused, so there are no
 * entities but the five of XML itself. Throws `DocumentFault`.
 */
export function readXml(part: Buffer, reader: XmlReader): void {
  const parser = new SaxesParser({ xmlns: true });
  let depth = 0;
  parser.on('doctype', () => {
    throw new DocumentFault('document-type-declaration');
  });
  parser.on('error', () => {
    throw new DocumentFault('document-unreadable');
  });
  parser.on('opentag', (tag) => {
    depth += 1;
    if (depth > DEPTH_MAX) throw new DocumentFault('document-too-deep', { max: DEPTH_MAX });
    reader.open(nameOf(tag), attributesOf(tag));
  });
  parser.on('closetag', (tag) => {
    depth -= 1;
    reader.close(nameOf(tag));
  });
  parser.on('text', (text) => reader.text?.(text));
  parser.on('cdata', (text) => reader.text?.(text));
  parser.write(decoded(part)).close();
}

function nameOf({ uri, local }: SaxesTagNS): string {
  return `${PREFIXES.get(uri) ?? ''}:${local}`;
}

function attributesOf({ attributes }: SaxesTagNS): Attributes {
  return new Map(Object.values(attributes).map(({ local, value }) => [local, value]));
}

function decoded(part: Buffer): string {
  const [first, second] = part;
  const encoding = first === 0xff && second === 0xfe ? 'utf-16le' : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(part);
  } catch {
    throw new DocumentFault('invalid-utf8');
  }
}
