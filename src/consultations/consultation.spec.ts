import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import {
  addDays,
  ANONYMOUS,
  OPERATOR,
  Problem,
  WorkingCalendar,
  type Actor,
  type SpecialDay,
  type Term,
} from '../platform/kernel/index.js';
import {
  commentsCloseAt,
  isOpenAt,
  opinionRule,
  phaseOn,
  refuseShortWindow,
  windowRules,
  type WindowParts,
} from './consultation.deadlines.js';
import { CONSULTATION, type ConsultationMove, type ConsultationState } from './consultation.lifecycle.js';
import { bodiesOf, consultationMoves, firstVersionFor, mayAct, maySee } from './consultation.policy.js';

const days = parse<SpecialDay>(readFileSync(new URL('../calendar/days.csv', import.meta.url)), { columns: true });
const calendar = new WorkingCalendar(days, [2025, 2026, 2027]);

const NEXT: Record<ConsultationState, Partial<Record<ConsultationMove, ConsultationState>>> = {
  draft: { publication: 'published', withdrawal: 'withdrawn' },
  published: { extension: 'published', withdrawal: 'withdrawn', report: 'reported' },
  reported: { conclusion: 'concluded' },
  concluded: {},
  withdrawn: {},
};

describe('the life of a consultation', () => {
  const moves = Object.keys(CONSULTATION.moves) as ConsultationMove[];
  const matrix = CONSULTATION.states.flatMap((state) => moves.map((move) => [state, move] as const));

  it('has five states and five moves', () => {
    expect([...CONSULTATION.states].sort()).toEqual(Object.keys(NEXT).sort());
    expect(matrix).toHaveLength(25);
  });

  it.each(matrix)('from %s by %s leads where the law says, or nowhere', (state, move) => {
    const next = NEXT[state][move];
    if (next) expect(CONSULTATION.next(state, move)).toBe(next);
    else expect(() => CONSULTATION.next(state, move)).toThrow(Problem);
  });
});

describe('the last day for comments', () => {
  const open = { state: 'published', closesOn: '2026-03-17' } as const;

  it('is in time to its last millisecond in Kazakhstan', () => {
    expect(commentsCloseAt('2026-03-17')).toEqual(new Date('2026-03-18T00:00:00+05:00'));
    expect(isOpenAt(open, new Date('2026-03-17T23:59:59.999+05:00'))).toBe(true);
    expect(isOpenAt(open, new Date('2026-03-18T00:00:00+05:00'))).toBe(false);
  });

  it('matters only while the consultation is published', () => {
    const at = new Date('2026-03-10T12:00:00+05:00');
    for (const state of CONSULTATION.states) expect(isOpenAt({ ...open, state }, at)).toBe(state === 'published');
  });
});

describe('the phase on a day', () => {
  const dates = { closesOn: '2026-03-17', answersDueOn: '2026-04-03' };
  const on = (today: string, state: ConsultationState = 'published') => phaseOn({ state, ...dates }, today);

  it('follows from the closing day and the day for answers', () => {
    expect([on('2026-03-02'), on('2026-03-17')]).toEqual(['commenting', 'commenting']);
    expect([on('2026-03-18'), on('2026-04-03')]).toEqual(['answering', 'answering']);
    expect(on('2026-04-04')).toBe('overdue');
  });

  it('is the state once it is over, and none before publication', () => {
    for (const state of ['reported', 'concluded', 'withdrawn'] as const) expect(on('2026-03-02', state)).toBe(state);
    expect(phaseOn({ state: 'draft', closesOn: '2026-03-17', answersDueOn: null }, '2026-03-02')).toBeNull();
  });
});

