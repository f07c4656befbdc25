import { Injectable } from '@nestjs/common';
import { CalendarService } from '../calendar/index.js';
import { CouncilRules } from '../councils/index.js';
import type { Meeting } from '../meetings/index.js';
import { newId, UnitOfWork } from '../platform/database/index.js';
import { Journal } from '../platform/journal/index.js';
import {
  Clock,
  invalidAt,
  notInThisState,
  notPossibleNow,
  permit,
  Problem,
  type Actor,
  type LocalDate,
  type LocalizedText,
} from '../platform/kernel/index.js';
import { FactsQueries } from './facts.queries.js';
import { minutesText } from './minutes-text.js';
import { Minutes } from './minutes.entity.js';
import { minutesAct } from './minutes.events.js';
import { isPublicEdition, minutesLifecycle, minutesMoves } from './minutes.lifecycle.js';
import { mayWriteMinutes } from './minutes.policy.js';
import { MinutesRepository } from './minutes.repository.js';

/** The signature as the secretary records it. */
export interface SignatureRecord {
  readonly signedOn: LocalDate;
  readonly chairSignatory: string;
  readonly scan?: string;
}

/** The meeting, its editions so far, and the last of them. */
interface Desk {
  readonly meeting: Meeting;
  readonly editions: readonly Minutes[];
  readonly last: Minutes | undefined;
}

