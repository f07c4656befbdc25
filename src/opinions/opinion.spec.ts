import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { ANONYMOUS, WorkingCalendar, type Actor, type SpecialDay } from '../platform/kernel/index.js';
import { inBothLanguages, missingIn } from './both-languages.js';
import { breachesOf, isOver, isOverdue, responseDue, standingOn } from './opinion.deadlines.js';
import { opinionLifecycle } from './opinion.lifecycle.js';
import { mayAnswer, mayEnter, mayGive } from './opinion.policy.js';

const days = parse<SpecialDay>(readFileSync(new URL('../calendar/days.csv', import.meta.url)), { columns: true });
const calendar = new WorkingCalendar(days, [2026, 2027]);
const K3 = { amount: 10, unit: 'wd' } as const;

describe('where a notified council stands (K1, K2)', () => {
  const notice = { dueOn: '2026-03-17', provisional: false, withdrawnOn: null, late: null };

  it('is awaited to the end of the last day, then silence is approval without remarks', () => {
    expect(standingOn(notice, '2026-03-17')).toBe('awaited');
    expect(standingOn(notice, '2026-03-18')).toBe('silent');
  });

  it('is what was given in time, and silence still where it came late', () => {
    expect(standingOn({ ...notice, late: false }, '2026-03-30')).toBe('given');
    expect(standingOn({ ...notice, late: true }, '2026-03-30')).toBe('silent');
  });

  it('is not derived from a last day that the calendar may still move', () => {
    expect(standingOn({ ...notice, provisional: true }, '2026-03-30')).toBe('awaited');
    expect(isOver({ dueOn: '2026-03-17', provisional: true }, '2026-03-30')).toBe(false);
  });

  it('ends with a text that was taken back within the term; a term that was over before stays so', () => {
    expect(standingOn({ ...notice, withdrawnOn: '2026-03-17' }, '2026-05-01')).toBe('not_needed');
    expect(standingOn({ ...notice, withdrawnOn: '2026-03-18' }, '2026-05-01')).toBe('silent');
    expect(standingOn({ ...notice, withdrawnOn: '2026-03-05', late: false }, '2026-05-01')).toBe('given');
  });
});

describe('the term of an opinion over the turn of the year (K1)', () => {
  // Counted by hand from the table of days: 1, 4 and 7 January 2027 are no working days.
  it.each([
    ['2026-12-25', 10, '2027-01-13'],
    ['2026-12-25', 15, '2027-01-20'],
    ['2026-12-31', 10, '2027-01-19'],
  ])('from %s, %i working days end on %s', (notifiedOn, amount, dueOn) => {
    expect(calendar.due(notifiedOn, { amount, unit: 'wd' })).toEqual({ on: dueOn, provisional: false });
    expect(isOver({ dueOn, provisional: false }, dueOn)).toBe(false);
  });
});

describe('the term of the answer (K3)', () => {
  it('is counted from the receipt, over Nauryz; none runs after a late opinion', () => {
    const due = { on: '2026-03-27', provisional: false };
    expect(responseDue(calendar, { receivedOn: '2026-03-10', late: false }, K3)).toEqual(due);
    expect(responseDue(calendar, { receivedOn: '2026-03-10', late: true }, K3)).toBeNull();
  });

  it('is over the day after its last day, while there is no answer and the text stands', () => {
    const open = { state: 'given', dueOn: '2026-03-27', withdrawn: false } as const;
    expect(isOverdue(open, '2026-03-27')).toBe(false);
    expect(isOverdue(open, '2026-03-28')).toBe(true);
    expect(isOverdue({ ...open, state: 'answered' }, '2026-03-28')).toBe(false);
    expect(isOverdue({ ...open, withdrawn: true }, '2026-03-28')).toBe(false);
    expect(isOverdue({ ...open, dueOn: null }, '2026-03-28')).toBe(false);
  });

  it('and that of the opinion are shown where they were not kept', () => {
    const kept = { termRule: 'K1.act', termEndsOn: '2026-03-17', receivedOn: '2026-03-10', late: false };
    const answered = { ...kept, dueOn: '2026-03-27', answeredOn: '2026-03-27' };
    expect(breachesOf(answered)).toEqual([]);
    expect(breachesOf({ ...answered, answeredOn: null })).toEqual([]);
    expect(breachesOf({ ...answered, answeredOn: '2026-03-30' })).toEqual([
      { rule: 'K3', required: '2026-03-27', actual: '2026-03-30' },
    ]);
    const late = { ...kept, receivedOn: '2026-03-18', late: true, dueOn: null, answeredOn: '2026-06-01' };
    expect(breachesOf(late)).toEqual([{ rule: 'K1.act', required: '2026-03-17', actual: '2026-03-18' }]);
  });
});

describe('the life of an opinion', () => {
  it('is one answer; nothing leads back', () => {
    expect(opinionLifecycle.next('given', 'response')).toBe('answered');
    expect(opinionLifecycle.possible('answered')).toEqual([]);
    expect(() => opinionLifecycle.next('answered', 'response')).toThrow('not-in-this-state');
  });
});

describe('a text that a rule demands in both languages (K4, K6)', () => {
  const rule = { id: 'K6', value: null };
  const demanded = { pointer: '/text', code: 'opinion-in-both-languages', rule };

  it('is taken with both, English too where it is there', () => {
    expect(inBothLanguages({ ...demanded, text: { kk: 'а', ru: 'б' } })).toEqual({ kk: 'а', ru: 'б' });
    expect(inBothLanguages({ ...demanded, text: { kk: 'а', ru: 'б', en: 'c' } })).toEqual({
      kk: 'а',
      ru: 'б',
      en: 'c',
    });
  });

  it('is refused at the language that is missing, naming the rule', () => {
    const { code } = demanded;
    expect(missingIn({ ...demanded, text: { ru: 'б' } })).toEqual([{ pointer: '/text/kk', code }]);
    expect(missingIn({ ...demanded, text: undefined })).toEqual([
      { pointer: '/text/kk', code },
      { pointer: '/text/ru', code },
    ]);
    expect(() => inBothLanguages({ ...demanded, text: { kk: 'а' } })).toThrow(
      expect.objectContaining({ kind: 'invalid', parts: { errors: [{ pointer: '/text/ru', code }], rule } }),
    );
  });
});

describe('rights on opinions', () => {
  const grant = (role: 'secretary' | 'officer', councilId: string | null, bodyId: string | null): Actor => ({
    ...ANONYMOUS,
    kind: 'account',
    grants: [{ role, councilId, bodyId, memberId: null }],
  });

  it.each<[string, Actor, string, string]>([
    ['the council’s secretary', grant('secretary', 'council', null), 'allowed', 'not-allowed'],
    ['another council’s secretary', grant('secretary', 'other', null), 'not-allowed', 'not-allowed'],
    ['an officer of the body', grant('officer', null, 'body'), 'not-allowed', 'allowed'],
    ['an officer of another body', grant('officer', null, 'other'), 'not-allowed', 'not-allowed'],
    ['nobody known', ANONYMOUS, 'not-allowed', 'not-allowed'],
  ])('%s', (_, by, gives, answers) => {
    expect(mayGive(by, { councilId: 'council' })).toBe(gives);
    expect(mayAnswer(by, { bodyId: 'body' })).toBe(answers);
    expect(mayEnter(by, { bodyId: 'body' })).toBe(answers);
  });
});
