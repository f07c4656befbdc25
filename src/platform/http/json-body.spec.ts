import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Problem } from '../kernel/index.js';
import { BODY_DEPTH, parseJsonBody } from './json-body.js';

const depthOf = (value: unknown): number =>
  typeof value === 'object' && value !== null ? 1 + Math.max(0, ...Object.values(value).map(depthOf)) : 0;

describe('a JSON body', () => {
  it('is read exactly as it came, or refused with a problem', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 25 }), (text) => {
        const expected = JSON.parse(text) as unknown;
        try {
          expect(parseJsonBody(Buffer.from(text))).toEqual(expected);
          expect(depthOf(expected)).toBeLessThanOrEqual(BODY_DEPTH);
        } catch (error) {
          if (!(error instanceof Problem)) throw error;
          const reason = depthOf(expected) > BODY_DEPTH || /__proto__|\\u0000|\\ud/i.test(text);
          expect(reason).toBe(true);
        }
      }),
    );
  });

  it('counts brackets, not brackets in strings', () => {
    const text = JSON.stringify({ a: '[[[[[[[[[[[[[[[[[[[[[[[[[', b: '\\"[[[{{{' });
    expect(parseJsonBody(Buffer.from(text))).toEqual(JSON.parse(text));
  });

  it('names no field twice, at whatever depth and however it is written', () => {
    const written = (name: string): string => JSON.stringify(name).replace(/[a-z]/g, escapedAs);
    const escapedAs = (letter: string): string => `\\u00${letter.charCodeAt(0).toString(16)}`;
    const names = fc.uniqueArray(fc.constantFrom('a', 'b', 'ab', '', ':', '{"a":1}', '\\"'), {
      minLength: 1,
      maxLength: 6,
    });
    fc.assert(
      fc.property(names, fc.boolean(), (all, isRepeated) => {
        const members = all.map((name) => `${JSON.stringify(name)}: [{"x":":"}]`);
        if (isRepeated) members.push(`${written(all[0] ?? '')}:1`);
        const read = (): unknown => parseJsonBody(Buffer.from(`[{${members.join(',')}}]`));
        if (isRepeated) expect(read).toThrow(expect.objectContaining({ parts: { code: 'duplicate-key' } }));
        else expect(read()).toEqual([Object.fromEntries(all.map((name) => [name, [{ x: ':' }]]))]);
      }),
    );
  });

  it('never fails in another way, whatever bytes come', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        try {
          parseJsonBody(Buffer.from(bytes));
        } catch (error) {
          expect(error).toBeInstanceOf(Problem);
        }
      }),
    );
  });

  it('keeps pairs of surrogates and refuses halves, also in names', () => {
    expect(parseJsonBody(Buffer.from('"\\ud83d\\ude42"'))).toBe('🙂');
    expect(() => parseJsonBody(Buffer.from('["\\ud83d"]'))).toThrow(Problem);
    expect(() => parseJsonBody(Buffer.from('{"\\ude42":1}'))).toThrow(Problem);
  });
});
