import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Rational } from '../platform/kernel/index.js';
import { CHOICES, count, type Ballot, type Choice, type Poll } from './tally.policy.js';

const half = Rational.parse('1/2');

/** A poll of members 0, 1, …, the first of whom presides; `undefined` does not vote. */
const poll = (choices: (Choice | undefined)[], more: Partial<Poll> = {}): Poll => ({
  present: choices.map((_, at) => String(at)),
  ballots: choices.flatMap((choice, at): Ballot[] => (choice ? [{ memberId: String(at), choice }] : [])),
  presidingMemberId: '0',
  share: half,
  quorate: true,
  ...more,
});

describe('a vote under M6', () => {
  it.each<[string, (Choice | undefined)[], string]>([
    ['more than half of the base for', ['for', 'for', 'against'], 'carried'],
    ['less than half', ['for', 'against', 'against'], 'rejected'],
    ['half, the presiding member for', ['for', 'against'], 'carried'],
    ['half, the presiding member against', ['against', 'for'], 'rejected'],
    ['half, the presiding member abstaining', ['abstain', 'for'], 'rejected'],
    ['half, the presiding member silent', [undefined, 'for'], 'rejected'],
    ['abstaining, which is not for', ['for', 'abstain', 'abstain'], 'rejected'],
    ['present without voting, which is in the base', ['for', undefined, undefined], 'rejected'],
    ['conflicted, who are not in the base', ['for', 'conflict', 'conflict'], 'carried'],
    ['half, the presiding member conflicted', ['conflict', 'for', 'against'], 'rejected'],
    ['nobody but conflicted members', ['conflict', 'conflict'], 'rejected'],
  ])('with %s', (_, choices, outcome) => {
    expect(count(poll(choices)).outcome).toBe(outcome);
  });

  it('counts choices, and takes conflicted members out of the base (M7)', () => {
    const counted = count(poll(['for', 'against', 'abstain', 'conflict', undefined]));
    expect(counted).toEqual({ tally: { for: 1, against: 1, abstain: 1, conflict: 1 }, base: 4, outcome: 'rejected' });
  });

  it('carries nothing without a quorum', () => {
    expect(count(poll(['for', 'for', 'for'], { quorate: false })).outcome).toBe('rejected');
  });

  it('takes the share from the rule: two thirds are not half', () => {
    const share = Rational.parse('2/3');
    expect(count(poll(['against', 'for', 'for', 'for', 'against'], { share })).outcome).toBe('rejected');
    expect(count(poll(['for', 'for', 'against'], { share })).outcome).toBe('carried');
  });

  it('is carried exactly when 2 × for > base, or 2 × for = base and the presiding member is for', () => {
    const choices = fc.array(fc.option(fc.constantFrom(...CHOICES), { nil: undefined }), {
      minLength: 1,
      maxLength: 30,
    });
    fc.assert(
      fc.property(choices, (given) => {
        const { tally, base, outcome } = count(poll(given));
        expect(base).toBe(given.filter((choice) => choice !== 'conflict').length);
        const isTie = 2 * tally.for === base;
        expect(outcome === 'carried').toBe(2 * tally.for > base || (isTie && given[0] === 'for'));
      }),
    );
  });

  it('is never lost by one more vote for', () => {
    const choices = fc.array(fc.constantFrom(...CHOICES), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(choices, fc.nat(29), (given, at) => {
        const better = given.map((choice, index) => (index === at && choice !== 'conflict' ? 'for' : choice));
        if (count(poll(given)).outcome === 'carried') expect(count(poll(better)).outcome).toBe('carried');
      }),
    );
  });
});
