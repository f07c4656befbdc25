import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { LineHashes, readableLine, sha256 } from './report-line.js';

const NOTICE = {
  ground: 'insult',
  explanation: { kk: 'Қорлау', ru: 'Оскорбление' },
  concealedOn: '2026-04-01',
  appeal: 'none' as const,
};
const CONCEALED = { concealment: NOTICE, disownedAt: null };
const anyText = fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('"', '\\', '\n', '\u2028', 'Қ', '𐰴'));

describe('the line of a comment in a report', () => {
  it('gives neither words nor salt once it has to be hidden, and the hash of the line as it was', () => {
    fc.assert(
      fc.property(anyText, fc.option(anyText, { nil: null }), fc.uuid(), (text, quote, salt) => {
        const line = JSON.stringify({ kind: 'comment', number: 7, text, quote, answer: { outcome: 'partly' }, salt });
        const { line: shown, changed } = readableLine(line, new Map([[7, CONCEALED]]));
        expect(changed).toBe(true);
        expect(JSON.parse(shown)).toEqual({
          ...{ kind: 'comment', number: 7, text: null, quote: null, answer: { outcome: 'partly' } },
          ...{ concealment: NOTICE, publishedLineSha256: sha256(line) },
        });
      }),
    );
  });

  it('gives no organisation once it is hidden, or disowned by the holder of the account', () => {
    const said = {
      text: 'а',
      quote: null,
      quoteBefore: null,
      onBehalfOf: { name: 'ЖШС', bin: null },
      disownedAt: null,
    };
    const line = JSON.stringify({ kind: 'comment', number: 7, ...said, salt: 'с' });
    const hashed = { kind: 'comment', number: 7, publishedLineSha256: sha256(line) };
    const concealed = readableLine(line, new Map([[7, CONCEALED]])).line;
    expect(JSON.parse(concealed)).toEqual({ ...said, text: null, onBehalfOf: null, concealment: NOTICE, ...hashed });
    const disowned = { concealment: null, disownedAt: '2026-04-01T00:00:00.000Z' };
    const denied = readableLine(line, new Map([[7, disowned]])).line;
    expect(JSON.parse(denied)).toEqual({ ...said, onBehalfOf: null, disownedAt: disowned.disownedAt, ...hashed });
    const before = JSON.stringify({ kind: 'comment', number: 7, text: 'а', salt: 'с' });
    expect(readableLine(before, new Map([[7, disowned]]))).toEqual({ line: before, changed: false });
  });

  it('stays as it was published where nothing has to be hidden', () => {
    const hidden = new Map([[7, CONCEALED]]);
    const lines = [
      { kind: 'comment', number: 8, text: 'а' },
      { kind: 'comment', number: 7, text: null, concealment: NOTICE },
      { kind: 'change', number: 7, text: 'а' },
      { kind: 'report' },
    ].map((line) => JSON.stringify(line));
    expect(lines.map((line) => readableLine(line, hidden))).toEqual(lines.map((line) => ({ line, changed: false })));
    expect(readableLine(lines[0] ?? '', new Map())).toEqual({ line: lines[0], changed: false });
  });

  it('is hashed by itself and with all others, so that either hash tells of any other line', () => {
    const anyLines = fc.array(
      fc.string().filter((line) => !line.includes('\n')),
      { minLength: 1, maxLength: 5 },
    );
    fc.assert(
      fc.property(anyLines, fc.nat(4), (lines, at) => {
        const hashed = (all: readonly string[]) => {
          const hashes = new LineHashes();
          for (const line of all) hashes.add(line);
          return hashes.end();
        };
        const before = hashed(lines);
        expect(before).toEqual({
          lines: lines.length,
          content: sha256(lines.map((line) => `${line}\n`).join('')),
          byLine: sha256(lines.map((line) => `${sha256(line)}\n`).join('')),
        });
        const place = at % lines.length;
        const other = hashed(lines.with(place, `${lines[place] ?? ''}.`));
        expect([other.content === before.content, other.byLine === before.byLine]).toEqual([false, false]);
      }),
    );
  });
});
