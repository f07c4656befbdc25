/** Texts of the smallest window, and how many times larger the next one is. */
const SMALLEST = 1024;
const TIMES = 8;
const LEVELS = [0, 1, 2];

/** All comments in the order in which they were indexed. */
export const EVERYWHERE = 0;

/** Numbers from `from` on, as a condition of the index; undefined for all there are. */
export interface Window {
  readonly from: number;
  readonly query: string | undefined;
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
 * Windows over the numbers below `before`, the newest first, each eight times larger: a question that many texts answer
 * has enough answers in the first, and one that few do costs little in the last. Each is the last two blocks of a level.
 */
export function windowsBelow(scope: number, before: number): Window[] {
  const top = Math.max(0, before - 1);
  const windows = LEVELS.map((level): Window => {
    const last = Math.floor(top / sizeOf(level));
    const blocks = last === 0 ? [0] : [last, last - 1];
    const query = blocks.map((block) => `'${markOf(scope, level, block)}'`).join(' | ');
    return { from: Math.max(0, last - 1) * sizeOf(level), query };
  });
  return [...windows, { from: 0, query: scope === EVERYWHERE ? undefined : `'${scopeMark(scope)}'` }];
}

function sizeOf(level: number): number {
  return SMALLEST * TIMES ** level;
}

function markOf(scope: number, level: number, block: number): string {
  return `@${scope}.${level}.${block}`;
}
