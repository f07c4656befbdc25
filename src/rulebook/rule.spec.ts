import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isRuleValue, type RuleValue } from './rule-value.js';
import {
  applied,
  compareStrictness,
  isStricter,
  mayTightenTo,
  readRules,
  type Rule,
  rulesOf,
  withValue,
} from './rule.js';

const rules = readRules();
const rule = (id: string): Rule => rules.find((other) => other.id === id) as Rule;
const given = (rows: readonly Rule[], value: (row: Rule) => unknown): Record<string, unknown> =>
  Object.fromEntries(rows.map((row) => [row.id, value(row)]));

/** The table of the rulebook: id, value, direction in which it tightens. */
const TABLE: readonly (readonly [id: string, value: string, stricter: 'more' | 'less' | null])[] = [
  ['C1', '2/3', 'more'],
  ['C2.state', '1/3', 'less'],
  ['C2.civil', '2/3', 'more'],
  ['C2.head', 'text', null],
  ['C3.ministry', '15–30', null],
  ['C3.quasi_state', '10–15', null],
  ['C3.local', '15–30', null],
  ['C4.npo', '1 count', 'less'],
  ['C4.republican', '1 count', 'less'],
  ['C5', '2 count', 'less'],
  ['C6', '3 year', null],
  ['C7', '2 month', 'more'],
  ['C8', 'text', null],
  ['C9', 'text', null],
  ['C10.chair', 'text', null],
  ['C10.secretary', 'text', null],
  ['M1', '2/3', 'more'],
  ['M2', 'text', null],
  ['M3', '3 count', 'less'],
  ['M3.within', '12 month', 'more'],
  ['M4.inform', '2 count', 'more'],
  ['M4.report', '1 count', 'more'],
  ['M5.notice', '5 wd', 'more'],
  ['M5.signed', '5 wd', 'less'],
  ['M5.published', '3 wd', 'less'],
  ['M5.sittings', '4 count', 'more'],
  ['M6', '1/2', 'more'],
  ['M7', 'text', null],
  ['R1', '10 wd', 'less'],
  ['R2', '1 month', 'less'],
  ['R3', 'text', null],
  ['R4', '1 month', 'less'],
  ['H1.notice', '10 cd', 'more'],
  ['H1.documents', '10 cd', 'more'],
  ['H2', '1/2', 'more'],
  ['H3', '1/2', 'more'],
  ['H4', 'text', null],
  ['K1.act', '10 wd', null],
  ['K1.law', '15 wd', null],
  ['K2', 'text', null],
  ['K3', '10 wd', 'less'],
  ['K4', 'text', null],
  ['K6', 'text', null],
  ['K7.window', '10 wd', 'more'],
  ['K8.window', '10 wd', 'more'],
  ['K8.window_law', '15 wd', 'more'],
  ['K8.answers', '10 wd', 'less'],
  ['K8.report', '3 wd', 'less'],
  ['K9.special_5', '5 wd', 'more'],
  ['K9.special_2', '2 wd', 'more'],
  ['K10', 'text', null],
  ['N1.appeal', '10 wd', null],
  ['N1.decision', '10 wd', null],
  ['N2', 'text', null],
  ['N3', 'text', null],
  ['P1.group', '5 count', 'less'],
  ['P1.final', '7 wd', 'less'],
  ['P1.answer', '10 wd', 'less'],
  ['P1.repeat', '6 month', null],
  ['I1.publish', '3 wd', 'less'],
  ['I1.languages', 'text', null],
  ['I2', '3 wd', 'more'],
  ['A1', '10 wd', 'more'],
  ['A2.threshold', '50 count', 'more'],
  ['A2.gap', '10 wd', 'less'],
  ['A3', '2/3', 'more'],
  ['E1', '0.3', null],
];

function inShort(value: RuleValue): string {
  if ('amount' in value) return `${value.amount} ${value.unit}`;
  if ('fraction' in value) return value.fraction;
  return 'from' in value ? `${value.from}–${value.to}` : 'text';
}

const anyText = fc.record({ kk: fc.constantFrom('а', 'ә'), ru: fc.constantFrom('б', 'в'), en: fc.constant('c') });
const anyValue: fc.Arbitrary<RuleValue> = fc.oneof(
  fc.record({
    amount: fc.integer({ min: 1, max: 60 }),
    unit: fc.constantFrom<'wd' | 'cd' | 'month' | 'year' | 'count'>('wd', 'cd', 'month', 'year', 'count'),
  }),
  fc
    .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 12 }))
    .map(([one, other]) => ({ fraction: `${Math.min(one, other)}/${Math.max(one, other)}` })),
  fc.constantFrom<RuleValue>({ fraction: '0.5' }, { fraction: '0.3' }, { fraction: '1' }, { from: 15, to: 30 }),
  fc
    .tuple(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 40 }))
    .map(([one, other]) => ({ from: Math.min(one, other), to: Math.max(one, other) })),
  anyText.map((text) => ({ text })),
);
const anyRule = fc.constantFrom(...rules);

