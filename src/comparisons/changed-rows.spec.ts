import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { changedRows } from './changed-rows.js';

const table = (...rows: string[][]): string => rows.map((cells) => cells.join('\t')).join('\n');
const fates = (before: string, after: string): string[][] =>
  changedRows(before, after).map((cells) =>
    cells.map((runs) => runs.map(({ kind, text }) => (kind === 'same' ? text : `${kind}:${text}`)).join('|')),
  );

describe('a table in two versions', () => {
  it('marks the words of the cell that changed, and leaves the others', () => {
    const before = table(['Қызмет', 'Мерзім'], ['Анықтама', '3 жұмыс күні'], ['Рұқсат', '10 жұмыс күні']);
    const after = table(['Қызмет', 'Мерзім'], ['Анықтама', '1 жұмыс күні'], ['Рұқсат', '10 жұмыс күні']);
    expect(fates(before, after)).toEqual([
      ['Қызмет', 'Мерзім'],
      ['Анықтама', 'removed:3|added:1| жұмыс күні'],
      ['Рұқсат', '10 жұмыс күні'],
    ]);
  });

  it('shows a row that came or went as such, between the rows that stayed', () => {
    const rows = [
      ['а', '1'],
      ['б', '2'],
      ['в', '3'],
    ] as const;
    const [a, b, c] = rows.map((row) => [...row]);
    if (!a || !b || !c) throw new Error('There are three rows.');
    expect(fates(table(a, c), table(a, b, c))[1]).toEqual(['added:б', 'added:2']);
    expect(fates(table(a, b, c), table(a, c))[1]).toEqual(['removed:б', 'removed:2']);
    expect(fates('', table(a))).toEqual([['added:а', 'added:1']]);
    expect(fates(table(a), '')).toEqual([['removed:а', 'removed:1']]);
  });

  it('gives either table back: cells of what went and stayed, cells of what came and stayed', () => {
    const cell = fc.stringMatching(/^[а-в]( [а-в]){0,2}$/);
    const rows = fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(rows, rows, (was, is) => {
        const made = changedRows(table(...was), table(...is));
        const side = (kind: 'removed' | 'added'): string =>
          table(
            ...made
              .map((cells) =>
                cells.map((runs) =>
                  runs
                    .filter((run) => run.kind !== kind)
                    .map(({ text }) => text)
                    .join(''),
                ),
              )
              .filter((cells) => cells.some((text) => text !== '')),
          );
        expect([side('added'), side('removed')]).toEqual([table(...was), table(...is)]);
      }),
    );
  });
});
