import { CalendarService } from '../../src/calendar/index.js';
import type { ConsultationRequest } from '../../src/consultations/index.js';
import type { LocalizedText } from '../../src/platform/kernel/index.js';
import { person, type Person } from '../support/people.js';
import type { TestApplication } from '../support/test-application.js';

/** A request as it is sent. */
export type WantedConsultation = Pick<ConsultationRequest, keyof ConsultationRequest>;

/** A body with one of its officers. */
export interface DevelopingBody {
  readonly bodyId: string;
  readonly officer: Person;
}

/** A consultation with the ids of its provisions, in their order. */
export interface PreparedConsultation extends DevelopingBody {
  readonly consultationId: string;
  readonly provisionIds: string[];
  readonly closesOn: string;
}

/** How a consultation is to be made. */
export interface ConsultationWish {
  readonly provisions?: number;
  readonly closesInWorkingDays?: number;
  readonly body?: DevelopingBody;
  readonly change?: Partial<WantedConsultation>;
}

/** The first akimat with an officer of it. */
export async function developingBody(test: TestApplication): Promise<DevelopingBody> {
  const bodies = await test.anyone.get('/bodies?kind=local_executive&limit=1').expect(200);
  const bodyId = (bodies.body as { items: { id: string }[] }).items[0]?.id ?? '';
  return { bodyId, officer: await person(test, { role: 'officer', bodyId }) };
}

/** A provision that has words. */
export type WantedProvision = WantedConsultation['provisions'][number] & { readonly text: LocalizedText };

/** So many provisions: texts in kk and ru. */
export function provisionsOf(count: number): WantedProvision[] {
  return Array.from({ length: count }, (_, at) => ({
    level: 'paragraph' as const,
    number: String(at + 1),
    heading: { kk: `${at + 1}-тармақ`, ru: `Пункт ${at + 1}` },
    text: { kk: `Түнгі шу деңгейі ${at + 1}`, ru: `Уровень ночного шума ${at + 1}` },
  }));
}

/** A complete request. */
export function consultationRequest(bodyId: string, closesOn: string, provisions = 20): WantedConsultation {
  return {
    stage: 'draft',
    actType: 'akimat_decision',
    title: { kk: 'Түнгі тыныштық туралы', ru: 'О ночной тишине', en: 'On quiet at night' },
    summary: { kk: 'Шу қағидалары', ru: 'Правила о шуме' },
    objectives: { kk: 'Тыныш түндер', ru: 'Тихие ночи' },
    bodyId,
    category: 'natural-resources-and-ecology',
    closesOn,
    provisions: provisionsOf(provisions),
  };
}

/** The day that lies so many working days ahead of today. */
export async function workingDaysAhead(test: TestApplication, amount: number): Promise<string> {
  const calendar = await test.app.get(CalendarService).current();
  return calendar.due(test.clock.today(), { amount, unit: 'wd' }).on;
}

/** A consultation that only its body knows of. */
export async function preparedConsultation(
  test: TestApplication,
  { provisions = 20, closesInWorkingDays = 15, body, change = {} }: ConsultationWish = {},
): Promise<PreparedConsultation> {
  const { bodyId, officer } = body ?? (await developingBody(test));
  const closesOn = await workingDaysAhead(test, closesInWorkingDays);
  const wanted = { ...consultationRequest(bodyId, closesOn, provisions), ...change };
  const made = await officer.post('/consultations').send(wanted).expect(201);
  const consultationId = (made.body as { id: string }).id;
  const draft = await officer.get(`/consultations/${consultationId}/draft`).expect(200);
  const provisionIds = (draft.body as { provisions: { id: string }[] }).provisions.map(({ id }) => id);
  return { consultationId, bodyId, officer, provisionIds, closesOn: wanted.closesOn };
}

/** A consultation that is open for comments from today. */
export async function publishedConsultation(
  test: TestApplication,
  wish: ConsultationWish = {},
): Promise<PreparedConsultation> {
  const prepared = await preparedConsultation(test, wish);
  await prepared.officer.put(`/consultations/${prepared.consultationId}/publication`).expect(200);
  return prepared;
}

/** A comment that an officer entered from a letter, with this in all that was written; its id. */
async function enteredLetter({ consultationId, officer }: PreparedConsultation, text: string): Promise<string> {
  const path = `/consultations/${consultationId}`;
  const { publishedOn: receivedOn } = (await officer.get(path).expect(200)).body as { publishedOn: string };
  const onBehalfOf = { name: text, bin: '971240001315' };
  const letter = { channel: 'email', receivedOn, text, language: 'kk', showName: true, authorName: text, onBehalfOf };
  const made = await officer.post(`${path}/paper-comments`).send(letter).expect(201);
  return (made.body as { id: string }).id;
}

/** A comment without an account, with this in all that was written, that waits for its link; the secret of the link. */
async function unconfirmedComment(test: TestApplication, of: PreparedConsultation, said: string): Promise<string> {
  const path = `/consultations/${of.consultationId}/unconfirmed-comments`;
  const named = { showName: true, displayName: said, onBehalfOf: { name: said } };
  const wanted = { text: said, language: 'kk', email: 'guest@example.kz', ...named };
  await test.anyone
    .post(path)
    .send({ ...wanted, provisionId: of.provisionIds[0] })
    .expect(202);
  const [job] = await test.database.query<{ link: string }>(
    `select payload->'params'->>'link' as link from graphile_worker._private_jobs where payload->>'to' = $1`,
    [wanted.email],
  );
  return new URL(job?.link ?? '').searchParams.get('token') ?? '';
}

/** A comment by letter and one without an account, with this in all that was written: an id, and the secret of a link. */
export async function lettersOn(
  test: TestApplication,
  of: PreparedConsultation,
  said: string,
): Promise<{ readonly letterId: string; readonly letterToken: string }> {
  return { letterToken: await unconfirmedComment(test, of, said), letterId: await enteredLetter(of, said) };
}
