import { describe, expect, it } from '@jest/globals';
import { Problem } from '../kernel/index.js';
import { FORM_FIELDS, parseFormBody } from './form-body.js';

const parse = (text: string | Buffer): readonly (readonly [string, string])[] =>
  parseFormBody(Buffer.from(text as string)).fields;

const refusal = (text: string | Buffer): [string, string | undefined] => {
  try {
    parse(text);
  } catch (error) {
    if (error instanceof Problem) return [error.kind, error.parts.code ?? error.parts.errors?.[0]?.code];
  }
  return ['none', undefined];
};

describe('a form body', () => {
  it('is read in its order, with names that come twice and values that are empty', () => {
    expect(parse('b=1&a=2&b=&c&=x')).toEqual([
      ['b', '1'],
      ['a', '2'],
      ['b', ''],
      ['c', ''],
      ['', 'x'],
    ]);
    expect(parse('')).toEqual([]);
  });

  it('keeps every character: signs, spaces at the ends, a byte order mark, letters beyond the first plane', () => {
    const text = ' + % & = ;\t"қ🌙\uFEFF ';
    expect(parse(new URLSearchParams({ text }).toString())).toEqual([['text', text]]);
  });

  it('gives line breaks back as they were typed, and leaves a lone carriage return', () => {
    expect(parse('t=a%0D%0Ab%0Ac%0Dd')).toEqual([['t', 'a\nb\nc\rd']]);
  });

  it.each([
    ['t=%c3%28', 'malformed', 'invalid-utf8'],
    ['t=%zz', 'malformed', 'invalid-utf8'],
    ['t=%', 'malformed', 'invalid-utf8'],
    ['t=%ED%A0%80', 'malformed', 'invalid-utf8'],
    [Buffer.from([0x74, 0x3d, 0xff]), 'malformed', 'invalid-utf8'],
    ['t=a%00b', 'invalid', 'control-character'],
    ['%00=a', 'malformed', 'forbidden-key'],
    ['__proto__=a', 'malformed', 'forbidden-key'],
    [`${'n'.repeat(201)}=a`, 'malformed', 'forbidden-key'],
    ['a=&'.repeat(FORM_FIELDS + 1), 'too-large', undefined],
  ])('refuses %s', (body, kind, code) => {
    expect(refusal(body)).toEqual([kind, code]);
  });

  it('tells what was said from what belongs to the frame', () => {
    const form = parseFormBody(Buffer.from('_token=t&text=a&_key=k&tick=1&tick=2'));
    expect(form.said).toEqual([
      ['text', 'a'],
      ['tick', '1'],
      ['tick', '2'],
    ]);
    expect([form.get('_key'), form.get('absent'), form.all('tick')]).toEqual(['k', undefined, ['1', '2']]);
  });
});