describe('the window', () => {
  const draft: WindowParts = { stage: 'draft', actType: 'akimat_decision', publicService: false, specialRegime: null };

  it.each<[Partial<WindowParts>, string[]]>([
    [{}, ['K8.window']],
    [{ publicService: true }, ['K7.window']],
    [{ actType: 'law' }, ['K8.window_law']],
    [{ stage: 'consultative_document' }, ['K8.window_law']],
    [{ actType: 'law', publicService: true }, ['K8.window_law', 'K7.window']],
    [{ specialRegime: 'five' }, ['K9.special_5']],
    [{ actType: 'law', publicService: true, specialRegime: 'two' }, ['K9.special_2']],
  ])('of a draft with %j is bound by %j', (parts, rules) => {
    expect(windowRules({ ...draft, ...parts })).toEqual(rules);
  });

  const rule = (id: string, amount: number) => ({
    rule: { id, value: { amount, unit: 'wd' } },
    term: { amount, unit: 'wd' } satisfies Term,
  });
  const refusal = (today: string, closesOn: string, ...rules: ReturnType<typeof rule>[]): Problem | undefined => {
    try {
      refuseShortWindow(today, closesOn, rules, calendar);
      return undefined;
    } catch (error) {
      return error as Problem;
    }
  };

  it('counts working days over Nauryz and may close on a day off', () => {
    expect(refusal('2026-03-19', '2026-04-07', rule('K8.window', 10))).toBeUndefined();
    expect(refusal('2026-03-19', '2026-04-06', rule('K8.window', 10))?.parts.more).toEqual({ earliest: '2026-04-07' });
    expect(refusal('2026-11-02', '2026-11-22', rule('K8.window', 10))).toBeUndefined();
  });

  // Counted by hand from the table of days.
  it.each([
    ['2026-03-20', '2026-04-08', '2026-04-15'],
    ['2026-05-13', '2026-05-28', '2026-06-04'],
    ['2026-12-14', '2026-12-29', '2027-01-08'],
    ['2027-03-11', '2027-03-31', '2027-04-07'],
    ['2027-04-28', '2027-05-17', '2027-05-24'],
  ])('published on %s may close on %s under K7 and K8, on %s for a law', (today, other, law) => {
    for (const [id, amount, earliest] of [
      ['K7.window', 10, other],
      ['K8.window', 10, other],
      ['K8.window_law', 15, law],
    ] as const) {
      expect(refusal(today, earliest, rule(id, amount))).toBeUndefined();
      expect(refusal(today, addDays(earliest, -1), rule(id, amount))?.parts.more).toEqual({ earliest });
    }
  });

  it('names the strictest of the rules that it breaks', () => {
    const refused = refusal('2026-11-02', '2026-11-03', rule('K7.window', 10), rule('K8.window_law', 15));
    expect(refused?.parts).toMatchObject({ code: 'window-too-short', state: 'draft', rule: { id: 'K8.window_law' } });
    const between = refusal('2026-11-02', '2026-11-17', rule('K7.window', 10), rule('K8.window_law', 15));
    expect(between?.parts.rule?.id).toBe('K8.window_law');
  });

  it('that closes on the earliest day named is never refused, and a day sooner always is', () => {
    const day = fc.integer({ min: 0, max: 700 }).map((n) => addDays('2025-02-01', n));
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 20 }), (today, amount) => {
        const earliest = String(refusal(today, today, rule('K8.window', amount))?.parts.more?.['earliest']);
        expect(refusal(today, earliest, rule('K8.window', amount))).toBeUndefined();
        expect(refusal(today, addDays(earliest, -1), rule('K8.window', amount))).toBeInstanceOf(Problem);
      }),
    );
  });

  it('leaves a council the time of K1: more for a law', () => {
    expect([opinionRule('law'), opinionRule('akimat_decision')]).toEqual(['K1.law', 'K1.act']);
  });
});

describe('who may do what', () => {
  const person = (...grants: Actor['grants']): Actor => ({ ...ANONYMOUS, kind: 'account', accountId: 'a', grants });
  const grant = (role: 'officer' | 'secretary', bodyId: string | null) => ({
    role,
    bodyId,
    councilId: null,
    memberId: null,
  });
  const officer = person(grant('officer', 'body'));
  const other = person(grant('officer', 'other'));
  const citizen = person();
  const draft = { state: 'draft', bodyId: 'body', publishedOn: null, closesOn: '2026-03-17' } as const;
  const published = { ...draft, state: 'published', publishedOn: '2026-03-02' } as const;

  it('hides a draft from everyone but the officers of its body', () => {
    const seen = [officer, OPERATOR, other, citizen, ANONYMOUS].map((by) => maySee(by, draft));
    expect(seen).toEqual(['allowed', 'allowed', 'hidden', 'hidden', 'hidden']);
    expect(maySee(ANONYMOUS, published)).toBe('allowed');
  });

  it('hides acts on a draft and refuses acts on what is public', () => {
    expect([officer, other].map((by) => mayAct(by, 'consultation.publish', draft))).toEqual(['allowed', 'hidden']);
    expect([officer, other, citizen].map((by) => mayAct(by, 'consultation.withdraw', published))).toEqual([
      'allowed',
      'not-allowed',
      'not-allowed',
    ]);
  });

  it('offers the moves that state, day and rights allow', () => {
    expect(consultationMoves(officer, draft, '2026-03-02')).toEqual(['publication', 'withdrawal']);
    expect(consultationMoves(officer, published, '2026-03-17')).toEqual(['extension', 'withdrawal']);
    expect(consultationMoves(officer, published, '2026-03-18')).toEqual(['withdrawal', 'report']);
    expect(consultationMoves(officer, { ...published, state: 'reported' }, '2026-03-18')).toEqual(['conclusion']);
    expect(consultationMoves(citizen, published, '2026-03-18')).toEqual([]);
    expect(consultationMoves(ANONYMOUS, published, '2026-03-18')).toBeUndefined();
  });

  it('keeps the versions before publication with the body', () => {
    const text = { bodyId: 'body', firstPublicVersion: 3 };
    expect([officer, other, ANONYMOUS].map((by) => firstVersionFor(by, text))).toEqual([1, 3, 3]);
  });

  it('knows for which bodies a person prepares', () => {
    const both = person(grant('officer', 'one'), grant('officer', 'two'), grant('secretary', null));
    expect(bodiesOf(both, 'consultation.prepare')).toEqual(['one', 'two']);
    expect(bodiesOf(citizen, 'consultation.prepare')).toEqual([]);
  });
});
