import type { CouncilRequest } from '../../src/councils/index.js';
import type { MemberRequest } from '../../src/members/index.js';
import { person, type Person } from '../support/people.js';
import type { TestApplication } from '../support/test-application.js';

/** A council at work, with the people who act for it. */
export interface CouncilAtWork {
  readonly councilId: string;
  readonly bodyId: string;
  readonly territoryId: string;
  /** Civil society first, then state bodies. */
  readonly memberIds: string[];
  /** The first civil-society member. */
  readonly chairId: string;
  readonly secretary: Person;
  readonly authority: Person;
}

/** A council that is being formed. */
export interface CouncilInForming {
  readonly councilId: string;
  readonly bodyId: string;
  readonly territoryId: string;
  readonly authority: Person;
}

/** How a council is to be made; `at` is its first day, today without it. */
export interface CouncilWish {
  readonly at?: string;
  readonly seats?: number;
  readonly authority?: Person;
  readonly change?: Partial<CouncilRequest>;
}

const FAMILIES = [
  'Әбенов',
  'Бекова',
  'Ғалымов',
  'Досова',
  'Ерболов',
  'Жанова',
  'Исаев',
  'Қасымова',
  'Маратов',
  'Нұрова',
];
let named = 0;

/** The request for a member whom nobody has heard of; `since` is the first day. */
export function memberRequest(seat: MemberRequest['seat'], since: string, more: Partial<MemberRequest> = {}) {
  named += 1;
  const person = { familyName: FAMILIES[named % FAMILIES.length] ?? '', givenName: `Айдар-${named}` };
  return { ...('personId' in more ? {} : { person }), seat, since, ...more };
}

/** A local council of a body that has no other one yet, being formed. */
export async function formingCouncil(test: TestApplication, wish: CouncilWish = {}): Promise<CouncilInForming> {
  const { at = test.clock.today(), seats = 15 } = wish;
  const authority = wish.authority ?? (await person(test, { role: 'authority' }));
  const [body] = await test.database.query<{ bodyId: string; territoryId: string }>(
    `select b.id as "bodyId", b.territory_id as "territoryId" from bodies b
     where not exists (select from councils c where c.body_id = b.id) order by b.kind desc, b.code limit 1`,
  );
  if (!body) throw new Error('Every body has a council already.');
  const name = { kk: `Қоғамдық кеңес (${body.bodyId})`, ru: `Общественный совет (${body.bodyId})` };
  const wanted = { name, level: 'regional', kind: 'local', ...body, seats, foundedOn: at, ...wish.change };
  const made = await authority.post('/councils').send(wanted).expect(201);
  const council = made.body as { id: string; bodyId: string; territoryId: string };
  return { councilId: council.id, bodyId: council.bodyId, territoryId: council.territoryId, authority };
}

/** Appoints so many members and gives their ids. */
export async function appoint(
  by: Person,
  councilId: string,
  seat: MemberRequest['seat'],
  count: number,
  since: string,
) {
  const ids: string[] = [];
  for (let made = 0; made < count; made += 1) {
    const path = `/councils/${councilId}/members`;
    const answer = await by.post(path).send(memberRequest(seat, since)).expect(201);
    ids.push((answer.body as { id: string }).id);
  }
  return ids;
}

/** An active council with a chair and a secretary; `at` is its first day, today without it. */
export async function activeCouncil(
  test: TestApplication,
  { civil = 10, state = 5, ...wish }: CouncilWish & { civil?: number; state?: number } = {},
): Promise<CouncilAtWork> {
  const since = wish.at ?? test.clock.today();
  const council = await formingCouncil(test, { seats: Math.max(15, civil + state), ...wish });
  const { councilId, authority } = council;
  const memberIds = [
    ...(await appoint(authority, councilId, 'civil_society', civil, since)),
    ...(await appoint(authority, councilId, 'state_body', state, since)),
  ];
  const [chairId = ''] = memberIds;
  await authority.post(`/members/${chairId}/roles`).send({ role: 'chair', since }).expect(201);
  await authority.put(`/councils/${councilId}/activation`).expect(200);
  return { ...council, memberIds, chairId, secretary: await person(test, { role: 'secretary', councilId }) };
}

/** The person signed in as a member of the council. */
export async function memberPerson(test: TestApplication, councilId: string, memberId: string): Promise<Person> {
  return person(test, { role: 'member', councilId, memberId });
}
