import { describe, expect, it } from '@jest/globals';
import { powersOf, readPowers } from './power.js';
import { readRules, type Rule, termOf } from './rule.js';

describe('the powers', () => {
  const powers = readPowers();
  const rules = new Map(readRules().map((one) => [one.id, one]));

  it('are those of Articles 5 and 5-1, with the rule by which a recommendation is answered', () => {
    expect(Object.fromEntries(powers.map(({ id, replyRule }) => [id, replyRule]))).toEqual({
      ...{ 1: 'R1', 2: 'R2', 3: 'R2', 4: 'R2', '4-1': 'R2', 5: null, 6: 'R2', 7: 'R2', 8: 'R2' },
      ...{ 11: 'R4', 12: 'R4', 13: 'R2', q1: 'R1', q2: 'R2', q3: 'R2', q4: 'R4', q7: 'R2' },
    });
    expect(powers.filter(({ answeredAsOpinion }) => answeredAsOpinion).map(({ id }) => id)).toEqual(['5']);
    expect(powers.filter(({ councils }) => councils === 'quasi_state').map(({ id }) => id)).toEqual([
      'q1',
      'q2',
      'q3',
      'q4',
      'q7',
    ]);
  });

  it('point to rules that give a time', () => {
    const pointed = powers.flatMap(({ replyRule }) => (replyRule === null ? [] : [replyRule]));
    expect(pointed.map((id) => termOf(rules.get(id) as Rule).amount >= 1)).not.toContain(false);
    expect(powers).toHaveLength(17);
  });

  it('are named in three languages', () => {
    for (const { name, basis } of powers) {
      expect(new Set([name.kk, name.ru, name.en]).size).toBe(3);
      expect(new Set([basis.kk, basis.ru, basis.en]).size).toBe(3);
      expect(name.kk).toMatch(/[әғқңөұүһі]/i);
      expect(name.ru).not.toMatch(/[әғқңөұүһі]/i);
    }
  });

  it('are refused when ill-formed', () => {
    const [first] = JSON.parse(JSON.stringify(powers)) as Record<string, unknown>[];
    expect(powersOf([first])).toHaveLength(1);
    expect(() => powersOf([first, first])).toThrow(TypeError);
    expect(() => powersOf([{ ...first, replyRule: null }])).toThrow(TypeError);
    expect(() => powersOf([{ ...first, id: 'q1' }])).toThrow(TypeError);
    expect(() => powersOf([{ ...first, answeredAsOpinion: true }])).toThrow(TypeError);
    expect(() => powersOf('powers')).toThrow(TypeError);
  });
});
