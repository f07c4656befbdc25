import { Zip, ZipDeflate } from 'fflate';
import { printable, type Block, type Blocks, type DocumentHead, type Run } from './block.js';

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPES = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const LOCALES = { kk: 'kk-KZ', ru: 'ru-RU', en: 'en-GB' } as const;

/** The document as WordprocessingML (ISO/IEC 29500) in a ZIP file, written as it is read: nothing of it is kept. */
export async function* docxPieces(head: DocumentHead, blocks: Blocks): AsyncGenerator<Buffer, void> {
  const pack = new Package();
  for (const [name, content] of Object.entries(partsOf(head))) pack.whole(name, XML + content);
  pack.begin('word/document.xml');
  pack.write(`${XML}<w:document xmlns:w="${WORD}" xmlns:r="${OFFICE}"><w:body>`);
  for await (const block of blocks) {
    pack.write(blockXml(block));
    const ready = pack.taken();
    if (ready) yield ready;
  }
  const page = '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134"/>';
  const footer = '<w:footerReference w:type="default" r:id="rId2"/>';
  pack.write(`<w:sectPr>${footer}${page}</w:sectPr></w:body></w:document>`);
  yield pack.end();
}

/** A ZIP file whose bytes are taken away as they come. */
class Package {
  readonly #zip = new Zip();
  #ready: Uint8Array[] = [];
  #part: ZipDeflate | undefined;
  #fault: Error | null = null;

  constructor() {
    this.#zip.ondata = (fault, bytes) => {
      this.#fault ??= fault;
      this.#ready.push(bytes);
    };
  }

  whole(name: string, content: string): void {
    this.begin(name);
    this.#part?.push(Buffer.from(content), true);
  }

  begin(name: string): void {
    this.#part = new ZipDeflate(name, { level: 6 });
    this.#zip.add(this.#part);
  }

  write(content: string): void {
    this.#part?.push(Buffer.from(content));
  }

  taken(): Buffer | undefined {
    if (this.#fault) throw this.#fault;
    if (this.#ready.length === 0) return undefined;
    const bytes = Buffer.concat(this.#ready);
    this.#ready = [];
    return bytes.length > 0 ? bytes : undefined;
  }

  end(): Buffer {
    this.#part?.push(new Uint8Array(), true);
    this.#zip.end();
    return this.taken() ?? Buffer.alloc(0);
  }
}

function blockXml(block: Block): string {
  if (block.kind === 'heading') {
    return `<w:p><w:pPr><w:pStyle w:val="Heading${block.level}"/></w:pPr>${runXml({ text: block.text })}</w:p>`;
  }
  const { runs, style, lang } = block;
  const named = style ? `<w:pPr><w:pStyle w:val="${style === 'quote' ? 'Quote' : 'Note'}"/></w:pPr>` : '';
  const spoken = lang ? `<w:lang w:val="${LOCALES[lang]}"/>` : '';
  return `<w:p>${named}${runs.map((run) => runXml(run, spoken)).join('')}</w:p>`;
}

const MARKS = { added: '<w:u w:val="single"/>', removed: '<w:strike/>', bold: '<w:b/>' } as const;

function runXml({ text, mark }: Run, lang = ''): string {
  const properties = `${mark ? MARKS[mark] : ''}${lang}`;
  const lines = printable(text).split('\n').map(escaped);
  const words = lines.map((line) => `<w:t xml:space="preserve">${line}</w:t>`).join('<w:br/>');
  return `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}${words}</w:r>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** All parts but the text itself. */
function partsOf({ title, author, lang, madeAt, footer }: DocumentHead): Record<string, string> {
  const at = madeAt.toISOString().replace(/\.\d+Z$/, 'Z');
  const created = `<dcterms:created xsi:type="dcterms:W3CDTF">${at}</dcterms:created>`;
  const core = `<dc:title>${escaped(printable(title))}</dc:title><dc:creator>${escaped(printable(author))}</dc:creator>
<dc:language>${LOCALES[lang]}</dc:language>${created}`;
  const number = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>';
  const page = `${number}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
  const override = (part: string, type: string): string => `<Override PartName="${part}" ContentType="${type}"/>`;
  const related = (id: number, type: string, target: string): string =>
    `<Relationship Id="rId${id}" Type="${type}" Target="${target}"/>`;
  const relations = (...all: string[]): string =>
    `<Relationships xmlns="${PACKAGE}/relationships">${all.join('')}</Relationships>`;
  return {
    '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels"
 ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${[
   override('/word/document.xml', `${TYPES}.document.main+xml`),
   override('/word/styles.xml', `${TYPES}.styles+xml`),
   override('/word/footer1.xml', `${TYPES}.footer+xml`),
   override('/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'),
 ].join('')}</Types>`,
    '_rels/.rels': relations(
      related(1, `${OFFICE}/officeDocument`, 'word/document.xml'),
      related(2, `${PACKAGE}/relationships/metadata/core-properties`, 'docProps/core.xml'),
    ),
    'word/_rels/document.xml.rels': relations(
      related(1, `${OFFICE}/styles`, 'styles.xml'),
      related(2, `${OFFICE}/footer`, 'footer1.xml'),
    ),
    'docProps/core.xml': `<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"
 xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">${core}</cp:coreProperties>`,
    'word/footer1.xml': `<w:ftr xmlns:w="${WORD}"><w:p>${runXml({ text: `${footer} – ` })}${page}</w:p></w:ftr>`,
    'word/styles.xml': stylesXml(LOCALES[lang]),
  };
}

function stylesXml(locale: string): string {
  const style = (id: string, name: string, paragraph: string, run: string): string =>
    `<w:style w:type="paragraph" w:styleId="${id}"${id === 'Normal' ? ' w:default="1"' : ''}><w:name w:val="${name}"/>${
      id === 'Normal' ? '' : '<w:basedOn w:val="Normal"/>'
    }<w:pPr>${paragraph}</w:pPr><w:rPr>${run}</w:rPr></w:style>`;
  const heading = (level: number, size: number): string => {
    const place = `<w:keepNext/><w:spacing w:before="240" w:after="80"/><w:outlineLvl w:val="${level - 1}"/>`;
    return style(`Heading${level}`, `heading ${level}`, place, `<w:b/><w:sz w:val="${size}"/>`);
  };
  const fonts = '<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial"/><w:sz w:val="20"/>';
  return `<w:styles xmlns:w="${WORD}"><w:docDefaults><w:rPrDefault><w:rPr>${fonts}<w:lang w:val="${locale}"/></w:rPr></w:rPrDefault>
</w:docDefaults>${[
    style('Normal', 'Normal', '<w:spacing w:after="100"/>', ''),
    heading(1, 40),
    heading(2, 30),
    heading(3, 22),
    style('Quote', 'Quote', '<w:ind w:left="284"/>', ''),
    style('Note', 'Note', '', '<w:sz w:val="17"/>'),
  ].join('')}</w:styles>`;
}
