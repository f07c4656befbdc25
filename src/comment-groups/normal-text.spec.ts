import { describe, expect, it } from '@jest/globals';
import { normalText, wordsIn } from './normal-text.js';

describe('the text by which two comments are the same', () => {
  it.each([
    ['case and spaces', '  Түнде   ШУ болмасын\n', 'түнде шу болмасын'],
    ['punctuation and signs', '«Түнде» шу – болмасын!!! 🙏🏻', 'түнде шу болмасын'],
    ['what cannot be seen', 'түн\u00adде \u200bшу\ufeff болмасын', 'түнде шу болмасын'],
    ['compatibility forms', 'Пункт ﬁ №５', 'пункт fi no5'],
    ['composed and decomposed letters', 'Тишина и\u0306', 'тишина й'],
    ['ё and е', 'Ещё', 'еще'],
    ['Latin look-alikes in a Cyrillic word', 'жаhандық ceлo ұлттық кiм', 'жаһандық село ұлттық кім'],
    [
      'words of Latin letters, left as they are',
      'Please keep the nights quiet, cape',
      'please keep the nights quiet cape',
    ],
    ['digits', 'Пункт 3.2', 'пункт 3 2'],
  ])('does not depend on %s', (_, text, normal) => {
    expect(normalText(text)).toBe(normal);
  });

  it('keeps Kazakh letters what they are', () => {
    const pairs = ['аә', 'гғ', 'кқ', 'нң', 'оө', 'уұ', 'ұү', 'хһ', 'иі'];
    for (const [one = '', other = ''] of pairs.map((pair) => Array.from(pair))) {
      expect(normalText(`б${one}л`)).not.toBe(normalText(`б${other}л`));
    }
    expect(normalText('ӘҒҚҢӨҰҮҺІ')).toBe('әғқңөұүһі');
  });

  it('does not take texts without a word for one another', () => {
    expect(normalText('!!!')).toBe('!!!');
    expect(normalText(' ??? ')).toBe('???');
    expect(normalText('👍')).not.toBe(normalText('👎'));
  });

  it('is a text that stays as it is', () => {
    const signs = Array.from('аәкқ іһiheЁйи\u0306ABİıﬁ№5⁵\u200b\u00ad!.,–\n \t🙏ßΣς');
    let seed = 7;
    for (let text = 0; text < 2_000; text += 1) {
      const length = (seed = (seed * 48_271) % 2_147_483_647) % 40;
      const made = Array.from({ length }, () => signs[(seed = (seed * 48_271) % 2_147_483_647) % signs.length]).join(
        '',
      );
      expect(normalText(normalText(made))).toBe(normalText(made));
    }
  });

  it('is found in time that grows with its length, whatever it is made of', () => {
    for (const part of ['a', 'а', 'aа', ' ', 'ё!', '\u0306']) {
      const began = performance.now();
      normalText(part.repeat(16_000));
      expect(performance.now() - began).toBeLessThan(500);
    }
  });

  it('has words', () => {
    expect(['', 'бір', 'бір екі'].map(wordsIn)).toEqual([0, 1, 2]);
  });
});
