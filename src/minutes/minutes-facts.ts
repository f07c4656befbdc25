import type {
  AgendaItemResponse,
  AttendanceRecordResponse,
  AttendanceResponse,
  MeetingResponse,
  Quorum,
} from '../meetings/index.js';
import { localDateOf, type LocalDate, type LocalizedText } from '../platform/kernel/index.js';
import type { RecommendationResponse } from '../recommendations/index.js';
import type { Power } from '../rulebook/index.js';

/** A member by name, as on the day of the meeting. */
export interface NamedMember {
  readonly memberId: string;
  readonly name: string;
}

/** How a member attended. */
export interface AttendanceFact extends NamedMember {
  readonly status: AttendanceRecordResponse['status'];
  readonly arrivedAt: string | null;
  readonly leftAt: string | null;
}

/** A recommendation adopted on an item. */
export interface RecommendationFact {
  readonly id: string;
  readonly power: string;
  readonly body: LocalizedText | null;
  readonly text: LocalizedText;
}

/** What happened to one item of the agenda. */
export interface ItemFact {
  readonly id: string;
  readonly position: number;
  readonly state: AgendaItemResponse['state'];
  readonly kind: AgendaItemResponse['kind'];
  readonly title: LocalizedText;
  readonly power: string;
  readonly powerName: LocalizedText | null;
  readonly body: LocalizedText | null;
  readonly rapporteur: AgendaItemResponse['rapporteur'];
  readonly speakers: AgendaItemResponse['speakers'];
  readonly headPresent: boolean | null;
  readonly addedLate: boolean;
  readonly result: AgendaItemResponse['result'];
  readonly votes: readonly (NamedMember & { readonly choice: AgendaItemResponse['votes'][number]['choice'] })[];
  readonly recommendations: readonly RecommendationFact[];
}

/** The recorded facts of a meeting, frozen when the minutes are circulated. */
export interface MinutesFacts {
  readonly council: LocalizedText;
  readonly number: number;
  readonly year: number;
  readonly on: LocalDate;
  readonly state: MeetingResponse['state'];
  readonly kind: MeetingResponse['kind'];
  readonly format: MeetingResponse['format'];
  readonly place: LocalizedText | null;
  readonly openedAt: string | null;
  readonly closedAt: string | null;
  readonly presiding: NamedMember | null;
  readonly attendance: readonly AttendanceFact[];
  readonly quorum: Quorum | null;
  readonly items: readonly ItemFact[];
}

/** What the facts are put together from. */
export interface Sources {
  readonly meeting: MeetingResponse;
  readonly council: LocalizedText;
  readonly attendance: AttendanceResponse;
  readonly recommendations: readonly RecommendationResponse[];
  readonly bodies: ReadonlyMap<string, LocalizedText>;
  readonly powers: readonly Power[];
}

type Name = Pick<AttendanceRecordResponse, 'memberId' | 'familyName' | 'givenName' | 'patronymic'>;

/** The facts of a meeting as they are recorded now. */
export function factsOf(sources: Sources): MinutesFacts {
  const { meeting, council, attendance } = sources;
  const { number, year, state, kind, format, place, presidingMemberId } = meeting;
  const presiding = attendance.records.find(({ memberId }) => memberId === presidingMemberId);
  return {
    council,
    ...{ number, year, on: localDateOf(meeting.startsAt), state, kind, format, place },
    openedAt: instant(meeting.openedAt),
    closedAt: instant(meeting.closedAt),
    presiding: presiding ? named(presiding) : null,
    attendance: attendance.records.map(attendanceFact),
    quorum: meeting.quorum,
    items: meeting.agenda.map((item) => itemFact(item, sources)),
  };
}

function attendanceFact(record: AttendanceRecordResponse): AttendanceFact {
  const { status, arrivedAt, leftAt } = record;
  return { ...named(record), status, arrivedAt: instant(arrivedAt), leftAt: instant(leftAt) };
}

function itemFact(item: AgendaItemResponse, { recommendations, bodies, powers }: Sources): ItemFact {
  const { id, position, state, kind, title, power, bodyId, rapporteur, speakers, headPresent, addedLate } = item;
  const bodyOf = (body: string | null): LocalizedText | null => (body === null ? null : (bodies.get(body) ?? null));
  return {
    ...{ id, position, state, kind, title, power, rapporteur, speakers, headPresent, addedLate },
    powerName: powers.find((one) => one.id === power)?.name ?? null,
    body: bodyOf(bodyId),
    result: item.result,
    votes: item.votes.map((vote) => ({ ...named(vote), choice: vote.choice })),
    recommendations: recommendations
      .filter(({ agendaItemId }) => agendaItemId === id)
      .map((one) => ({ id: one.id, power: one.power, body: bodyOf(one.bodyId), text: one.text })),
  };
}

function named({ memberId, familyName, givenName, patronymic }: Name): NamedMember {
  return { memberId, name: [familyName, givenName, patronymic].filter((part) => part !== null).join(' ') };
}

function instant(at: Date | null): string | null {
  return at === null ? null : at.toISOString();
}
