import { diffArrays } from 'diff';

/** Words that follow each other with the same fate. */
export interface WordRun {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

/** Words with their inner hyphens and apostrophes, numbers, blanks, and every other sign for itself. */
const TOKEN = /[\p{L}\p{M}\p{N}]+(?:[-’'][\p{L}\p{M}\p{N}]+)*|\s+|[^]/gu;

/** Texts that differ in more words than this share too little to be read side by side: the one replaces the other. */
const MOST_EDITS = 1_000;

/** The runs of words that turn `before` into `after`; together they give either text back, character by character. */
export function changedWords(before: string, after: string): WordRun[] {
  if (before === after) return before === '' ? [] : [{ kind: 'same', text: before }];
  const parts = diffArrays(tokensOf(before), tokensOf(after), { maxEditLength: MOST_EDITS });
  if (!parts) return replaced(before, after);
  const runs = parts.map(({ removed, added, value }): WordRun => {
    return { kind: removed ? 'removed' : added ? 'added' : 'same', text: value.join('') };
  });
  return merged(runs);
}

function tokensOf(text: string): string[] {
  return text.match(TOKEN) ?? [];
}

function replaced(before: string, after: string): WordRun[] {
  const runs: WordRun[] = [
    { kind: 'removed', text: before },
    { kind: 'added', text: after },
  ];
  return runs.filter(({ text }) => text !== '');
}

/** Joins changes that only blanks separate: "old text" becomes "new words", not each word for itself. */
function merged(runs: readonly WordRun[]): WordRun[] {
  const out: WordRun[] = [];
  let changing: WordRun[] = [];
  const close = (): void => {
    out.push(...replaced(textBut('added', changing), textBut('removed', changing)));
    changing = [];
  };
  for (const [at, run] of runs.entries()) {
    const isBridge = changing.length > 0 && at < runs.length - 1 && /^\s+$/.test(run.text);
    if (run.kind !== 'same' || isBridge) {
      changing.push(run);
    } else {
      close();
      out.push(run);
    }
  }
  close();
  return out;
}

function textBut(kind: WordRun['kind'], runs: readonly WordRun[]): string {
  return runs.flatMap((run) => (run.kind === kind ? [] : [run.text])).join('');
}
