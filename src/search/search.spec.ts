import { describe, expect, it } from '@jest/globals';
import type { Problem } from '../platform/kernel/index.js';
import { kazakhStem } from './kazakh-stem.js';
import { lexemeQuestion, LexemeVector, placesIn } from './lexemes.js';
import { questionOf } from './query-words.js';
import { snippetOf } from './snippet.js';
import { EVERYWHERE, marksOf, windowsBelow } from './windows.js';
import { plainOf, wordsOf } from './words.js';

/** Forms of one word each, as they stand in drafts and comments; the first is what a reader types. */
const FORMS = `
  жоба жобаның жобаға жобаны жобада жобадан жобамен жобалар жобалардың жобасы жобасына жобасында жобасының жобамыз жобаларымыздағы
  мектеп мектептің мектепке мектепті мектепте мектептен мектептер мектебі мектебіне мектебінде мектебіміз мектептермен
  заң заңның заңға заңды заңда заңнан заңдар заңы заңына заңында заңымен заңдардың
  жол жолдың жолға жолды жолда жолдан жолдар жолы жолына жолында жолдармен жолдағы
  тармақ тармақтың тармаққа тармақты тармақта тармақтар тармағы тармағында тармағының тармағына
  көше көшенің көшеге көшені көшеде көшеден көшелер көшесі көшесінде көшелеріміз көшедегі
  бала балалар балалардың балаларға баланы баласы балаларымыз балалармен
  су судың суға суды суда судан
  ел елдің елге елді елде елдер
  үй үйдің үйге үйде үйлер үйлердің
  түн түнде түннің түнге түнгі
  шу шудың шуды шудан
  азамат азаматтар азаматтардың азаматтарға азаматы азаматтық
  әкім әкімнің әкімге әкімі әкімдер әкімдік әкімдіктің әкімдігі
  ұсыныс ұсыныстар ұсынысты ұсынысым ұсыныстарымыз ұсынысы
  мерзім мерзімі мерзімін мерзімге мерзімдер мерзімнің мерзімінде
  қызмет қызметі қызметтің қызметтер қызметке қызметіне
  тұрғын тұрғындар тұрғындардың тұрғындары тұрғынның
  құрылыс құрылысы құрылыстың құрылысқа құрылыстар
  айыппұл айыппұлдар айыппұлды айыппұлдың айыппұлы
  ағаш ағаштар ағаштарды ағаштың ағашты
  қала қаланың қалаға қалада қалалар қаласы қаласында қаладағы
  қолдау қолдаймын қолдаймыз
  бекіту бекітуді бекітудің
  пікір пікірлер пікірі пікіріміз пікірлердің
  ереже ережесі ережелер ереженің ережеге ережелерінде
  бюджет бюджеттің бюджеттен бюджеті
  жүрек жүрегі жүректің жүректер`
  .trim()
  .split('\n')
  .map((line) => line.trim().split(' '));

/** Words that must not be found for each other. */
const APART =
  'жол жыл, заң зат, су сауда, бала балық, қолдаймын қолдамаймын, ел ер, мектеп мекен, жоба жобалау, тармақ тарау, қала қалам, үй үкім, түн түр, көше көшет, айыппұл ай'
    .split(', ')
    .map((pair) => pair.split(' '));

const stem = (word: string): string => kazakhStem(plainOf(word));

describe('a Kazakh word', () => {
  it('is found in its forms: nearly all of them lead to one stem', () => {
    const forms = FORMS.flatMap(([typed = '', ...others]) => others.map((form) => [typed, form] as const));
    const missed = forms.filter(([typed, form]) => stem(typed) !== stem(form)).map((pair) => pair.join(' – '));
    expect(forms.length).toBeGreaterThan(150);
    expect(missed).toEqual([]);
  });

  it('is not taken for another one', () => {
    expect(APART.filter(([one = '', other = '']) => stem(one) === stem(other))).toEqual([]);
  });

  it('is the same typed without Kazakh letters, with look-alikes, in capitals and with marks', () => {
    for (const [kazakh, typed] of [
      ['қоғамдық', 'когамдык'],
      ['ҰСЫНЫС', 'усыныс'],
      ['өңір', 'онир'],
      ['һәм', 'хам'],
      ['үкім', 'ukім'.replace('u', 'у').replace('k', 'к')],
      ['әкiм', 'акім'],
      ['ёлка', 'елка'],
      ['за\u0301мок', 'замок'],
      ['жо\u00adба', 'жоба'],
    ] as const) {
      expect(plainOf(kazakh)).toBe(plainOf(typed));
    }
  });
});

