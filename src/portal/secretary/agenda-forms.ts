import {
  AgendaItemRequest,
  MeetingCancellationRequest,
  MeetingChangeRequest,
  MeetingRequest,
} from '../../meetings/index.js';
import type { FormField } from '../../platform/http/index.js';
import { instantOf, PreparedForm } from '../desk/index.js';
import { FormOf, type FormShape } from '../frame/index.js';

const PLAN: FormShape = {
  counts: ['number'],
  optional: ['place'],
  empty: { startsAt: 'portal.desk.plan.startsEmpty' },
};

const timed = (fields: readonly FormField[]): FormField[] =>
  fields.map(([name, value]) => (name === 'startsAt' ? [name, instantOf(value)] : [name, value]));

/** A meeting to be planned; time as it is on clocks in Kazakhstan. */
export const MEETING = new PreparedForm(MeetingRequest, PLAN, timed);

/** A change of the plan. */
export const MEETING_CHANGE = new PreparedForm(MeetingChangeRequest, PLAN, timed);

/** An item for the end of the agenda. */
export const AGENDA_ITEM = new FormOf(AgendaItemRequest, {
  optional: ['rapporteur', 'rapporteur.office'],
  empty: { power: 'portal.desk.meeting.powerEmpty', kind: 'portal.desk.plan.kindEmpty' },
});

/** Why a meeting is called off. */
export const CANCELLATION = new FormOf(MeetingCancellationRequest, { optional: ['reason'] });
