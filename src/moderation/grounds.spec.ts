import { describe, expect, it } from '@jest/globals';
import { groundOf, grounds, GROUNDS } from './ground.js';

describe('the closed list of grounds (N3)', () => {
  it('is that of what harms people or is no comment; criticism, mistakes and being off the matter are not in it', () => {
    expect(GROUNDS).toEqual([
      ...['personal_data', 'insult', 'incitement', 'secret'],
      ...['obscenity', 'advertising', 'spam'],
    ]);
    expect(groundOf('insult')).toBe(grounds[1]);
    expect(groundOf('off_the_matter')).toBeUndefined();
  });

  it('says which of them no norm gives', () => {
    const of = (wanted: string): string[] => grounds.filter(({ trust }) => trust === wanted).map(({ code }) => code);
    expect(of('law')).toEqual(['personal_data', 'insult', 'secret']);
    expect(of('old wording')).toEqual(['incitement']);
    expect(of('setting')).toEqual(['obscenity', 'advertising', 'spam']);
  });

  it('is written in three languages, with meaning and basis', () => {
    for (const { name, meaning, basis } of grounds) {
      for (const text of [name, meaning, basis]) {
        expect(Object.keys(text)).toEqual(['kk', 'ru', 'en']);
        expect(text.ru).toMatch(/^[А-ЯЁ«][^әғқңөұүһі]*$/);
        expect(text.en).toMatch(/^[A-Z][^а-яё]*$/);
      }
      expect(meaning.kk).toMatch(/[әғқңөұүһі]/);
      expect(basis.kk).not.toBe(basis.ru);
    }
    expect(new Set(grounds.map(({ name }) => name.kk)).size).toBe(grounds.length);
  });
});
