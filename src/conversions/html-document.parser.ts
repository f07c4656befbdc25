import {
  defaultTreeAdapter as tree,
  parse,
  type DefaultTreeAdapterMap,
  type DefaultTreeAdapterTypes,
  type TreeAdapter,
} from 'parse5';
import { DEPTH_MAX } from './conversion-limits.js';
import { DocumentFault } from './document-fault.js';
import { lose, tidied, type Block, type Loss, type Losses, type ReadDocument } from './document.js';
import { htmlCounts } from './html-lists.js';
import { HtmlTable } from './html-table.js';

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

const BLOCKS = new Set([
  ...['address', 'article', 'aside', 'blockquote', 'body', 'caption', 'center', 'dd', 'details', 'div', 'dl', 'dt'],
  ...['fieldset', 'figcaption', 'figure', 'footer', 'form', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'header', 'hr', 'li'],
  ...['main', 'nav', 'ol', 'p', 'pre', 'section', 'summary', 'td', 'th', 'tr', 'ul'],
]);

/** Elements that are left out with all that is in them, and what is lost by it. */
const LEFT_OUT: ReadonlyMap<string, Loss | undefined> = new Map<string, Loss | undefined>([
  ...(['head', 'style', 'template', 'noscript', 'title'] as const).map((name) => [name, undefined] as const),
  ...(['script'] as const).map((name) => [name, 'scripts'] as const),
  ...(['img', 'svg', 'canvas', 'video', 'audio', 'picture'] as const).map((name) => [name, 'images'] as const),
  ...(['iframe', 'object', 'embed', 'select', 'textarea'] as const).map((name) => [name, 'objects'] as const),
  ['del', 'tracked-changes'],
]);

/** Elements that are kept and tell of something lost. */
const TOLD: ReadonlyMap<string, Loss> = new Map<string, Loss>([
  ['ins', 'tracked-changes'],
  ['math', 'formulas'],
]);

/** Reads an HTML document as a browser would show it without styles and scripts. Throws `DocumentFault`. */
export function readHtml(bytes: Buffer): ReadDocument {
  const losses: Losses = new Map();
  const reader = new HtmlReader(losses);
  reader.read(parse(decoded(bytes), { treeAdapter: shallowTree() }).childNodes);
  return { blocks: reader.blocks, losses };
}

/** The builder of trees that refuses to go deeper than people write; the parser itself knows no bound. */
function shallowTree(): TreeAdapter<DefaultTreeAdapterMap> {
  let depth = 0;
  const bounded: TreeAdapter<DefaultTreeAdapterMap> = {
    ...tree,
    onItemPush: () => {
      depth += 1;
      if (depth > DEPTH_MAX) throw new DocumentFault('document-too-deep', { max: DEPTH_MAX });
    },
    onItemPop: () => {
      depth -= 1;
    },
  };
  return bounded;
}

/** Puts the texts of a tree together; a table is one block, or lines where it stands in another's cell. */
class HtmlReader {
  readonly blocks: Block[] = [];
  #text = '';

  constructor(
    private readonly losses: Losses,
    private readonly isCell = false,
  ) {}

  read(nodes: readonly Node[]): void {
    for (const node of nodes) this.#node(node);
    this.#flush();
  }

  #node(node: Node): void {
    if (tree.isTextNode(node)) this.#text += node.value.replaceAll('\n', ' ');
    if (tree.isElementNode(node)) this.#element(node);
  }

  #element(element: Element): void {
    const { tagName: name } = element;
    const told = TOLD.get(name);
    if (told) lose(this.losses, told);
    if (LEFT_OUT.has(name) || isHidden(element)) this.#leaveOut(element);
    else if (name === 'br') this.#text += '\n';
    else if (name === 'table') this.#table(element);
    else if (BLOCKS.has(name)) this.#block(element);
    else for (const node of element.childNodes) this.#node(node);
  }

  #leaveOut({ tagName }: Element): void {
    const loss = LEFT_OUT.has(tagName) ? LEFT_OUT.get(tagName) : 'hidden-text';
    if (loss) lose(this.losses, loss);
  }

  #block(element: Element): void {
    this.#flush();
    const counts = htmlCounts(element);
    for (const node of element.childNodes) {
      const count = counts.get(node);
      if (count !== undefined) this.#flush();
      if (count !== undefined) this.#text = `${count} `;
      if (count !== undefined && tree.isElementNode(node)) this.#inside(node);
      else this.#node(node);
    }
    this.#flush();
  }

  /** An item of a list: its first words follow its number. */
  #inside(item: Element): void {
    for (const node of item.childNodes) {
      const isFirstBlock = tree.isElementNode(node) && node.tagName === 'p' && /^\S+\s+$/.test(this.#text);
      if (isFirstBlock) for (const inner of node.childNodes) this.#node(inner);
      else this.#node(node);
    }
    this.#flush();
  }

  #table(element: Element): void {
    this.#flush();
    if (this.isCell) lose(this.losses, 'nested-tables');
    const table = new HtmlTable(element, (cell) => this.#cellText(cell));
    this.blocks.push(...(this.isCell ? table.lines() : table.blocks()));
  }

  #cellText(cell: Element): string {
    const reader = new HtmlReader(this.losses, true);
    reader.read(cell.childNodes);
    return reader.blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : [])).join('\n');
  }

  #flush(): void {
    const text = tidied(this.#text);
    this.#text = '';
    if (text !== '') this.blocks.push({ kind: 'paragraph', text });
  }
}

function isHidden({ attrs }: Element): boolean {
  return attrs.some(({ name, value }) => name === 'hidden' || (name === 'style' && /display\s*:\s*none/i.test(value)));
}

function decoded(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new DocumentFault('invalid-utf8');
  }
}
