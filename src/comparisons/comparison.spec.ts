import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { changedWords } from './changed-words.js';
import { compared, countsOf, type Placed } from './comparison.js';

const placed = (id: string, position: number, text = id, number = String(position)): Placed => ({
  id,
  position,
  number,
  level: null,
  label: null,
  heading: null,
  text: { kk: text, ru: text },
  table: null,
});
const version = (...ids: string[]): Placed[] => ids.map((id, at) => placed(id, at + 1));
const fates = (before: Placed[], after: Placed[]): string[] =>
  compared(before, after).map(({ provisionId, change, moved }) => `${provisionId} ${change}${moved ? ' moved' : ''}`);

describe('two versions of a text', () => {
  it('are the same where nothing changed', () => {
    const text = version('a', 'b');
    expect(compared(text, text)).toEqual(
      text.map((one) => ({
        provisionId: one.id,
        change: 'same',
        moved: false,
        renumbered: false,
        before: one,
        after: one,
        heading: null,
        text: null,
      })),
    );
  });

  it('show what was added and removed at its place', () => {
    expect(fates(version('a', 'b', 'c', 'd'), version('x', 'a', 'd', 'y'))).toEqual([
      'x added',
      'a same',
      'b removed',
      'c removed',
      'd same',
      'y added',
    ]);
    expect(fates(version('a', 'b'), version('b'))).toEqual(['a removed', 'b same']);
    expect(fates([], version('a'))).toEqual(['a added']);
  });

  it('call moved the fewest provisions that explain the new order', () => {
    expect(fates(version('a', 'b', 'c', 'd'), version('d', 'a', 'b', 'c'))).toEqual([
      'd same moved',
      'a same',
      'b same',
      'c same',
    ]);
  });

  it('know a provision by its id, also under another number, and tell that it was renumbered', () => {
    const [one] = compared([placed('a', 1, 'text', '1')], [placed('a', 1, 'text', '2')]);
    expect(one).toMatchObject({ change: 'same', renumbered: true });
  });

  it('mark a change of heading, of level, and of one language alone', () => {
    const before = placed('a', 1);
    const changes: Placed[] = [
      { ...before, heading: { kk: 'Тақырып', ru: 'Заголовок' } },
      { ...before, level: 'article' },
      { ...before, text: { kk: 'a', ru: 'б' } },
      { ...before, text: { kk: 'a', ru: 'a', en: 'new' } },
    ];
    expect(changes.map((after) => compared([before], [after])[0]?.change)).toEqual(Array(4).fill('changed'));
    expect(compared([before], [changes[2] ?? before])[0]?.text).toEqual({
      kk: [{ kind: 'same', text: 'a' }],
      ru: [
        { kind: 'removed', text: 'a' },
        { kind: 'added', text: 'б' },
      ],
    });
  });

  it('lose no provision, count each once, and name none that stands in neither', () => {
    const ids = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j'), { maxLength: 10 });
    fc.assert(
      fc.property(ids, ids, (one, other) => {
        const found = compared(version(...one), version(...other));
        expect(found.map(({ provisionId }) => provisionId).sort()).toEqual([...new Set([...one, ...other])].sort());
        const kept = found.filter(({ after }) => after).map(({ provisionId }) => provisionId);
        expect(kept).toEqual(other);
        const { same, changed, added, removed, moved } = countsOf(found);
        expect(same + changed + added + removed).toBe(found.length);
        // What did not move kept its order.
        const stayed = found.filter((each) => each.before && each.after && !each.moved);
        const positions = stayed.map(({ before }) => before?.position ?? 0);
        expect(positions).toEqual([...positions].sort((a, b) => a - b));
        expect(moved).toBe(found.filter((each) => each.moved).length);
      }),
    );
  });
});

describe('changed words', () => {
  it('are whole words of kk and ru, with their signs apart', () => {
    expect(changedWords('Шағым он күнде қаралады.', 'Шағым бес күнде қаралады!')).toEqual([
      { kind: 'same', text: 'Шағым ' },
      { kind: 'removed', text: 'он' },
      { kind: 'added', text: 'бес' },
      { kind: 'same', text: ' күнде қаралады' },
      { kind: 'removed', text: '.' },
      { kind: 'added', text: '!' },
    ]);
  });

  it('that only blanks separate are one change', () => {
    expect(changedWords('в течение десяти дней', 'в срок пяти дней')).toEqual([
      { kind: 'same', text: 'в ' },
      { kind: 'removed', text: 'течение десяти' },
      { kind: 'added', text: 'срок пяти' },
      { kind: 'same', text: ' дней' },
    ]);
  });

  it('give both texts back, character by character, whatever they are', () => {
    const word = fc.constantFrom('он', 'күн', 'день', ' ', '\n', '  ', '.', '-', '🙂', 'e\u0301', '12');
    const text = fc.oneof(
      fc.array(word, { maxLength: 40 }).map((words) => words.join('')),
      fc.string({ unit: 'grapheme' }),
    );
    fc.assert(
      fc.property(text, text, (before, after) => {
        const runs = changedWords(before, after);
        const without = (kind: string): string => runs.flatMap((run) => (run.kind === kind ? [] : [run.text])).join('');
        expect([without('added'), without('removed')]).toEqual([before, after]);
        expect(runs.every((run) => run.text !== '')).toBe(true);
      }),
    );
  });

  it('of texts that share next to nothing are one replacement, however long', () => {
    const long = (word: string): string => Array.from({ length: 8_000 }, (_, at) => `${word}${at}`).join(' ');
    expect(changedWords(long('а'), long('б'))).toEqual([
      { kind: 'removed', text: long('а') },
      { kind: 'added', text: long('б') },
    ]);
  });
});
