import { defaultTreeAdapter as tree, parse, type DefaultTreeAdapterTypes } from 'parse5';

type Node = DefaultTreeAdapterTypes.Node;
export type Parent = DefaultTreeAdapterTypes.ParentNode;
export type Element = DefaultTreeAdapterTypes.Element;

/** What an element must be; what is not said may be anything. */
export interface Wanted {
  readonly tag?: string;
  readonly id?: string;
  readonly className?: string;
}

const BLOCKS = new Set(['address', 'blockquote', 'div', 'li', 'ol', 'p', 'table', 'tbody', 'td', 'th', 'tr', 'ul']);
const SILENT = new Set(['noscript', 'script', 'style', 'template']);

/** The tree of an HTML text, a whole page or a part of one, as a browser would build it. */
export function treeOf(html: string): Parent {
  return parse(html);
}

/** Elements below `root` that are as wanted, in the order of the page. */
export function all(root: Parent, wanted: Wanted): Element[] {
  const found: Element[] = [];
  const open: Node[] = [...root.childNodes].reverse();
  for (let node = open.pop(); node; node = open.pop()) {
    if (!tree.isElementNode(node)) continue;
    if (isAs(node, wanted)) found.push(node);
    for (let at = node.childNodes.length - 1; at >= 0; at -= 1) open.push(node.childNodes[at] as Node);
  }
  return found;
}

/** The first element below `root` that is as wanted. */
export function first(root: Parent | undefined, wanted: Wanted): Element | undefined {
  return root && all(root, wanted)[0];
}

/** Direct children that are as wanted. */
export function children(root: Parent | undefined, wanted: Wanted): Element[] {
  return (root?.childNodes ?? []).filter((node): node is Element => tree.isElementNode(node) && isAs(node, wanted));
}

/** The attribute's value; undefined when it is absent. */
export function attribute(element: Element | undefined, name: string): string | undefined {
  return element?.attrs.find((one) => one.name === name)?.value;
}

/** The words of the class attribute. */
export function classesOf(element: Element): string[] {
  return (attribute(element, 'class') ?? '').split(/\s+/);
}

/** All text of an element on one line, runs of space (also non-breaking) as one; without what `except` names. */
export function textOf(element: Parent | undefined, except: readonly string[] = []): string {
  return element ? oneLine(rawTextOf(element, except)) : '';
}

/** Text that stands directly in the element, not in its children, on one line. */
export function ownTextOf(element: Parent | undefined): string {
  const nodes = (element?.childNodes ?? []).filter((node) => tree.isTextNode(node));
  return oneLine(nodes.map(({ value }) => value).join(' '));
}

/** All text exactly as it stands in the page, without styles and scripts. */
export function rawTextOf(element: Parent, except: readonly string[] = []): string {
  return pieces(element, except).join('');
}

/** The lines of a text that people typed: kept apart, each without superfluous space. */
export function linesOf(element: Parent | undefined): string {
  const lines = element ? rawTextOf(element).split('\n').map(oneLine) : [];
  return lines.join('\n').trim();
}

/** The paragraphs of an element: block elements and line breaks part them; empty ones are left out. */
export function paragraphsOf(element: Parent): string[] {
  return pieces(element, [], '\u0000')
    .join('')
    .split('\u0000')
    .map(oneLine)
    .filter((paragraph) => paragraph !== '');
}

/** Texts in the order of the page, with `border` at both ends of blocks; a line break is a line end or a border. */
function pieces(root: Parent, except: readonly string[], border = ''): string[] {
  const found: string[] = [];
  const open: (Node | string)[] = [...root.childNodes].reverse();
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (typeof node === 'string') found.push(node);
    else if (tree.isTextNode(node)) found.push(node.value);
    else if (tree.isElementNode(node) && !SILENT.has(node.tagName) && !except.includes(node.tagName)) {
      open.push(...inside(node, border));
    }
  }
  return found;
}

/** What is in an element, last first, with its borders. */
function inside({ tagName, childNodes }: Element, border: string): (Node | string)[] {
  if (tagName === 'br') return [border === '' ? '\n' : border];
  const nodes = [...childNodes].reverse();
  return BLOCKS.has(tagName) ? [border, ...nodes, border] : nodes;
}

function isAs(element: Element, { tag, id, className }: Wanted): boolean {
  return (
    (tag === undefined || element.tagName === tag) &&
    (id === undefined || attribute(element, 'id') === id) &&
    (className === undefined || classesOf(element).includes(className))
  );
}

function oneLine(text: string): string {
  return text.replace(/[\s\u00a0]+/g, ' ').trim();
}
