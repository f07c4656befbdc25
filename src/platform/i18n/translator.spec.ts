import { describe, expect, it } from '@jest/globals';
import { hasSentence, preferredLanguage, translate } from './translator.js';

describe('the language of an answer', () => {
  it.each([
    [undefined, 'kk'],
    ['', 'kk'],
    ['de-DE, fr;q=0.9', 'kk'],
    ['ru', 'ru'],
    ['en-GB,en;q=0.9,ru;q=0.8', 'en'],
    ['en;q=0.1, ru;q=0.9, kk;q=0.5', 'ru'],
    ['ru;q=0', 'kk'],
    ['*', 'kk'],
    ['KK-KZ', 'kk'],
    ['ru;q=abc', 'ru'],
    ['x'.repeat(100_000), 'kk'],
  ])('is, for %j, %s', (header, language) => {
    expect(preferredLanguage(header)).toBe(language);
  });
});

describe('a sentence', () => {
  it('follows the plural of its language', () => {
    const fields = (count: number): string => translate('ru', 'problem.kind.invalid', { count });
    expect(fields(1)).toContain('1 поле');
    expect(fields(3)).toContain('3 поля');
    expect(fields(5)).toContain('5 полей');
  });

  it('shows markup as text', () => {
    expect(translate('en', 'problem.detail.not-in-this-state', { state: '<b>x</b>' })).toContain('<b>x</b>');
  });

  it('is missed with a clear fault of ours', () => {
    expect(hasSentence('problem.kind.nothing')).toBe(false);
    expect(() => translate('kk', 'problem.kind.nothing')).toThrow('kk:problem.kind.nothing');
  });
});
