import { createRequire } from 'node:module';
import { setImmediate as breath } from 'node:timers/promises';
import type PDFDocument from 'pdfkit';
import { printable, type Block, type Blocks, type DocumentHead, type Run } from './block.js';

const { resolve } = createRequire(import.meta.url);
/** Noto Sans (OFL 1.1) has all letters of Kazakh and Russian. */
const FONTS = {
  regular: resolve('@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf'),
  bold: resolve('@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf'),
};

const MARGIN = 57;
const FOOTER_FROM_BELOW = 36;
const SIZES = { heading1: 20, heading2: 15, heading3: 11, body: 10, note: 8.5 } as const;
const LACKING = '\ufffd';
/** A word that fills more than a line is broken here and there: looking for its place costs the square of its length. */
const LONGEST_WORD = /\S{100}(?=\S)/gu;
const BREAK = '\u200b';

type Font = { hasGlyphForCodePoint(codePoint: number): boolean };
type Doc = InstanceType<typeof PDFDocument>;

/**
 * The document as PDF 1.7: tagged, with its language, bookmarks and page numbers. A page is given away when the next one
 * begins; what grows with the document are some hundred bytes a page and paragraph.
 */
export async function* pdfPieces(head: DocumentHead, blocks: Blocks): AsyncGenerator<Buffer, void> {
  // Loaded with the first document: it is a tenth of what a start loads.
  const { default: Maker } = await import('pdfkit');
  const pages = new Pages(head, Maker);
  for await (const block of blocks) {
    await pages.add(block);
    const ready = pages.taken();
    if (ready) yield ready;
  }
  yield* pages.end();
}

/** Pages under way. */
class Pages {
  readonly #doc: Doc;
  #font: Font | undefined;
  #page = 0;
  #lacking = false;

  constructor(
    private readonly head: DocumentHead,
    Maker: typeof PDFDocument,
  ) {
    const { title, author, lang, madeAt } = head;
    this.#doc = new Maker({
      ...{
        size: 'A4',
        margin: MARGIN,
        pdfVersion: '1.7',
        tagged: true,
        lang,
        displayTitle: true,
        autoFirstPage: false,
      },
      info: {
        Title: printable(title),
        Author: printable(author),
        Producer: 'Kenes',
        Creator: 'Kenes',
        CreationDate: madeAt,
      },
    });
    for (const [name, path] of Object.entries(FONTS)) this.#doc.registerFont(name, path);
    this.#doc.on('pageAdded', () => {
      this.#foot();
    });
    this.#doc.font('regular').addPage();
    this.#font = (this.#doc as unknown as { _font: { font: Font } })._font.font;
  }

  async add(block: Block): Promise<void> {
    if (block.kind === 'heading') this.#heading(block);
    else await this.#paragraph(block);
  }

  /** What is ready to be given away. */
  taken(): Buffer | undefined {
    return (this.#doc.read() as Buffer | null) ?? undefined;
  }

  /** The rest of the file. */
  async *end(): AsyncGenerator<Buffer, void> {
    if (this.#lacking) await this.#paragraph({ kind: 'paragraph', runs: [{ text: this.head.lacking }], style: 'note' });
    this.#doc.end();
    for await (const piece of this.#doc) yield piece as Buffer;
  }

  #heading({ level, text }: Extract<Block, { kind: 'heading' }>): void {
    const doc = this.#doc;
    const words = this.#settable(text);
    if (doc.y > doc.page.height - MARGIN * 2.5) doc.addPage();
    if (level < 3) doc.outline.addItem(words);
    const draw = (): void => {
      doc.moveDown(level === 1 ? 0 : 0.8);
      doc.font('bold').fontSize(SIZES[`heading${level}`]).text(words, MARGIN, undefined, { paragraphGap: 4 });
    };
    doc.addStructure(doc.struct(`H${level}`, {}, draw));
  }

  async #paragraph({ runs, lang, style }: Extract<Block, { kind: 'paragraph' }>): Promise<void> {
    const doc = this.#doc;
    const pieces = runs.flatMap(({ text, mark }) =>
      piecesOf(text).map((one): Run => ({ text: one, ...(mark ? { mark } : {}) })),
    );
    const size = style === 'note' ? SIZES.note : SIZES.body;
    const left = style === 'quote' ? MARGIN + 14 : MARGIN;
    const element = doc.struct('P', lang ? { lang } : {});
    doc.addStructure(element);
    doc.x = left;
    for (const [at, piece] of pieces.entries()) {
      const how = { width: doc.page.width - MARGIN - left, continued: at < pieces.length - 1, paragraphGap: 5 };
      element.add(() => {
        doc.fontSize(size);
        this.#set(piece, how);
      });
      // Setting a long text takes a while: others are served between its pieces.
      await breath();
    }
    element.end();
    doc.x = MARGIN;
  }

  #set({ text, mark }: Run, options: PDFKit.Mixins.TextOptions): void {
    const marks = { underline: mark === 'added', strike: mark === 'removed' };
    this.#doc.font(mark === 'bold' ? 'bold' : 'regular').text(this.#settable(text), { ...options, ...marks });
  }

  /** The text with another sign for what the font lacks. */
  #settable(text: string): string {
    const clean = printable(text).replaceAll('\t', '    ').replace(LONGEST_WORD, `$&${BREAK}`);
    if (/^[\n -~А-Яа-яЁё]*$/.test(clean)) return clean;
    return Array.from(clean, (one) => {
      if (one === '\n' || one === BREAK || this.#font?.hasGlyphForCodePoint(one.codePointAt(0) ?? 0)) return one;
      this.#lacking = true;
      return LACKING;
    }).join('');
  }

  /** The number of a page, no part of the text. */
  #foot(): void {
    const doc = this.#doc;
    this.#page += 1;
    const { x, y } = doc;
    const kept = doc as unknown as {
      _fontSize: number;
      _font: { name: string };
      page: { margins: { bottom: number } };
    };
    const { _fontSize: size } = kept;
    const isBold = kept._font.name.includes('Bold');
    const { bottom } = kept.page.margins;
    kept.page.margins.bottom = 0;
    doc.markContent('Artifact', { type: 'Pagination' });
    doc.font('regular').fontSize(SIZES.note);
    const words = `${this.#settable(this.head.footer)} – ${this.#page}`;
    doc.text(words, MARGIN, doc.page.height - FOOTER_FROM_BELOW, { lineBreak: false });
    doc.endMarkedContent();
    kept.page.margins.bottom = bottom;
    doc.font(isBold ? 'bold' : 'regular').fontSize(size);
    doc.x = x;
    doc.y = y;
  }
}

/** A text in pieces that are quickly set; none divides a character. */
function piecesOf(text: string): string[] {
  return text.match(/[\s\S]{1,1000}(?:\s|$)|[\s\S]{1,1000}/gu) ?? [];
}
