import { DocumentFault } from './document-fault.js';
import type { Losses, ReadDocument } from './document.js';
import { WordBody } from './word-body.js';
import { WordLists } from './word-lists.parser.js';
import { WordStyles } from './word-styles.parser.js';
import { readXml } from './xml.parser.js';
import { ZipArchive } from './zip-archive.js';

const MAIN = /^application\/vnd\.openxmlformats-officedocument\.wordprocessingml\.(document|template)\.main\+xml$/;
const MACROS = /macroEnabled|vbaProject/i;

/** Reads a Word document (DOCX): its paragraphs with the automatic numbers, and its tables. Throws `DocumentFault`. */
export function readDocx(bytes: Buffer): ReadDocument {
  const archive = new ZipArchive(bytes);
  if (archive.names.some((name) => MACROS.test(name))) throw new DocumentFault('document-macros');
  const main = archive.part(mainPartOf(archive));
  if (!main) throw new DocumentFault('document-unreadable');
  const losses: Losses = new Map();
  const lists = new WordLists(archive.part('word/numbering.xml'));
  const body = new WordBody(lists, new WordStyles(archive.part('word/styles.xml')), losses);
  readXml(main, body);
  return { blocks: body.blocks, losses };
}

/** The part that holds the text, by the list of contents; an archive of something else has none. */
function mainPartOf(archive: ZipArchive): string {
  const contents = archive.part('[Content_Types].xml');
  if (!contents) throw new DocumentFault('document-unknown');
  const types: (readonly [name: string, type: string])[] = [];
  readXml(contents, {
    open: (_, attributes) => types.push([attributes.get('PartName') ?? '', attributes.get('ContentType') ?? '']),
    close: () => undefined,
  });
  if (types.some(([, type]) => MACROS.test(type))) throw new DocumentFault('document-macros');
  const [name] = types.find(([, type]) => MAIN.test(type)) ?? [];
  if (!name) throw new DocumentFault('document-unknown');
  return name.replace(/^\//, '');
}
