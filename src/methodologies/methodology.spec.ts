import { describe, expect, it } from '@jest/globals';
import { OPERATOR, Problem, type Actor } from '../platform/kernel/index.js';
import { faultsIn, type Definition, type Indicator } from './definition.policy.js';
import { methodologyLifecycle, type MethodologyMove, type MethodologyState } from './methodology.lifecycle.js';
import { movesFor } from './methodology.policy.js';

const indicator = (change: Partial<Indicator> = {}): Indicator => ({
  code: 'a',
  name: { kk: 'А', ru: 'А' },
  unit: '%',
  direction: 'up',
  weight: '1',
  source: 'survey',
  scale: { kind: 'linear', from: '0', to: '100' },
  missing: 'exclude',
  influence: null,
  index: null,
  ...change,
});

const mean = (...weights: string[]): Definition => ({
  formula: 'weighted_mean',
  dimensions: [
    {
      code: 'openness',
      weight: '1',
      indicators: weights.map((weight, at) => indicator({ code: `i${at}`, weight })),
    },
  ],
});

const withIndicator = (change: Partial<Indicator>): Definition => ({
  formula: 'weighted_mean',
  dimensions: [{ code: 'openness', weight: '1', indicators: [indicator(change)] }],
});

describe('a methodology', () => {
  const allowed: Record<MethodologyState, MethodologyMove[]> = {
    draft: ['publication'],
    published: ['retirement'],
    retired: [],
  };

  it.each(methodologyLifecycle.states)('in the state %s allows its moves and refuses every other', (state) => {
    expect(methodologyLifecycle.possible(state)).toEqual(allowed[state]);
    for (const move of ['publication', 'retirement'] as const) {
      if (allowed[state].includes(move)) expect(methodologyLifecycle.next(state, move)).toBeTruthy();
      else expect(() => methodologyLifecycle.next(state, move)).toThrow(Problem);
    }
  });

  it('is moved by the authority only, and tells nobody else of moves', () => {
    const actor = (role: 'authority' | 'secretary'): Actor => ({
      ...OPERATOR,
      kind: 'account',
      grants: [{ role, councilId: null, bodyId: null, memberId: null }],
    });
    expect(movesFor(actor('authority'), 'draft')).toEqual(['publication']);
    expect(movesFor(actor('secretary'), 'draft')).toEqual([]);
    expect(movesFor({ ...OPERATOR, kind: 'anonymous' }, 'draft')).toBeUndefined();
  });
});

describe('the definition of a methodology', () => {
  it.each([[['1']], [['0.5', '0.5']], [['1/3', '1/3', '1/3']], [['0.1', '1/5', '7/10']]])(
    'accepts weights that sum to 1 exactly: %j',
    (weights) => {
      expect(faultsIn(mean(...weights))).toEqual([]);
    },
  );

  it('refuses weights that only round to 1', () => {
    expect(faultsIn(mean('0.33333333333333333333', '0.33333333333333333333', '0.33333333333333333333'))).toEqual([
      { pointer: '/dimensions/0/indicators', code: 'weights-not-one', params: { sum: expect.any(String) } },
    ]);
  });

  it('refuses a negative or absent weight even where the sum is 1', () => {
    expect(faultsIn(mean('1.5', '-0.5'))).toEqual([
      { pointer: '/dimensions/0/indicators/1/weight', code: 'not-above-zero' },
    ]);
    expect(faultsIn(withIndicator({ weight: null }))).toEqual([
      { pointer: '/dimensions/0/indicators/0/weight', code: 'number-expected' },
    ]);
  });

  it('refuses weights of dimensions that do not sum to 1', () => {
    const [openness] = mean('1').dimensions;
    if (!openness) throw new Error('No dimension.');
    const dimensions = [{ ...openness, weight: '0.9' }];
    expect(faultsIn({ formula: 'weighted_mean', dimensions })).toEqual([
      { pointer: '/dimensions', code: 'weights-not-one', params: { sum: '9/10' } },
    ]);
  });

  it('refuses a code that stands twice, across dimensions too', () => {
    const definition: Definition = {
      formula: 'weighted_mean',
      dimensions: [
        { code: 'openness', weight: '0.5', indicators: [indicator()] },
        { code: 'effectiveness', weight: '0.5', indicators: [indicator()] },
        { code: 'openness', weight: '1/3', indicators: [indicator({ code: 'b' })] },
      ],
    };
    expect(faultsIn(definition)).toEqual([
      { pointer: '/dimensions/2/code', code: 'duplicate' },
      { pointer: '/dimensions/1/indicators/0/code', code: 'duplicate' },
      { pointer: '/dimensions', code: 'weights-not-one', params: { sum: '4/3' } },
    ]);
  });

  it.each([
    ['up', '0', '100', []],
    ['down', '30', '0', []],
    ['up', '30', '0', ['direction-against-scale']],
    ['down', '0', '100', ['direction-against-scale']],
    ['up', '1/2', '0.5', ['scale-empty']],
    ['down', '0', '0', ['scale-empty']],
  ] as const)('holds direction %s and the scale %s to %s to be %j', (direction, from, to, codes) => {
    const faults = faultsIn(withIndicator({ direction, scale: { kind: 'linear', from, to } }));
    expect(faults.map(({ code }) => code)).toEqual(codes);
  });

  it('asks under e1 for influence and index, and for both indexes', () => {
    const e1 = (...indicators: Indicator[]): Definition => ({
      formula: 'e1',
      dimensions: [{ code: 'effectiveness', weight: null, indicators }],
    });
    const g = indicator({ code: 'g', weight: null, influence: '2', index: 'G' });
    const s = indicator({ code: 's', weight: null, influence: '1/2', index: 'S' });
    expect(faultsIn(e1(g, s))).toEqual([]);
    expect(faultsIn(e1(g)).map(({ code }) => code)).toEqual(['index-without-indicator']);
    expect(faultsIn(e1(g, { ...s, influence: '0', index: null })).map(({ pointer }) => pointer)).toEqual([
      '/dimensions/0/indicators/1/influence',
      '/dimensions/0/indicators/1/index',
      '/dimensions',
    ]);
  });

  it('refuses influence and index under the weighted mean', () => {
    expect(faultsIn(withIndicator({ influence: '1', index: 'G' })).map(({ pointer }) => pointer)).toEqual([
      '/dimensions/0/indicators/0/influence',
      '/dimensions/0/indicators/0/index',
    ]);
  });
});