/** Minutes from the draft to the publication, and their corrections. */
@Injectable()
export class MinutesService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly minutes: MinutesRepository,
    private readonly facts: FactsQueries,
    private readonly rules: CouncilRules,
    private readonly calendar: CalendarService,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /** Begins the draft, or changes its notes; `undefined` leaves them, null takes them away. */
  async draft(meetingId: string, notes: LocalizedText | null | undefined, by: Actor, expected?: number): Promise<void> {
    await this.unitOfWork.run(async () => {
      const { meeting, last } = await this.#desk(meetingId, by, expected);
      if (!last) {
        await this.#begin(meeting, { notes: notes ?? null, reason: null, edition: 1 }, by);
        return;
      }
      last.revise(notes === undefined ? last.notes : notes);
      await this.minutes.update(last);
      this.journal.append(minutesAct('minutes.revised', last, by));
    });
  }

  /** Sends the draft to the members; facts and text are kept from now on. */
  async circulate(meetingId: string, by: Actor, expected?: number): Promise<void> {
    await this.unitOfWork.run(async () => {
      const { meeting, last } = await this.#desk(meetingId, by, expected);
      const draft = last ?? (await this.#begin(meeting, { notes: null, reason: null, edition: 1 }, by));
      const facts = await this.facts.of(meetingId);
      draft.circulate(this.clock.today(), facts, minutesText(facts, draft));
      await this.minutes.update(draft);
      this.journal.append(minutesAct('minutes.circulated', draft, by, { data: { circulatedOn: draft.circulatedOn } }));
    });
  }

  /** Records the signature of the presiding member; the secretary who records it countersigns. */
  async sign(meetingId: string, record: SignatureRecord, by: Actor, expected?: number): Promise<void> {
    await this.unitOfWork.run(async () => {
      const { meeting, last } = await this.#desk(meetingId, by, expected);
      const edition = existing(last, meeting);
      refuseWrongSignature(record, { meeting, edition, today: this.clock.today() });
      const { signedOn, chairSignatory, scan = null } = record;
      const rules = await this.rules.on(meeting.councilId, signedOn);
      const publishDueOn = (await this.calendar.current()).due(signedOn, rules.term('M5.published')).on;
      const countersignedBy = by.accountId;
      edition.sign({ signedOn, chairSignatoryId: chairSignatory, countersignedBy, scan, publishDueOn });
      await this.minutes.update(edition);
      const data = { signedOn, chairSignatoryId: chairSignatory, signDueOn: edition.signDueOn, publishDueOn };
      const parts = { rules: rules.applied('M5.signed', 'M5.published'), data };
      this.journal.append(minutesAct('minutes.signed', edition, by, parts));
    });
  }

  /** Publishes the signed edition in kk and ru; the one before it is superseded and stays readable. */
  async publish(meetingId: string, by: Actor, expected?: number): Promise<void> {
    await this.unitOfWork.run(async () => {
      const { meeting, editions, last } = await this.#desk(meetingId, by, expected);
      const edition = existing(last, meeting);
      const today = this.clock.today();
      edition.publish(today);
      const before = editions.find((one) => one !== edition && one.state === 'published');
      if (before) {
        before.supersede(today);
        await this.minutes.update(before);
        this.journal.append(minutesAct('minutes.superseded', before, by, { data: { by: edition.id } }));
      }
      await this.minutes.update(edition);
      const { signedOn, publishedOn, publishDueOn } = edition;
      const rules = (await this.rules.on(meeting.councilId, today)).applied('M5.published', 'I1.languages', 'M2');
      const data = { signedOn, publishedOn, publishDueOn };
      this.journal.append(minutesAct('minutes.published', edition, by, { rules, data }));
    });
  }

  /** Begins the next edition of published minutes, with the reason. */
  async correct(
    meetingId: string,
    { reason, notes }: { readonly reason: LocalizedText; readonly notes?: LocalizedText | null },
    by: Actor,
  ): Promise<Minutes> {
    return this.unitOfWork.run(async () => {
      const { meeting, last } = await this.#desk(meetingId, by);
      const before = existing(last, meeting);
      if (before.state !== 'published') {
        const { state } = before;
        throw notInThisState(minutesLifecycle.kind, state, minutesMoves(state));
      }
      const edition = before.edition + 1;
      return this.#begin(meeting, { notes: notes === undefined ? before.notes : notes, reason, edition }, by);
    });
  }

  async #desk(meetingId: string, by: Actor, expected?: number): Promise<Desk> {
    const meeting = await this.minutes.lockMeeting(meetingId);
    const editions = await this.minutes.lockAll(meetingId);
    const isPublic = editions.some(({ state }) => isPublicEdition(state));
    permit(mayWriteMinutes(by, { councilId: meeting.councilId, isPublic }));
    if (meeting.state !== 'closed' && meeting.state !== 'inquorate') {
      throw notPossibleNow('meeting-not-over', { state: meeting.state });
    }
    const last = editions.at(-1);
    if (expected !== undefined && last?.version !== expected) throw new Problem('changed-meanwhile');
    return { meeting, editions, last };
  }

  async #begin(meeting: Meeting, given: Pick<Minutes, 'notes' | 'reason' | 'edition'>, by: Actor): Promise<Minutes> {
    const minutes = Object.assign(new Minutes(), BLANK, given, {
      id: newId(),
      meetingId: meeting.id,
      signDueOn: given.edition === 1 ? await this.#signDueOn(meeting) : null,
    });
    await this.minutes.insert(minutes);
    this.journal.append(minutesAct('minutes.drafted', minutes, by, { data: { signDueOn: minutes.signDueOn } }));
    return minutes;
  }

  async #signDueOn({ councilId, day }: Meeting): Promise<LocalDate> {
    const rules = await this.rules.on(councilId, day);
    return (await this.calendar.current()).due(day, rules.term('M5.signed')).on;
  }
}

const BLANK = {
  version: 1,
  state: 'draft',
  facts: null,
  text: null,
  circulatedOn: null,
  signedOn: null,
  chairSignatoryId: null,
  countersignedBy: null,
  scan: null,
  publishDueOn: null,
  publishedOn: null,
  supersededOn: null,
} as const;

function existing(last: Minutes | undefined, { state }: Meeting): Minutes {
  if (!last) throw notPossibleNow('minutes-not-drafted', { state });
  return last;
}

function refuseWrongSignature(
  { signedOn, chairSignatory }: SignatureRecord,
  { meeting, edition, today }: { readonly meeting: Meeting; readonly edition: Minutes; readonly today: LocalDate },
): void {
  if (edition.state !== 'circulated') return;
  if (chairSignatory !== meeting.presidingMemberId) throw invalidAt('/chairSignatory', 'not-the-presiding-member');
  if (signedOn < meeting.day || signedOn > today) throw invalidAt('/signedOn', 'day-out-of-range');
}
