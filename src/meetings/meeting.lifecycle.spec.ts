import { describe, expect, it } from '@jest/globals';
import { agendaItemLifecycle } from './agenda-item.lifecycle.js';
import { meetingLifecycle, movesFrom, type MeetingMove, type MeetingState } from './meeting.lifecycle.js';

const states: MeetingState[] = ['planned', 'announced', 'open', 'inquorate', 'closed', 'cancelled'];
const moves: MeetingMove[] = ['announcement', 'opening', 'inquoracy', 'closing', 'cancellation'];

const allowed: Record<string, MeetingState> = {
  'planned announcement': 'announced',
  'planned cancellation': 'cancelled',
  'announced opening': 'open',
  'announced inquoracy': 'inquorate',
  'announced cancellation': 'cancelled',
  'open closing': 'closed',
};

describe('the life of a meeting', () => {
  it('has these states and no others', () => {
    expect([...meetingLifecycle.states].sort()).toEqual([...states].sort());
  });

  it.each(states.flatMap((state) => moves.map((move) => [state, move] as const)))('from %s by %s', (state, move) => {
    const to = allowed[`${state} ${move}`];
    if (to) expect(meetingLifecycle.next(state, move)).toBe(to);
    else expect(() => meetingLifecycle.next(state, move)).toThrow('not-in-this-state');
  });

  it('offers an opening, never its failure', () => {
    expect(movesFrom('announced')).toEqual(['opening', 'cancellation']);
    expect(movesFrom('inquorate')).toEqual([]);
  });
});

describe('the life of an agenda item', () => {
  const items = agendaItemLifecycle;
  const ways = { 'listed postponement': 'postponed', 'postponed resumption': 'listed' } as Record<string, string>;
  const removed = { 'listed removal': 'taken_off', 'postponed removal': 'taken_off' } as Record<string, string>;

  it.each(
    items.states.flatMap((state) =>
      items
        .possible('listed')
        .concat('resumption')
        .map((move) => [state, move] as const),
    ),
  )('from %s by %s', (state, move) => {
    const to = { ...ways, ...removed }[`${state} ${move}`];
    if (to) expect(items.next(state, move)).toBe(to);
    else expect(() => items.next(state, move)).toThrow('not-in-this-state');
  });
});
