import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { WorkingCalendar, type SpecialDay } from '../platform/kernel/index.js';
import { breachesOf, reportDue } from './report.deadlines.js';

const days = parse<SpecialDay>(readFileSync(new URL('../calendar/days.csv', import.meta.url)), { columns: true });
const calendar = new WorkingCalendar(days, [2025, 2026, 2027]);
const term = { amount: 3, unit: 'wd' } as const;

describe('the day by which a completion report is due', () => {
  it('is counted from the last answer, over Nauryz', () => {
    expect(reportDue('2026-03-10', '2026-03-20', term, calendar)).toEqual({ on: '2026-03-30', provisional: false });
  });

  it('is counted from the closing when the last answer came before it, or there was none', () => {
    expect(reportDue('2026-03-10', '2026-03-05', term, calendar).on).toBe('2026-03-13');
    expect(reportDue('2026-03-10', '2026-03-10', term, calendar).on).toBe('2026-03-13');
    expect(reportDue('2026-03-10', null, term, calendar).on).toBe('2026-03-13');
  });
});

describe('what a report shows as not kept', () => {
  const kept = {
    publishedOn: '2026-03-30',
    dueOn: '2026-03-30',
    lastAnswerOn: '2026-03-20',
    answersDueOn: '2026-03-20',
  };

  it('is nothing on the last day of both terms, and where there was nothing to answer', () => {
    expect(breachesOf(kept)).toEqual([]);
    expect(breachesOf({ ...kept, lastAnswerOn: null })).toEqual([]);
  });

  it('is an answer after the day for answers', () => {
    const late = { ...kept, lastAnswerOn: '2026-03-26' };
    expect(breachesOf(late)).toEqual([{ rule: 'K8.answers', required: '2026-03-20', actual: '2026-03-26' }]);
  });

  it('is a report after the day for the report', () => {
    const late = { ...kept, publishedOn: '2026-03-31' };
    expect(breachesOf(late)).toEqual([{ rule: 'K8.report', required: '2026-03-30', actual: '2026-03-31' }]);
  });
});
