import { describe, expect, it } from '@jest/globals';
import { ANONYMOUS, Problem, type Actor } from '../platform/kernel/index.js';
import { COMMENT_LIFECYCLE, type CommentMove, type CommentState } from './comment.lifecycle.js';
import { mayAnswer, mayWithdraw, movesOf } from './comment.policy.js';

const MATRIX: [CommentState, CommentMove, CommentState | undefined][] = [
  ['accepted', 'answer', 'answered'],
  ['accepted', 'withdrawal', 'withdrawn'],
  ['answered', 'answer', undefined],
  ['answered', 'withdrawal', undefined],
  ['accepted', 'revision', undefined],
  ['answered', 'revision', 'answered'],
  ['withdrawn', 'revision', undefined],
  ['withdrawn', 'answer', undefined],
  ['withdrawn', 'withdrawal', undefined],
];

const person = (accountId: string, bodyId?: string): Actor => ({
  ...ANONYMOUS,
  kind: 'account',
  accountId,
  grants: [
    { role: 'citizen', councilId: null, bodyId: null, memberId: null },
    ...(bodyId ? [{ role: 'officer' as const, councilId: null, bodyId, memberId: null }] : []),
  ],
});

describe('the life of a comment', () => {
  it.each(MATRIX)('in state %s by %s leads to %s', (state, move, next) => {
    if (next) expect(COMMENT_LIFECYCLE.next(state, move)).toBe(next);
    else expect(() => COMMENT_LIFECYCLE.next(state, move)).toThrow(Problem);
  });

  it('covers every state and move', () => {
    const moves = Object.keys(COMMENT_LIFECYCLE.moves);
    expect(MATRIX).toHaveLength(COMMENT_LIFECYCLE.states.length * moves.length);
  });
});

describe('who may move a comment', () => {
  const author = person('author');
  const officer = person('officer', 'body');
  const stranger = person('stranger', 'other body');
  const comment = { state: 'accepted', accountId: 'author' } as const;

  it('lets only its author withdraw it', () => {
    expect([author, officer, stranger, ANONYMOUS].map((by) => mayWithdraw(by, comment))).toEqual([
      'allowed',
      'not-allowed',
      'not-allowed',
      'not-allowed',
    ]);
  });

  it('lets nobody withdraw a comment that came on paper', () => {
    expect(mayWithdraw(ANONYMOUS, { accountId: null })).toBe('not-allowed');
  });

  it('lets only an officer of the developing body answer', () => {
    expect([author, officer, stranger, ANONYMOUS].map((by) => mayAnswer(by, 'body'))).toEqual([
      'not-allowed',
      'allowed',
      'not-allowed',
      'not-allowed',
    ]);
  });

  it.each([
    ['published', 'accepted', ['answer']],
    ['reported', 'accepted', []],
    ['withdrawn', 'accepted', []],
    ['published', 'answered', ['revision']],
    ['reported', 'answered', []],
    ['published', 'withdrawn', []],
  ] as const)('offers the officer in a %s consultation for an %s comment: %j', (consultation, state, moves) => {
    expect(movesOf(officer, { ...comment, state, disownedAt: null }, { bodyId: 'body', state: consultation })).toEqual(
      moves,
    );
  });
});
