/** Texts of the smallest block, and how many times larger the next one is. */
const SMALLEST = 1024;
const TIMES = 8;
const LEVELS = [0, 1, 2];

/** How far each window reaches: the block of a level in which the newest stands, and so many before it. */
const REACHES = [
  { level: 0, before: 0 },
  { level: 0, before: 2 },
  { level: 1, before: 1 },
  { level: 2, before: 1 },
] as const;

/** Windows of a question: these, and one over all. */
export const WINDOWS = REACHES.length + 1;

/** All comments in the order in which they were indexed. */
export const EVERYWHERE = 0;

/** Numbers from `from` on, and the marks of their blocks as a question of the index. */
export interface Window {
  readonly from: number;
  readonly marks: string;
}

/**
 * The marks by which the index finds a text among the newest of a scope, whatever is asked: of its block of 1,024
 * numbers, of 8,192 and of 65,536.
 */
export function marksOf(scope: number, number: number): string[] {
  const blocks = LEVELS.map((level) => markOf(scope, level, Math.floor(number / sizeOf(level))));
  return scope === EVERYWHERE ? blocks : [scopeMark(scope), ...blocks];
}

export function scopeMark(scope: number): string {
  return `@${scope}`;
}

/**
 * Windows over the numbers below `before`, the newest first: a question that many texts answer has enough answers in the
 * first, and one that few do costs little in the last. Each asks only for blocks that those before it did not read.
 */
export function windowsBelow(scope: number, before: number): Window[] {
  let below = before;
  const windows = REACHES.map(({ level, before: more }): Window => {
    const size = sizeOf(level);
    const newest = Math.max(0, Math.floor((before - 1) / size));
    const first = Math.max(0, newest - more);
    const last = Math.max(first, Math.ceil(below / size) - 1);
    below = Math.min(below, first * size);
    return { from: below, marks: marksFrom(scope, level, first, last) };
  });
  const most = LEVELS.length - 1;
  const rest =
    scope === EVERYWHERE ? marksFrom(scope, most, 0, Math.floor(below / sizeOf(most))) : `'${scopeMark(scope)}'`;
  return [...windows, { from: 0, marks: rest }];
}

function marksFrom(scope: number, level: number, first: number, last: number): string {
  return Array.from({ length: last - first + 1 }, (_, at) => `'${markOf(scope, level, first + at)}'`).join(' | ');
}

function sizeOf(level: number): number {
  return SMALLEST * TIMES ** level;
}

function markOf(scope: number, level: number, block: number): string {
  return `@${scope}.${level}.${block}`;
}
