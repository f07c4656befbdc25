import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Rational } from '../platform/kernel/index.js';
import { recomputed } from '../../test/support/recomputation.js';
import {
  twoPlaces,
  weakIn,
  workingsOf,
  type Entry,
  type ScoredDefinition,
  type ScoredIndicator,
  type Workings,
} from './workings.policy.js';

const SUBJECT = { id: 'a', bodyId: 'b', from: '2025-01-01', to: '2025-12-31', version: 1 };
const FACTOR = Rational.parse('0.3');

const indicator = (code: string, change: Partial<ScoredIndicator> = {}): ScoredIndicator => ({
  code,
  weight: '1',
  scale: { kind: 'linear', from: '0', to: '100' },
  missing: 'exclude',
  source: 'survey',
  influence: null,
  index: null,
  ...change,
});

const definition = (...indicators: ScoredIndicator[]): ScoredDefinition => ({
  id: 'm',
  version: 1,
  formula: 'weighted_mean',
  dimensions: [{ code: 'openness', weight: '1', indicators }],
});

const value = (code: string, raw: string): Entry => ({ indicator: code, status: 'value', raw, evidence: [] });
const missing = (code: string, carried?: string): Entry => ({
  indicator: code,
  status: 'missing',
  raw: null,
  evidence: [],
  ...(carried === undefined ? {} : { carried: { raw: carried, evidence: [] } }),
});
const scored = (of: ScoredDefinition, ...entries: Entry[]): Workings => workingsOf(SUBJECT, of, entries, FACTOR);

describe('what is not known', () => {
  const two = (treatment: ScoredIndicator['missing']): ScoredDefinition =>
    definition(indicator('a', { weight: '0.5' }), indicator('b', { weight: '0.5', missing: treatment }));

  it('is left out where the methodology says so', () => {
    const workings = scored(two('exclude'), value('a', '80'), missing('b', '10'));
    expect(workings.values[1]).toMatchObject({ status: 'missing', raw: null, normalized: null });
    expect(workings.dimensions).toEqual([{ code: 'openness', score: '80', counted: 1, of: 2 }]);
    expect(workings.total).toEqual({ score: '80', coverage: '0.5' });
  });

  it('counts as zero where the methodology says so, and is still shown as missing', () => {
    const workings = scored(two('zero'), value('a', '80'), missing('b', '10'));
    expect(workings.values[1]).toMatchObject({ status: 'missing', raw: null, normalized: '0' });
    expect(workings.total).toEqual({ score: '40', coverage: '0.5' });
  });

  it('takes the last published value where the methodology says so, and is still shown as missing', () => {
    const workings = scored(two('carry_over'), value('a', '80'), missing('b', '10'));
    expect(workings.values[1]).toMatchObject({ status: 'missing', raw: '10', normalized: '10' });
    expect(workings.total).toEqual({ score: '45', coverage: '0.5' });
  });

  it('is left out where there is nothing to carry over', () => {
    const workings = scored(two('carry_over'), value('a', '80'), missing('b'));
    expect(workings.values[1]).toMatchObject({ status: 'missing', raw: null, normalized: null });
    expect(workings.total.score).toBe('80');
  });

  it('is another thing than what is not applicable: that never counts, not even as zero', () => {
    const entry: Entry = { indicator: 'b', status: 'not_applicable', raw: null, evidence: [] };
    for (const treatment of ['exclude', 'zero', 'carry_over'] as const) {
      const workings = scored(two(treatment), value('a', '80'), { ...entry, carried: { raw: '10', evidence: [] } });
      expect(workings.values[1]).toMatchObject({ status: 'not_applicable', raw: null, normalized: null });
      expect(workings.total.score).toBe('80');
    }
  });

  it('leaves no total where nothing counts in a dimension', () => {
    const of: ScoredDefinition = {
      ...definition(),
      dimensions: [
        { code: 'openness', weight: '0.9', indicators: [indicator('a')] },
        { code: 'responsiveness', weight: '0.1', indicators: [indicator('b')] },
      ],
    };
    const workings = scored(of, value('a', '100'), missing('b'));
    expect(workings.dimensions.map(({ score }) => score)).toEqual(['100', null]);
    expect(workings.total).toEqual({ score: null, coverage: '0.9' });
  });
});

