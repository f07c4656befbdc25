import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ANONYMOUS, holds, holdsFor, OPERATOR, permit, verdict, type Actor, type Grant } from './actor.js';
import { lifecycle } from './lifecycle.js';
import { inLanguage } from './localized-text.js';
import { cursorOf, keysOf, pageOf } from './page.js';
import { PERMISSIONS, rolesWith } from './permissions.js';
import { Problem } from './problem.js';

const problemOf = (act: () => unknown): Problem | undefined => {
  try {
    act();
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
  return undefined;
};

describe('a lifecycle', () => {
  const life = lifecycle('draft', {
    publication: { from: ['draft'], to: 'published' },
    withdrawal: { from: ['draft', 'published'], to: 'withdrawn' },
  });

  it('allows exactly the moves that are declared', () => {
    const allowed = life.states.flatMap((state) => life.possible(state).map((move) => `${state} ${move}`));
    expect(allowed).toEqual(['draft publication', 'draft withdrawal', 'published withdrawal']);
    expect(life.next('draft', 'publication')).toBe('published');
  });

  it('refuses any other with the state and what is possible', () => {
    const problem = problemOf(() => life.next('published', 'publication'));
    expect(problem?.kind).toBe('not-possible-now');
    expect(problem?.parts).toMatchObject({ state: 'published', possible: ['withdrawal'] });
  });

  it('gives the condition for the CHECK constraint', () => {
    expect(life.check('state')).toBe(`state in ('draft', 'published', 'withdrawn')`);
  });
});

describe('rights', () => {
  const actor = (...grants: Partial<Grant>[]): Actor => ({
    ...ANONYMOUS,
    kind: 'account',
    grants: grants.map((grant) => ({ role: 'citizen', councilId: null, bodyId: null, memberId: null, ...grant })),
  });

  it('are nobody’s without a grant', () => {
    expect(PERMISSIONS.filter((permission) => holds(ANONYMOUS, permission))).toEqual([]);
  });

  it('hold in the scope of the grant and not beside it', () => {
    const secretary = actor({ role: 'secretary', councilId: 'a' });
    expect(holds(secretary, 'meeting.plan')).toBe(true);
    expect(holdsFor(secretary, 'meeting.plan', { councilId: 'a' })).toBe(true);
    expect(holdsFor(secretary, 'meeting.plan', { councilId: 'b' })).toBe(false);
    expect(holdsFor(secretary, 'meeting.plan', {})).toBe(false);
    expect(holdsFor(actor({ role: 'authority' }), 'council.activate', { councilId: 'b' })).toBe(true);
  });

  it('give every permission to somebody, and the operator all of them', () => {
    expect(PERMISSIONS.filter((permission) => rolesWith(permission).length === 0)).toEqual([]);
    expect(PERMISSIONS.every((permission) => holdsFor(OPERATOR, permission, { bodyId: 'x' }))).toBe(true);
  });

  it('make what is hidden look like what is absent', () => {
    expect(
      problemOf(() => {
        permit('hidden');
      })?.status,
    ).toBe(404);
    expect(
      problemOf(() => {
        permit('not-allowed');
      })?.status,
    ).toBe(403);
    expect(
      problemOf(() => {
        permit(verdict(OPERATOR, 'rule.set', {}));
      }),
    ).toBeUndefined();
    expect(verdict(ANONYMOUS, 'rule.set', {}, 'hidden')).toBe('hidden');
  });
});

describe('a page', () => {
  it('says that there is more only when there is', () => {
    const page = (rows: number[]): unknown =>
      pageOf(
        rows,
        2,
        (row) => [row],
        (row) => row,
      );
    expect(page([])).toEqual({ items: [], next: null });
    expect(page([1, 2])).toEqual({ items: [1, 2], next: null });
    expect(page([1, 2, 3])).toEqual({ items: [1, 2], next: cursorOf([2]) });
  });

  it('reads back every cursor it gave out', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.nat(), (text, number) => {
        fc.pre(text.isWellFormed() && !text.includes('\u0000'));
        expect(keysOf(cursorOf([text, number]), ['string', 'number'])).toEqual([text, number]);
      }),
    );
  });

  it('refuses any other cursor with 400 and never with a fault', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const problem = problemOf(() => keysOf(text, ['string', 'string', 'string']));
        expect(problem?.status).toBe(400);
      }),
    );
    for (const keys of [['a\u0000'], ['\ud800'], [1], ['a', 'b'], [null], ['x'.repeat(1001)]]) {
      expect(problemOf(() => keysOf(cursorOf(keys), ['string']))?.status).toBe(400);
    }
  });
});

describe('a localized text', () => {
  it('is given in the wanted language, else in Kazakh, and says which', () => {
    expect(inLanguage({ kk: 'а', ru: 'б' }, 'ru')).toEqual({ text: 'б', lang: 'ru' });
    expect(inLanguage({ kk: 'а', ru: 'б' }, 'en')).toEqual({ text: 'а', lang: 'kk' });
  });
});
