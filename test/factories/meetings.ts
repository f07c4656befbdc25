import type { Choice } from '../../src/meetings/index.js';
import type { Person } from '../support/people.js';
import type { TestApplication } from '../support/test-application.js';
import type { CouncilAtWork } from './councils.js';

/** What is needed of a council to hold a meeting of it. */
export type Host = Pick<CouncilAtWork, 'councilId' | 'bodyId' | 'memberIds' | 'secretary'>;

/** A meeting that was held, with a recommendation that is adopted but not sent. */
export interface HeldMeeting {
  readonly meetingId: string;
  /** A draft act (power 5), the report of the body (power 3), another matter (power 6); all carried. */
  readonly itemIds: string[];
  readonly recommendationId: string;
}

/** A text in both languages. */
export const both = (text: string) => ({ kk: `${text} (қаз.)`, ru: `${text} (рус.)` });

/** The request for a meeting at this instant. */
export const meetingRequest = (startsAt: string, more: object = {}) => ({
  kind: 'regular',
  format: 'hybrid',
  startsAt,
  place: both('Көкшетау'),
  ...more,
});

/** The three items of an ordinary agenda. */
export const agendaOf = (bodyId: string) => [
  { title: both('Жоба'), power: '5', kind: 'draft_act', bodyId },
  {
    title: both('Есеп'),
    power: '3',
    kind: 'report_hearing',
    bodyId,
    rapporteur: { name: 'Сәрсенов Ерлан', office: both('әкім') },
    speakers: [{ name: 'Ли Анна', role: 'co_report' }],
    headPresent: true,
  },
  { title: both('Өтініш'), power: '6', kind: 'other' },
];

/** Ids of what a secretary posted, one after the other. */
export async function postAll(by: Person, path: string, bodies: readonly object[]): Promise<string[]> {
  const ids: string[] = [];
  for (const body of bodies) ids.push(((await by.post(path).send(body).expect(201)).body as { id: string }).id);
  return ids;
}

/** Plans a meeting with its agenda and announces it. */
export async function announcedMeeting(
  { councilId, bodyId, secretary }: Host,
  startsAt: string,
): Promise<Pick<HeldMeeting, 'meetingId' | 'itemIds'>> {
  const [meetingId = ''] = await postAll(secretary, `/councils/${councilId}/meetings`, [meetingRequest(startsAt)]);
  const itemIds = await postAll(secretary, `/meetings/${meetingId}/agenda-items`, agendaOf(bodyId));
  await secretary.put(`/meetings/${meetingId}/announcement`).expect(200);
  return { meetingId, itemIds };
}

/** Attendance records: these members in the room. */
export const presentMembers = (memberIds: readonly string[]) =>
  memberIds.map((memberId) => ({ memberId, status: 'present' }));

/** Ballots: all of these members vote the same. */
export const votesOf = (memberIds: readonly string[], choice: Choice = 'for') =>
  memberIds.map((memberId) => ({ memberId, choice }));

/** A meeting of today in which everybody voted for everything; announced too late, as it is announced today. */
export async function closedMeeting(test: TestApplication, council: Host): Promise<HeldMeeting> {
  const { secretary, memberIds, bodyId } = council;
  const { meetingId, itemIds } = await announcedMeeting(council, test.clock.now().toISOString());
  await secretary
    .put(`/meetings/${meetingId}/attendance`)
    .send({ records: presentMembers(memberIds) })
    .expect(200);
  await secretary.put(`/meetings/${meetingId}/opening`).send({}).expect(200);
  for (const itemId of itemIds) {
    await secretary
      .put(`/agenda-items/${itemId}/votes`)
      .send({ votes: votesOf(memberIds) })
      .expect(200);
  }
  const wanted = { text: both('Жөндеу'), power: '3', bodyId };
  const [recommendationId = ''] = await postAll(secretary, `/agenda-items/${itemIds[1] ?? ''}/recommendations`, [
    wanted,
  ]);
  await secretary.put(`/meetings/${meetingId}/closing`).send({}).expect(200);
  return { meetingId, itemIds, recommendationId };
}

/** The minutes of a closed meeting, written, signed by the chair on this day, and published. */
export async function publishMinutes(
  { secretary, chairId }: Pick<CouncilAtWork, 'secretary' | 'chairId'>,
  meetingId: string,
  signedOn: string,
): Promise<void> {
  const path = `/meetings/${meetingId}/minutes`;
  const notes = both('Ашық өтті');
  await secretary.put(path).send({ notes }).expect(200);
  await secretary.put(`${path}/circulation`).send({}).expect(200);
  await secretary.put(`${path}/signature`).send({ signedOn, chairSignatory: chairId }).expect(200);
  await secretary.put(`${path}/publication`).send({}).expect(200);
}
