import type { Choice } from '../../src/meetings/index.js';
import { person, type Person } from '../support/people.js';
import type { TestApplication } from '../support/test-application.js';
import { publishedConsultation, type ConsultationWish, type PreparedConsultation } from './consultations.js';
import { activeCouncil, type CouncilAtWork } from './councils.js';
import { both, meetingRequest, postAll, presentMembers, votesOf, type Host } from './meetings.js';

/** A draft of which the council of its body was notified. */
export interface NotifiedDraft extends PreparedConsultation {
  readonly council: CouncilAtWork;
  /** Where opinions on it are given and read. */
  readonly path: string;
}

/** A published draft of a body with its council, which is notified of it. */
export async function notifiedDraft(
  test: TestApplication,
  { council: known, ...wish }: ConsultationWish & { readonly council?: CouncilAtWork } = {},
): Promise<NotifiedDraft> {
  const council = known ?? (await activeCouncil(test));
  const { bodyId } = council;
  const officer = await person(test, { role: 'officer', bodyId });
  const draft = await publishedConsultation(test, { provisions: 2, body: { bodyId, officer }, ...wish });
  return { ...draft, council, path: `/consultations/${draft.consultationId}/opinions` };
}

/** A meeting that begins now, with nothing on its agenda. */
export async function plannedMeeting(test: TestApplication, { councilId, secretary }: Host): Promise<string> {
  const meeting = meetingRequest(test.clock.now().toISOString());
  const [meetingId = ''] = await postAll(secretary, `/councils/${councilId}/meetings`, [meeting]);
  return meetingId;
}

/** Holds the meeting: everybody comes and votes so on the item; then it is closed. */
export async function voteOn(
  { secretary, memberIds }: Host,
  { meetingId, itemId }: { readonly meetingId: string; readonly itemId: string },
  choice: Choice = 'for',
): Promise<void> {
  const path = `/meetings/${meetingId}`;
  const records = presentMembers(memberIds);
  await secretary.put(`${path}/announcement`).expect(200);
  await secretary.put(`${path}/attendance`).send({ records }).expect(200);
  await secretary.put(`${path}/opening`).send({}).expect(200);
  const votes = votesOf(memberIds, choice);
  await secretary.put(`/agenda-items/${itemId}/votes`).send({ votes }).expect(200);
  await secretary.put(`${path}/closing`).send({}).expect(200);
}

/** An agenda item on a draft, voted on at a meeting of today, which is then closed. */
export async function itemOn(
  test: TestApplication,
  host: Host,
  consultationId: string | null,
  choice: Choice = 'for',
): Promise<string> {
  const { bodyId, secretary } = host;
  const meetingId = await plannedMeeting(test, host);
  const item = {
    title: both('Жоба'),
    power: '5',
    kind: 'draft_act',
    bodyId,
    ...(consultationId && { consultationId }),
  };
  const [itemId = ''] = await postAll(secretary, `/meetings/${meetingId}/agenda-items`, [item]);
  await voteOn(host, { meetingId, itemId }, choice);
  return itemId;
}

/** Gives an opinion and returns its id. */
export async function giveOpinion(by: Person, path: string, change: object = {}): Promise<string> {
  const [id = ''] = await postAll(by, path, [{ stance: 'remarks', text: both('Ескертулер'), ...change }]);
  return id;
}
