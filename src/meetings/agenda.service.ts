import { Injectable } from '@nestjs/common';
import { CouncilsQueries } from '../councils/index.js';
import { constraintOf, newId, UnitOfWork } from '../platform/database/index.js';
import { Journal } from '../platform/journal/index.js';
import {
  Clock,
  invalidAt,
  notFound,
  notInThisState,
  notPossibleNow,
  permit,
  type Actor,
  type LocalizedText,
} from '../platform/kernel/index.js';
import { readPowers, type Power } from '../rulebook/index.js';
import { AgendaItem, type AgendaItemFields } from './agenda-item.entity.js';
import type { ItemKind } from './agenda-item.lifecycle.js';
import type { Meeting } from './meeting.entity.js';
import { agendaItemAct, changes } from './meeting.events.js';
import { AGENDA_OPEN, DECIDED, meetingLifecycle, movesFrom } from './meeting.lifecycle.js';
import { mayPlan, mayRecord } from './meeting.policy.js';
import { MeetingsRepository } from './meetings.repository.js';

/** An item as the secretary enters it. */
export interface NewAgendaItem extends AgendaItemFields {
  readonly title: LocalizedText;
  readonly power: string;
  readonly kind: ItemKind;
}

/** What may change of an item until closing. */
export interface AgendaItemChange extends AgendaItemFields {
  readonly position?: number;
  readonly postponed?: boolean;
}

const FIELDS = [
  'state',
  'position',
  'title',
  'power',
  'kind',
  'bodyId',
  'rapporteur',
  'speakers',
  'headPresent',
  'materials',
  'consultationId',
  'assessmentId',
];

/** The agenda: items are added, changed, postponed and taken off until the meeting closes. */
@Injectable()
export class AgendaService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly meetings: MeetingsRepository,
    private readonly councils: CouncilsQueries,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /** Puts an item at the end of the agenda; after the announcement it is marked as late (M5.notice). */
  async add(meetingId: string, wanted: NewAgendaItem, by: Actor): Promise<AgendaItem> {
    return this.unitOfWork.run(async () => {
      const meeting = await this.meetings.lock(meetingId);
      permit(mayPlan(by, meeting));
      refuseClosedAgenda(meeting);
      await this.#refuseForeignPower(meeting, wanted.power);
      const item = Object.assign(new AgendaItem(), blank(), wanted, {
        id: newId(),
        meetingId,
        position: (await this.meetings.lastPosition(meetingId)) + 1,
        addedOn: this.clock.today(),
        addedLate: meeting.isPublic,
      });
      await this.meetings.insertItem(item).catch(refuseUnknownLink);
      const { position, power, kind, bodyId, addedLate } = item;
      const data = { position, power, kind, bodyId, addedLate };
      this.journal.append(agendaItemAct('agenda-item.added', { meeting, item }, by, { data }));
      return item;
    });
  }

  /** Changes an item, moves it on the agenda, postpones it or puts it back. */
  async amend(
    id: string,
    { position, postponed, ...change }: AgendaItemChange,
    by: Actor,
    expected?: number,
  ): Promise<void> {
    await this.unitOfWork.run(async () => {
      const { meeting, item } = await this.meetings.lockItem(id, expected);
      permit(mayPlan(by, meeting));
      refuseClosedAgenda(meeting);
      if (change.power !== undefined) await this.#refuseForeignPower(meeting, change.power);
      const before = Object.assign({}, item);
      item.amend(change);
      if (postponed !== undefined) setPostponed(item, postponed);
      if (position !== undefined) await this.#place(item, position);
      await this.meetings.updateItem(item).catch(refuseUnknownLink);
      const data = changes(before, item, FIELDS);
      this.journal.append(agendaItemAct('agenda-item.amended', { meeting, item }, by, { data }));
    });
  }

  /** Takes an item off the agenda; it stays on record. */
  async takeOff(id: string, by: Actor, expected?: number): Promise<void> {
    await this.unitOfWork.run(async () => {
      const { meeting, item } = await this.meetings.lockItem(id, expected);
      permit(mayPlan(by, meeting));
      refuseClosedAgenda(meeting);
      const { state } = item;
      item.takeOff();
      await this.meetings.updateItem(item);
      const data = { state: { from: state, to: item.state } };
      this.journal.append(agendaItemAct('agenda-item.taken-off', { meeting, item }, by, { data }));
    });
  }

  /** A decision is to rest on the item's carried vote. Throws where it was not carried, or the meeting is not held. */
  async relyOn(id: string, by: Actor): Promise<{ meeting: Meeting; item: AgendaItem }> {
    return this.unitOfWork.run(async () => {
      const { meeting, item } = await this.meetings.lockItem(id);
      permit(mayRecord(by, meeting));
      if (!DECIDED.includes(meeting.state)) {
        const { state } = meeting;
        throw notInThisState(meetingLifecycle.kind, state, movesFrom(state));
      }
      if (!item.reliedOn) {
        item.relyOn();
        await this.meetings.updateItem(item);
      }
      return { meeting, item };
    });
  }

  /** The power, when it is one of the council's (LPC 5, 5-1). Throws `invalid` at `/power` otherwise. */
  async power(councilId: string, id: string): Promise<Power> {
    const council = await this.councils.find(councilId);
    if (!council) throw notFound();
    const kind = council.kind === 'quasi_state' ? 'quasi_state' : 'ministry_or_local';
    const power = readPowers().find((one) => one.id === id && one.councils === kind);
    if (!power) throw invalidAt('/power', 'power-not-of-this-council');
    return power;
  }

  async #refuseForeignPower({ councilId }: Meeting, id: string): Promise<void> {
    await this.power(councilId, id);
  }

  async #place(item: AgendaItem, wanted: number): Promise<void> {
    const position = Math.min(wanted, await this.meetings.lastPosition(item.meetingId));
    if (position === item.position) return;
    await this.meetings.shift(item, position);
    item.position = position;
  }
}

function blank(): Partial<AgendaItem> {
  return {
    version: 1,
    state: 'listed',
    bodyId: null,
    rapporteur: null,
    speakers: [],
    headPresent: null,
    materials: [],
    consultationId: null,
    assessmentId: null,
    votedAt: null,
    tally: null,
    base: null,
    quorum: null,
    outcome: null,
    reliedOn: false,
  };
}

function setPostponed(item: AgendaItem, postponed: boolean): void {
  if (postponed === (item.state === 'postponed')) return;
  if (postponed) item.postpone();
  else item.resume();
}

function refuseClosedAgenda({ state }: Meeting): void {
  if (!AGENDA_OPEN.includes(state)) throw notPossibleNow('agenda-closed', { state, possible: movesFrom(state) });
}

/** An id that names nothing: the column in the constraint's name says which. */
function refuseUnknownLink(error: unknown): never {
  const column = /^agenda_items_(body|consultation|assessment)_id_fkey$/.exec(constraintOf(error) ?? '')?.[1];
  throw column === undefined ? error : invalidAt(`/${column}Id`, 'not-found');
}
