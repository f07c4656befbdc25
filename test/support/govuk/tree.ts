import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';

type Node = DefaultTreeAdapterTypes.ChildNode;

/** An element with its attributes by name and its children, or a text. */
export type Tree = string | { readonly tag: string; readonly attributes: Attributes; readonly children: Tree[] };

type Attributes = Readonly<Record<string, string>>;

/**
 * The parsed markup, so that two writings of the same page are equal: attributes and classes in any order, line breaks
 * and indents at the edge of a text are layout of the template. A single space is a text and must be there.
 */
export function treeOf(html: string): Tree[] {
  return parseFragment(html).childNodes.flatMap((node) => simplified(node, false));
}

function simplified(node: Node, verbatim: boolean): Tree[] {
  if ('tagName' in node) {
    const attributes = Object.fromEntries(node.attrs.map(({ name, value }) => [name, valueOf(name, value)]).sort());
    const children = node.childNodes.flatMap((child) => simplified(child, verbatim || node.tagName === 'textarea'));
    return [{ tag: node.tagName, attributes, children }];
  }
  if (!('value' in node)) return [];
  const text = verbatim
    ? node.value
    : node.value.replace(/^(?:\s*\n\s*|\s{2,})|(?:\s*\n\s*|\s{2,})$/g, '').replace(/\s+/g, ' ');
  return text === '' ? [] : [text];
}

function valueOf(name: string, value: string): string {
  return name === 'class' ? value.trim().split(/\s+/).sort().join(' ') : value;
}