describe('the rulebook', () => {
  it('has every rule of the table, in its order, with its value and the direction in which it tightens', () => {
    expect(rules.map(({ id, value, stricter }) => [id, inShort(value), stricter])).toEqual(TABLE);
  });

  it('says everything in three languages, each in its own script', () => {
    for (const { name, basis, value } of rules) {
      const texts = 'text' in value ? [name, basis, value.text] : [name, basis];
      for (const { kk, ru, en } of texts) {
        expect(new Set([kk, ru, en]).size).toBe(3);
        expect(en).not.toMatch(/[а-яёәғқңөұүһі]/i);
        expect(ru).not.toMatch(/[әғқңөұүһі]/i);
        expect([kk, ru, en].join('|')).not.toMatch(/\s\s|^\s|\s$|\.$/m);
      }
      expect(name.kk).toMatch(/[әғқңөұүһі]/i);
      expect(name.ru).toMatch(/[а-яё]/i);
    }
  });

  it('names each rule once', () => {
    for (const language of ['kk', 'ru', 'en'] as const) {
      expect(new Set(rules.map(({ name }) => name[language])).size).toBe(rules.length);
    }
  });

  it('shows as not verified exactly what is a default of the platform', () => {
    const settings = rules.filter(({ trust }) => trust === 'setting').map(({ id }) => id);
    expect(settings).toEqual([
      ...['C3.ministry', 'C3.quasi_state', 'C3.local', 'C6', 'M3.within'],
      ...['M5.notice', 'M5.signed', 'M5.published', 'M5.sittings', 'M6', 'M7', 'R4'],
      ...['K8.window', 'K8.window_law', 'K8.answers', 'K8.report', 'K9.special_5', 'K9.special_2', 'K10'],
      ...['N1.appeal', 'N1.decision', 'N2', 'N3', 'A1', 'A2.threshold', 'A2.gap'],
    ]);
    const old = rules.filter(({ trust }) => trust === 'old wording').map(({ id }) => id);
    expect(old).toEqual(['K1.act', 'K1.law', 'K2', 'K3', 'K4', 'K6', 'E1']);
  });

  it('refuses acts only by the rules that the law makes conditions of them', () => {
    const effects = given(rules, ({ effect }) => effect);
    const having = (wanted: string): string[] => Object.keys(effects).filter((id) => effects[id] === wanted);
    expect(having('refuses')).toEqual([
      ...['C1', 'C2.state', 'C2.civil', 'C2.head', 'C3.ministry', 'C3.quasi_state', 'C3.local', 'C4.npo'],
      ...['C4.republican', 'C5', 'C8', 'C10.chair', 'C10.secretary', 'R3', 'H2', 'H3', 'H4', 'K4', 'K6'],
      ...['K7.window', 'K8.window', 'K8.window_law', 'K9.special_5', 'K9.special_2', 'K10', 'N1.appeal', 'N2', 'N3'],
      ...['P1.group', 'I1.languages', 'A3'],
    ]);
    expect(having('flags')).toEqual([
      ...['C7', 'M2', 'M3', 'M3.within', 'M4.inform', 'M4.report', 'M5.notice', 'M5.signed', 'M5.published'],
      ...['M5.sittings', 'H1.notice', 'H1.documents', 'K8.report', 'N1.decision'],
      ...['I1.publish', 'I2', 'A2.threshold', 'A2.gap'],
    ]);
    expect(having('computes')).toHaveLength(rules.length - 31 - 18);
  });

  it('is read once and cannot be changed', () => {
    expect(readRules()).toBe(rules);
    expect(Object.isFrozen(rules)).toBe(true);
    expect(rules.every((one) => Object.isFrozen(one) && Object.isFrozen(one.value) && Object.isFrozen(one.name))).toBe(
      true,
    );
  });
});