describe('a question', () => {
  const refused = (typed: string): unknown => {
    try {
      return lexemeQuestion(questionOf(typed), new Map()) ?? 'nothing';
    } catch (problem) {
      return (problem as Problem).parts.errors?.[0]?.code;
    }
  };
  const query = (typed: string): string | undefined => lexemeQuestion(questionOf(typed), new Map())?.query;

  it('is words together, words in quotes one after the other, words left out, and alternatives', () => {
    expect(questionOf('жол "екі сөз" -су or ағаш')).toEqual([
      [
        { words: ['жол'], without: false },
        { words: ['еки', 'соз'], without: false },
        { words: ['су'], without: true },
      ],
      [{ words: ['агаш'], without: false }],
    ]);
    expect(query('жол')).toBe(`(('жол' | '~жол'))`);
    expect(query('road -"big house"')).toBe(`(('road') & !('big' <1> 'house'))`);
    expect(query('"жоба және заң"')).toBe(`(('жоба' <2> 'зан' | '~жоба' <2> '~зан'))`);
  });

  it('has no operators but these: every other sign is a space', () => {
    expect(query(`road':* & !house | (x)`)).toBe(`(('road') & ('house') & ('x'))`);
    expect(query('a\u202eb 😀 c\u0000d')).toBe(`(('a\u0062') & ('c' <1> 'd'))`);
    expect(query('жол-көлік')).toContain('<1>');
  });

  it('is refused where there is nothing to look for, and where there is too much', () => {
    for (const typed of ['', '   ', '&', `':*`, '😀', '-жол', '-"a b"', '""', 'или', 'және', 'road or -house']) {
      expect([typed, refused(typed)]).toEqual([typed, 'nothing']);
    }
    expect(refused(Array.from({ length: 21 }, (_, at) => `a${at}`).join(' '))).toBe('search-words-too-many');
  });
});

describe('a snippet', () => {
  const shown = (text: string, places: number[]): string =>
    snippetOf(text, places)
      .map(({ text: piece, hit }) => (hit ? `[${piece}]` : piece))
      .join('');

  it('shows the text as it is, with the words marked', () => {
    expect(shown('«Түнде» <b>шу</b> болмасын!', [1, 3])).toBe('«[Түнде]» <b>[шу]</b> болмасын!');
    expect(shown('Ештеңе табылмады.', [])).toBe('Ештеңе табылмады.');
    expect(shown('', [])).toBe('');
  });

  it('is the part with most of the words, and says where the text goes on', () => {
    const words = Array.from({ length: 300 }, (_, at) => `w${at + 1}`);
    const part = shown(words.join(' '), [3, 150, 152, 155, 299]);
    expect(part).toMatch(/^… w142 .*\[w150\] w151 \[w152\] w153 w154 \[w155\].* w181 …$/);
    expect(shown(`a${'-'.repeat(1000)}b`, [2]).length).toBeLessThan(120);
  });
});

describe('the index', () => {
  it('counts places the same way as snippets do, whatever is between the words', () => {
    const vector = new LexemeVector();
    vector.add(wordsOf('Road, — road; 😀 house'), 'en', new Map());
    expect(vector.text(['@1'])).toBe(`'road':1,2 'house':3 '@1'`);
  });

  it('tells where the words stand that were sought, and of no other words', () => {
    const vector = `'@4' '@4.0.2' 'a':1,7A 'ab':2 'road':3,16383 '~road':5`;
    expect(placesIn(vector, ['road', 'a'])).toEqual([3, 16_383, 1, 7]);
    expect(placesIn(vector, ['~road'])).toEqual([5]);
    expect(placesIn(vector, ['oad', 'b', '@4', 'none'])).toEqual([]);
  });

  it.each([
    ['one consultation', 7],
    ['all of them', EVERYWHERE],
  ])('finds the newest of %s by windows without a gap, the first of them never large', (_what, scope) => {
    for (const before of [1, 2, 1_000, 1_024, 1_025, 2_049, 9_000, 70_000, 225_001, 1_000_001]) {
      const windows = windowsBelow(scope, before);
      expect(windows.map(({ from }) => from)).toEqual(windows.map(({ from }) => from).sort((a, b) => b - a));
      expect(windows.at(-1)?.from).toBe(0);
      const first = windows[0]?.from ?? 0;
      expect(before - first).toBeLessThanOrEqual(1_024);
      let below = before;
      for (const { from, marks: asked } of windows) {
        const marks = asked.split(' | ');
        for (const number of from < below ? [from, Math.floor((from + below) / 2), below - 1] : []) {
          expect(marksOf(scope, number).filter((mark) => marks.includes(`'${mark}'`))).toHaveLength(1);
        }
        below = from;
      }
    }
  });
});
