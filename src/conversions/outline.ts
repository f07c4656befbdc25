import type { ProvisionLevel } from '../consultations/index.js';
import { PROVISIONS_MOST } from './conversion-limits.js';
import { DocumentFault } from './document-fault.js';
import { lose, type ReadDocument, type TableBlock } from './document.js';
import { markOf, type ProvisionMark } from './provision-mark.js';

/** A provision as one language has it. */
export interface OutlineItem {
  readonly level: ProvisionLevel | null;
  /** How deep it stands among others; null where it has no mark. */
  readonly rank: number | null;
  readonly number: string | null;
  readonly label: string | null;
  readonly heading: string | null;
  /** Its paragraphs as lines; empty for a table. */
  readonly text: string;
  readonly table: TableBlock | null;
}

type Draft = { -readonly [Key in keyof OutlineItem]: OutlineItem[Key] };

/** What is longer is no heading but the text itself. */
const HEADING_MOST = 400;

const NOTHING: OutlineItem = {
  level: null,
  rank: null,
  number: null,
  label: null,
  heading: null,
  text: '',
  table: null,
};

/** The provisions of a document: a mark begins one, a table is one, what has no mark goes on with the one before it. */
export function outlineOf({ blocks, losses }: ReadDocument): OutlineItem[] {
  const items: Draft[] = [];
  for (const block of blocks) {
    if (block.kind === 'table') items.push({ ...NOTHING, table: block });
    else takeParagraph(items, block.text);
    if (items.length > PROVISIONS_MOST) throw new DocumentFault('too-many-provisions', { max: PROVISIONS_MOST });
  }
  const kept = items.filter(({ heading, text, table }) => heading !== null || text !== '' || table !== null);
  for (let lost = kept.length; lost < items.length; lost += 1) lose(losses, 'empty-provisions');
  if (kept.length === 0) throw new DocumentFault('document-without-text');
  return kept;
}

function takeParagraph(items: Draft[], text: string): void {
  const mark = markOf(text);
  const last = items.at(-1);
  if (mark) items.push(begun(mark));
  else if (!last || last.table !== null) items.push({ ...NOTHING, text });
  else goOn(last, text);
}

function begun({ level, rank, number, label, rest }: ProvisionMark): Draft {
  const item = { ...NOTHING, level, rank, number, label };
  if (rest === '') return item;
  return level !== 'paragraph' && isHeading(rest) ? { ...item, heading: rest } : { ...item, text: rest };
}

/** Under a mark that stands alone the next line is the heading. */
function goOn(item: Draft, text: string): void {
  const awaitsHeading = item.heading === null && item.text === '' && item.level !== 'paragraph' && item.level !== null;
  if (awaitsHeading && isHeading(text)) item.heading = text;
  else item.text = item.text === '' ? text : `${item.text}\n${text}`;
}

function isHeading(text: string): boolean {
  return text.length <= HEADING_MOST && !/[:;]$/.test(text);
}