describe('an ill-formed rulebook is refused', () => {
  const good = JSON.parse(JSON.stringify(rule('M5.notice'))) as Record<string, unknown>;

  it.each<[string, Record<string, unknown>]>([
    ['an unknown unit', { value: { amount: 5, unit: 'week' } }],
    ['a value of no shape', { value: { amount: 5 } }],
    ['a direction without a number', { value: { from: 1, to: 2 } }],
    ['an unknown direction', { stricter: 'most' }],
    ['an unknown effect', { effect: 'warns' }],
    ['an unknown trust', { trust: 'rumour' }],
    ['a date that does not exist', { since: '2026-02-29' }],
    ['a language missing', { name: { kk: 'а', ru: 'б' } }],
    ['a blank text', { basis: { kk: 'а', ru: ' ', en: 'c' } }],
    ['an id of another form', { id: 'm5 notice' }],
    ['a key that is not known', { comment: 'x' }],
  ])('for %s', (_, change) => {
    expect(() => rulesOf([{ ...good, ...change }])).toThrow(TypeError);
    expect(rulesOf([good])).toHaveLength(1);
  });

  it('for an id that repeats, which it names', () => {
    expect(() => rulesOf([good, good])).toThrow('M5.notice');
    expect(() => rulesOf({})).toThrow(TypeError);
  });

  it.each<unknown>([
    ...[
      { amount: 0, unit: 'wd' },
      { amount: 1.5, unit: 'wd' },
      { amount: '5', unit: 'wd' },
      { amount: 5000, unit: 'cd' },
    ],
    ...[{ fraction: '0' }, { fraction: '3/2' }, { fraction: '-1/2' }, { fraction: '1e-1' }, { fraction: 0.5 }],
    ...[{ from: 30, to: 15 }, { from: 0, to: 5 }, { amount: 5, unit: 'wd', extra: 1 }, { constructor: 1 }, {}],
    ...[null, [], 'wd', 5, { text: { kk: 'а', ru: 'б', en: '' } }, { text: 'а' }],
  ])('%j is no value', (value) => {
    expect(isRuleValue(value)).toBe(false);
    expect(compareStrictness(rule('M5.notice'), value as RuleValue)).toBe('incomparable');
  });
});

describe('a council may only tighten', () => {
  it.each<[string, RuleValue, string]>([
    ['C1', { fraction: '3/4' }, 'stricter'],
    ['C1', { fraction: '0.66' }, 'looser'],
    ['C1', { fraction: '4/6' }, 'same'],
    ['C1', { fraction: '0.66666666666666666667' }, 'stricter'],
    ['C2.state', { fraction: '1/4' }, 'stricter'],
    ['C5', { amount: 1, unit: 'count' }, 'stricter'],
    ['M3', { amount: 2, unit: 'count' }, 'stricter'],
    ['M5.notice', { amount: 7, unit: 'wd' }, 'stricter'],
    ['M5.notice', { amount: 4, unit: 'wd' }, 'looser'],
    ['M5.notice', { amount: 7, unit: 'cd' }, 'incomparable'],
    ['R1', { amount: 9, unit: 'wd' }, 'stricter'],
    ['R1', { amount: 11, unit: 'wd' }, 'looser'],
    ['R2', { amount: 20, unit: 'wd' }, 'incomparable'],
    ['K8.window', { amount: 11, unit: 'wd' }, 'stricter'],
    ['C3.local', { from: 15, to: 30 }, 'same'],
    ['C3.local', { from: 20, to: 25 }, 'incomparable'],
    ['C6', { amount: 2, unit: 'year' }, 'incomparable'],
    ['K1.act', { amount: 9, unit: 'wd' }, 'incomparable'],
    ['E1', { fraction: '3/10' }, 'same'],
    ['M2', { amount: 1, unit: 'count' }, 'incomparable'],
  ])('%s with %j is %s', (id, value, expected) => {
    expect(compareStrictness(rule(id), value)).toBe(expected);
    expect(isStricter(rule(id), value)).toBe(expected === 'stricter');
    expect(mayTightenTo(rule(id), value)).toBe(expected === 'stricter' || expected === 'same');
  });

  it.each(rules.map((one) => [one.id, one] as const))('%s: what tightens one way loosens the other', (_, one) => {
    const opposite = { stricter: 'looser', looser: 'stricter', same: 'same', incomparable: 'incomparable' } as const;
    expect(compareStrictness(one, one.value)).toBe('same');
    fc.assert(
      fc.property(anyValue, anyValue, anyValue, (a, b, c) => {
        const there = compareStrictness(withValue(one, a), b);
        expect(compareStrictness(withValue(one, b), a)).toBe(opposite[there]);
        if (there === 'stricter' && isStricter(withValue(one, b), c))
          expect(isStricter(withValue(one, a), c)).toBe(true);
        if (one.stricter === null) expect(['same', 'incomparable']).toContain(there);
      }),
      { numRuns: 200 },
    );
  });

  it('in one direction only, which the rule names', () => {
    const numbered = rules.filter(({ value, stricter }) => 'amount' in value && stricter !== null);
    fc.assert(
      fc.property(fc.constantFrom(...numbered), fc.integer({ min: 1, max: 1000 }), (one, amount) => {
        const own = one.value as { amount: number; unit: 'wd' };
        const wanted = one.stricter === 'more' ? amount > own.amount : amount < own.amount;
        expect(isStricter(one, { amount, unit: own.unit })).toBe(wanted);
      }),
    );
  });

  it('to a well-formed value of the same shape, which then is the rule', () => {
    fc.assert(
      fc.property(anyRule, anyValue, (one, value) => {
        fc.pre(mayTightenTo(one, value));
        expect(Object.keys(value)).toEqual(Object.keys(one.value));
        expect(applied(withValue(one, value))).toEqual({ id: one.id, value, basis: one.basis });
      }),
    );
  });
});
