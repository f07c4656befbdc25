import { describe, expect, it } from '@jest/globals';
import { BANDS, COMMON_BANDS, METHOD } from './method.js';
import { normalText } from './normal-text.js';
import { bandsOf, piecesOf, similarityOf } from './similarity.js';

const WORDS = (
  'тыныштық түнде көше құрылыс әкімдік тұрғын үй аула балалар ұйықтай алмайды уақыт қалдыру сұраймыз шара қолдану ' +
  'ночью шум стройка двор дети спать время оставить просим акимат меры жители дом улица окна машина музыка ' +
  'please night noise street works children sleep council rule keep hours neighbours windows building'
).split(' ');

/** A sequence of numbers that is the same every time. */
function drawn(seed: number): (below: number) => number {
  let at = seed;
  return (below) => (at = (at * 48_271) % 2_147_483_647) % below;
}

function textOf(draw: (below: number) => number, words: number): string {
  return Array.from({ length: words }, () => WORDS[draw(WORDS.length)]).join(' ');
}

/** The share of common pieces, counted in the plainest way. */
function plainSimilarity(one: string, other: string): number {
  const pieces = (text: string): Set<string> =>
    new Set(
      Array.from({ length: Math.max(1, text.length - METHOD.piece + 1) }, (_, at) => text.slice(at, at + METHOD.piece)),
    );
  const [first, second] = [pieces(one), pieces(other)];
  const common = [...first].filter((piece) => second.has(piece)).length;
  return common / (first.size + second.size - common);
}

const isFound = (one: string, other: string): boolean => {
  const bands = new Set(bandsOf(piecesOf(one), 'a'));
  return bandsOf(piecesOf(other), 'a').filter((band) => bands.has(band)).length >= COMMON_BANDS;
};

describe('the similarity of two texts', () => {
  it('is the share of their common pieces', () => {
    const draw = drawn(11);
    for (let pair = 0; pair < 300; pair += 1) {
      const one = textOf(draw, 6 + draw(60));
      const words = one.split(' ').map((word) => (draw(8) === 0 ? (WORDS[draw(WORDS.length)] ?? word) : word));
      const other = words.join(' ');
      expect(similarityOf(piecesOf(one), piecesOf(other))).toBeCloseTo(plainSimilarity(one, other), 10);
    }
  });

  it('is 1 for the same, 0 for nothing in common, and the same from both sides', () => {
    const [one, other] = [piecesOf('түнде шу болмасын'), piecesOf('let the nights be quiet')];
    expect(similarityOf(one, one)).toBe(1);
    expect(similarityOf(one, other)).toBe(0);
    const near = piecesOf('түнде шу болмаса');
    expect(similarityOf(one, near)).toBe(similarityOf(near, one));
    expect(similarityOf(piecesOf(''), piecesOf(''))).toBe(1);
  });

  it('stays above the threshold when one letter in sixty is another one', () => {
    const draw = drawn(23);
    for (let pair = 0; pair < 300; pair += 1) {
      const one = normalText(textOf(draw, 20 + draw(200)));
      const letters = Array.from(one);
      for (let edit = 0; edit < Math.floor(new Set(piecesOf(one)).size / 60); edit += 1)
        letters[draw(letters.length)] = 'ж';
      expect(similarityOf(piecesOf(one), piecesOf(letters.join('')))).toBeGreaterThanOrEqual(METHOD.similarity);
    }
  });
});

describe('the bands of a text', () => {
  it('are as many numbers of 64 bits, the same every time, others in another consultation', () => {
    const pieces = piecesOf('түнде шу болмасын деп сұраймыз');
    const bands = bandsOf(pieces, 'a');
    expect(bands).toHaveLength(BANDS);
    expect(bands.every((band) => BigInt.asIntN(64, BigInt(band)).toString() === band)).toBe(true);
    expect(bandsOf(pieces, 'a')).toEqual(bands);
    expect(bandsOf(pieces, 'b').some((band) => bands.includes(band))).toBe(false);
  });

  it('find nearly all near-identical texts, and few that are not', () => {
    const draw = drawn(37);
    const met = { near: 0, nearFound: 0, far: 0, farFound: 0 };
    for (let pair = 0; pair < 1_500; pair += 1) {
      const words = textOf(draw, 12 + draw(40)).split(' ');
      const changes = draw(3) === 0 ? words.length * 2 : 1 + draw(4);
      const other = [...words];
      for (let change = 0; change < changes; change += 1) other[draw(other.length)] = WORDS[draw(WORDS.length)] ?? '';
      const [one, two] = [words.join(' '), other.join(' ')];
      const similarity = similarityOf(piecesOf(one), piecesOf(two));
      const found = Number(isFound(one, two));
      if (similarity >= METHOD.similarity) Object.assign(met, { near: met.near + 1, nearFound: met.nearFound + found });
      if (similarity < 0.4) Object.assign(met, { far: met.far + 1, farFound: met.farFound + found });
    }
    expect(Math.min(met.near, met.far)).toBeGreaterThan(50);
    expect(met.nearFound / met.near).toBeGreaterThan(0.99);
    expect(met.farFound / met.far).toBeLessThan(0.02);
  });
});
