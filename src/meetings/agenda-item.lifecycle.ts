import { lifecycle } from '../platform/kernel/index.js';

/** An item stays on record when it is taken off or postponed. */
export const agendaItemLifecycle = lifecycle('agenda-item', {
  postponement: { from: ['listed'], to: 'postponed' },
  resumption: { from: ['postponed'], to: 'listed' },
  removal: { from: ['listed', 'postponed'], to: 'taken_off' },
});

export type AgendaItemState = (typeof agendaItemLifecycle.states)[number];

export const ITEM_KINDS = ['draft_act', 'report_hearing', 'assessment', 'other'] as const;
export type ItemKind = (typeof ITEM_KINDS)[number];

export const SPEAKER_ROLES = ['report', 'co_report', 'speech'] as const;
export type SpeakerRole = (typeof SPEAKER_ROLES)[number];
