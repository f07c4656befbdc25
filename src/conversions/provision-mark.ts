import type { ProvisionLevel } from '../consultations/index.js';

/** What stands at the beginning of a provision and says which one it is. */
export interface ProvisionMark {
  readonly level: ProvisionLevel;
  /** How deep it stands among others, from 0: a section holds chapters, a chapter articles. */
  readonly rank: number;
  readonly number: string | null;
  /** The mark as it is printed: "1-бап.", "Статья 1.", "2)"; null where the whole line is the heading. */
  readonly label: string | null;
  /** What follows in the same line. */
  readonly rest: string;
}

interface Form {
  readonly pattern: RegExp;
  readonly level: ProvisionLevel;
  readonly rank: number;
  /** The mark ends with a full stop, or the line does, or the rest is in capitals: else it is a reference in a sentence. */
  readonly isStrict: boolean;
}

const ITEM = 5;
const APPENDIX = 0;
const APPENDIX_MOST = 300;

const NUMBER = String.raw`\d{1,4}(?:-\d{1,4})*|[IVXLC]{1,7}`;
/** Kazakh puts the number before the word: "1-бап", "3-1-бап"; Russian behind it: "Статья 3-1". */
const kazakh = (word: string): RegExp =>
  new RegExp(String.raw`^((${NUMBER})\s?[-–]\s?${word}(?!\p{L})\.?)\s*(.*)$`, 'isu');
const russian = (word: string): RegExp =>
  new RegExp(String.raw`^(${word}\s+(${NUMBER})(?![\p{L}\d-])\.?)\s*(.*)$`, 'isu');

const WORDS: readonly (readonly [kk: string, ru: string, level: ProvisionLevel, rank: number])[] = [
  ['бөлім', 'раздел', 'section', 0],
  ['кіші бөлім', 'подраздел', 'section', 1],
  ['тарау', 'глава', 'section', 2],
  ['параграф', 'параграф', 'section', 3],
  ['бап', 'статья', 'article', 4],
  ['тармақ', 'пункт', 'paragraph', ITEM],
];

const FORMS: readonly Form[] = [
  ...WORDS.flatMap(([kk, ru, level, rank]): Form[] => [
    { pattern: kazakh(kk), level, rank, isStrict: true },
    { pattern: russian(ru), level, rank, isStrict: true },
  ]),
  { pattern: new RegExp(String.raw`^(§\s?(${NUMBER})\.?)\s*(.*)$`, 'su'), level: 'section', rank: 3, isStrict: false },
  { pattern: /^(([IVXLC]{1,7})\.)\s+(.*)$/su, level: 'section', rank: 0, isStrict: false },
  { pattern: /^((\d{1,4}(?:[-.]\d{1,4})*)\.)(?:\s+(.*))?$/su, level: 'paragraph', rank: ITEM, isStrict: false },
  { pattern: /^((\d{1,3}(?:\.\d{1,3}){1,3}))\s+(.*)$/su, level: 'paragraph', rank: ITEM, isStrict: false },
  { pattern: /^((\d{1,4}(?:-\d{1,4})*)\))(?:\s+(.*))?$/su, level: 'paragraph', rank: ITEM + 1, isStrict: false },
];

/** The mark with which a paragraph begins; undefined where it goes on with what is before it. */
export function markOf(line: string): ProvisionMark | undefined {
  for (const { pattern, level, rank, isStrict } of FORMS) {
    const found = partsOf(pattern, line);
    if (found && (!isStrict || isMark(found.label, found.rest))) {
      return { level, rank: rankOf(rank, found.number), ...found };
    }
  }
  return appendixOf(line);
}

function partsOf(pattern: RegExp, line: string): Record<'label' | 'number' | 'rest', string> | undefined {
  const [, label, number = '', rest = ''] = pattern.exec(line) ?? [];
  return label === undefined ? undefined : { label: label.trim(), number: number.toUpperCase(), rest };
}

/** "1.2." stands below "1.". */
function rankOf(rank: number, number: string): number {
  const dots = number.split('.').length - 1;
  return rank + dots / 10;
}

function isMark(label: string, rest: string): boolean {
  return rest === '' || label.endsWith('.') || (rest === rest.toUpperCase() && /\p{L}/u.test(rest));
}

/** "Приложение 1 к приказу …", "… бұйрығына 1-қосымша": the line is the heading. */
function appendixOf(line: string): ProvisionMark | undefined {
  if (line.length > APPENDIX_MOST) return undefined;
  const kk = /(?:^|\s)(?:(\d{1,3})-\s?)?қосымша$/iu.exec(line);
  const ru = /^приложение(?:\s+№?\s?(\d{1,3}))?(?:$|\s+к\s.*[^:;]$)/isu.exec(line);
  const found = kk ?? ru;
  return found ? { level: 'section', rank: APPENDIX, number: found[1] ?? null, label: null, rest: line } : undefined;
}