describe('weak indicators (A2)', () => {
  it('are those under the threshold; at it, or without a score, none is weak', () => {
    const of = definition(...['a', 'b', 'c', 'd'].map((code) => indicator(code, { weight: '0.25' })));
    const workings = scored(of, value('a', '49.99'), value('b', '50'), missing('c'), value('d', '0'));
    expect(weakIn(workings, 50)).toEqual(['a', 'd']);
  });
});

describe('under the formula e1', () => {
  const of: ScoredDefinition = {
    id: 'm',
    version: 3,
    formula: 'e1',
    dimensions: [
      {
        code: 'effectiveness',
        weight: null,
        indicators: [
          indicator('g1', { weight: null, influence: '2', index: 'G', scale: { kind: 'linear', from: '0', to: '50' } }),
          indicator('g2', { weight: null, influence: '1', index: 'G' }),
          indicator('s', { weight: null, influence: '1', index: 'S' }),
        ],
      },
    ],
  };

  it('clips each ratio to 0–2 and weighs by influence', () => {
    const workings = scored(of, value('g1', '60'), value('g2', '300'), value('s', '80'));
    expect(workings.values.map(({ normalized }) => normalized)).toEqual(['120', '200', '80']);
    // G = (2 × 1.2 + 2) ÷ 3 = 22/15; I = 22/15 × (1 + (0.8 − 1) × 0.3) = 22/15 × 0.94
    expect(workings.total.score).toBe(Rational.parse('2068/15').toString());
    expect(workings.methodology).toMatchObject({ version: 3, formula: 'e1', factor: '0.3' });
    expect(recomputed(workings)).toMatchObject({ total: expect.any(Rational) });
  });

  it('has no total while one index has nothing that counts', () => {
    expect(scored(of, value('g1', '60'), missing('s')).total.score).toBeNull();
  });
});

describe('workings', () => {
  const parts = fc.array(
    fc.array(
      fc.record({
        share: fc.integer({ min: 1, max: 9 }),
        from: fc.integer({ min: -50, max: 50 }),
        to: fc.integer({ min: 51, max: 500 }),
        isUp: fc.boolean(),
        treatment: fc.constantFrom('exclude' as const, 'carry_over' as const, 'zero' as const),
        status: fc.constantFrom('value' as const, 'missing' as const, 'not_applicable' as const),
        raw: fc.tuple(fc.integer({ min: -1000, max: 1000 }), fc.integer({ min: 1, max: 997 })),
        carries: fc.boolean(),
      }),
      { minLength: 1, maxLength: 6 },
    ),
    { minLength: 1, maxLength: 3 },
  );

  it('alone let a stranger recompute every figure', () => {
    fc.assert(
      fc.property(parts, (dimensions) => {
        const entries: Entry[] = [];
        const of: ScoredDefinition = {
          ...definition(),
          dimensions: dimensions.map((indicators, at) => ({
            code: `d${at}`,
            weight: `1/${dimensions.length}`,
            indicators: indicators.map(({ share, from, to, isUp, treatment, status, raw, carries }, of) => {
              const code = `${at}-${of}`;
              const text = `${raw[0]}/${raw[1]}`;
              const carried = carries ? { raw: text, evidence: [] } : undefined;
              entries.push({ indicator: code, status, raw: status === 'value' ? text : null, carried, evidence: [] });
              const all = indicators.reduce((sum, one) => sum + one.share, 0);
              const ends = isUp ? [from, to] : [to, from];
              return indicator(code, {
                weight: `${share}/${all}`,
                missing: treatment,
                scale: { kind: 'linear', from: String(ends[0]), to: String(ends[1]) },
              });
            }),
          })),
        };
        const workings = JSON.parse(JSON.stringify(scored(of, ...entries))) as Workings;
        const { total, dimensions: own } = recomputed(workings);
        expect(workings.total.score).toBe(total?.toString() ?? null);
        expect(workings.dimensions.map(({ score }) => score)).toEqual(own.map((one) => one?.toString() ?? null));
      }),
    );
  });

  it('are rounded half-even to two places on public pages', () => {
    expect(['66.666', '0.125', '0.135', '100', null].map(twoPlaces)).toEqual(['66.67', '0.12', '0.14', '100.00', null]);
  });
});
