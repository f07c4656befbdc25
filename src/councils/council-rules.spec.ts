import { describe, expect, it } from '@jest/globals';
import { readRules, RuleSet, type RuleValue } from '../rulebook/index.js';
import { tightened } from './council-rules.js';

const LAW = RuleSet.on('2026-03-02', readRules(), []);
const own = (ruleId: string, value: RuleValue) => ({
  councilId: 'council',
  ruleId,
  value,
  decidedOn: '2026-03-02',
  agendaItemId: null,
});

describe('the rules of one council', () => {
  it('are those of the law where the council decided nothing', () => {
    expect(tightened(LAW, []).rule('C1')).toEqual(LAW.rule('C1'));
  });

  it('take the stricter value that the council decided on', () => {
    expect(
      tightened(LAW, [own('C1', { fraction: '3/4' })])
        .fraction('C1')
        .toFraction(),
    ).toBe('3/4');
  });

  it('leave a decision aside where the law has become as strict or stricter since', () => {
    expect(
      tightened(LAW, [own('C1', { fraction: '3/5' })])
        .fraction('C1')
        .toFraction(),
    ).toBe('2/3');
    expect(tightened(LAW, [own('gone', { fraction: '3/4' })]).find('gone')).toBeUndefined();
  });
});
