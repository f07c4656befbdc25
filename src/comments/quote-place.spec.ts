import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { contextAt, misquoted, occurrencesOf, whereIs } from './quote-place.js';

const MOST = 64;
const word = fc.stringMatching(/^[а-яәіңғүұқөһ]{1,8}$/u);
const words = fc.array(word, { minLength: 1, maxLength: 12 }).map((some) => some.join(' '));
const blanks = fc.constantFrom(' ', '\n', '\r\n', '\u00a0', '\t  ', '\u2028');

/** A text that says the same several times, each time among other words. */
const repeating = fc
  .tuple(words, fc.uniqueArray(fc.tuple(words, words), { minLength: 1, maxLength: 5, selector: String }))
  .map(([quote, around]) => ({
    quote,
    text: around.map(([before, after], at) => `${at}) ${before} ${quote} ${after} (${at}`).join('\n'),
  }));

describe('the place of quoted words', () => {
  it('is found again by what is around it, wherever else the text says the same', () => {
    fc.assert(
      fc.property(repeating, fc.nat(), ({ quote, text }, which) => {
        const all = occurrencesOf(quote, null, text);
        const meant = all[which % all.length];
        if (!meant) throw new Error('A quote of the text is in it.');
        const context = contextAt(text, meant, text.length);
        expect(whereIs(quote, context, text)).toMatchObject({ start: meant.start, end: meant.end, isSure: true });
        expect(misquoted(quote, context, [text])).toBeUndefined();
      }),
    );
  });

  it('moves with it when something is put before the text or after it', () => {
    fc.assert(
      fc.property(repeating, words, words, ({ quote, text }, before, after) => {
        const meant = occurrencesOf(quote, null, text).at(-1);
        if (!meant) throw new Error('A quote of the text is in it.');
        const context = contextAt(text, meant, MOST);
        // Only where the context tells the place from all others does it have to.
        fc.pre(whereIs(quote, context, text)?.isSure === true);
        const found = whereIs(quote, context, `${before}\n${text}\n${after}`);
        expect(found?.start).toBe(meant.start + before.length + 1);
      }),
    );
  });

  it('is the same however blanks and line breaks were copied', () => {
    fc.assert(
      fc.property(repeating, blanks, ({ quote, text }, blank) => {
        const plain = occurrencesOf(quote, null, text);
        const copied = occurrencesOf(` ${quote.replaceAll(' ', blank)}${blank}`, null, text);
        expect(copied.map(({ start, end }) => text.slice(start, end).trim())).toEqual(plain.map(() => quote));
      }),
    );
  });

  it('is nowhere when the words are not in the text', () => {
    fc.assert(
      fc.property(repeating, words, ({ quote, text }, around) => {
        const other = quote.toUpperCase();
        expect(whereIs(other, { before: around, after: around }, text)).toBeUndefined();
        expect(misquoted(other, null, [text])).toBe('quote');
      }),
    );
  });
});

describe('words around a quote', () => {
  const text = 'Срок – десять дней. Ответ – десять дней со дня запроса.';
  const at = (before: string | null, after: string | null, quote = 'десять дней') =>
    whereIs(quote, { before, after }, text);

  it.each([
    ['Срок – ', '. Ответ', 7],
    ['Ответ – ', ' со дня', 28],
    [null, ' со дня запроса.', 28],
    ['Срок – ', null, 7],
    // Changed since, but what is nearest stayed.
    ['Новый срок. Ответ – ', ' со дня обращения', 28],
  ])('pin it between «%s» and «%s»', (before, after, start) => {
    expect(at(before, after)).toMatchObject({ start, isSure: true });
  });

  it.each([
    [null, null],
    ['– ', null],
    ['Совсем иное начало фразы ', ' и иной её конец'],
  ])('do not pin it where they tell nothing: «%s» and «%s»', (before, after) => {
    expect(at(before, after)).toMatchObject({ isSure: false });
  });

  it.each([
    ['Срок – ', '. Ответ', undefined],
    ['Срок – ', ' со дня', 'before'],
    ['Ответ: ', ' со дня', 'before'],
    ['Ответ – ', ' с дня', 'after'],
    [null, 'со дня', 'after'],
    ['Срок –', null, 'before'],
  ])('are asked of the text as they are: «%s» and «%s»', (before, after, fault) => {
    expect(misquoted('десять дней', { before, after }, ['Мерзімі – он күн.', text])).toBe(fault);
  });

  it('may hold the blank that was copied with the quote', () => {
    expect(misquoted(' десять дней ', { before: 'Ответ –', after: 'со дня' }, [text])).toBeUndefined();
  });

  it('are cut to so many code points, and absent where there are none', () => {
    expect(contextAt('🌙🌙🌙x🌙🌙', { start: 6, end: 7 }, 2)).toEqual({ before: '🌙🌙', after: '🌙🌙' });
    expect(contextAt(' x\n', { start: 1, end: 2 }, 2)).toEqual({ before: null, after: null });
  });
});
