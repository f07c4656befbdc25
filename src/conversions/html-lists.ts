import { defaultTreeAdapter as tree, type DefaultTreeAdapterTypes } from 'parse5';
import { printed } from './number-formats.js';

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

const FORMATS: Readonly<Record<string, string>> = {
  a: 'lowerLetter',
  A: 'upperLetter',
  i: 'lowerRoman',
  I: 'upperRoman',
};

/** The numbers or bullets that a browser shows before the items of a list; nothing for what is no list. */
export function htmlCounts(list: Element): ReadonlyMap<Node, string> {
  if (list.tagName !== 'ol' && list.tagName !== 'ul') return new Map();
  const items = list.childNodes.filter((node): node is Element => tree.isElementNode(node) && node.tagName === 'li');
  if (list.tagName === 'ul') return new Map(items.map((item) => [item, '•']));
  const isReversed = attribute(list, 'reversed') !== undefined;
  let count = numberIn(attribute(list, 'start')) ?? (isReversed ? items.length : 1);
  return new Map(
    items.map((item) => {
      count = numberIn(attribute(item, 'value')) ?? count;
      const text = printed(count, FORMATS[attribute(list, 'type') ?? '1'] ?? 'decimal');
      count += isReversed ? -1 : 1;
      return [item, `${text}.`] as const;
    }),
  );
}

/** The attribute's value; undefined when it is absent. */
export function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((one) => one.name === name)?.value;
}

/** A whole number of at most six digits. */
export function numberIn(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,6}$/.test(text.trim()) ? Number(text) : undefined;
}
