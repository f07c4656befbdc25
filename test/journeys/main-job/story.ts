import { person, signIn, type Person } from '../../support/people.js';
import type { TestApplication } from '../../support/test-application.js';

/** Whatever the API gives: it has an id, and fields that the steps look at. */
export interface Thing {
  readonly id: string;
  readonly [field: string]: unknown;
}

export type Name = 'admin' | 'authority' | 'secretary' | 'officer' | 'aigul' | 'bolat';

/** The story under way: who takes part, what was made so far, and ways to act and to read. */
export interface Story {
  readonly test: TestApplication;
  readonly people: Record<Name, Person>;
  readonly ids: Record<string, string>;
  readonly memberIds: string[];
  readonly assessors: Person[];
  /** Lets time pass; everybody signs in again. */
  on(instant: string): Promise<void>;
  made(who: Name, path: string, body: object): Promise<Thing>;
  moved(who: Name, path: string, body?: object): Promise<Thing>;
  /** Reads as anyone. */
  read(path: string): Promise<Thing>;
  appoint(count: number, seat: string): Promise<void>;
}

/** Everybody has only his own rights; the secretary comes with the council. */
export async function beginStory(test: TestApplication): Promise<Story> {
  const { body } = await test.anyone.get('/bodies?kind=local_executive&limit=1').expect(200);
  const [akimat] = (body as { items: { id: string; territoryId: string }[] }).items;
  const ids: Record<string, string> = { body: akimat?.id ?? '', territory: akimat?.territoryId ?? '' };
  const people = {
    admin: await person(test, { role: 'admin' }),
    authority: await person(test, { role: 'authority' }),
    officer: await person(test, { role: 'officer', bodyId: ids['body'] ?? '' }),
    aigul: await person(test),
    bolat: await person(test),
  } as Record<Name, Person>;
  const memberIds: string[] = [];
  const assessors: Person[] = [];
  const story: Story = {
    test,
    people,
    ids,
    memberIds,
    assessors,
    on: async (instant) => {
      test.clock.set(instant);
      const renewed = ({ email, accountId }: Person): Promise<Person> => signIn(test, email, accountId);
      for (const name of Object.keys(people) as Name[]) people[name] = await renewed(people[name]);
      for (const [at, one] of assessors.entries()) assessors[at] = await renewed(one);
    },
    made: async (who, path, sent) => (await people[who].post(path).send(sent).expect(201)).body as Thing,
    moved: async (who, path, sent = {}) => (await people[who].put(path).send(sent).expect(200)).body as Thing,
    read: async (path) => (await test.anyone.get(path).expect(200)).body as Thing,
    appoint: async (count, seat) => {
      for (let at = 0; at < count; at += 1) {
        const wanted = {
          person: { familyName: `Мүше${memberIds.length}`, givenName: 'Асан' },
          seat,
          since: '2026-03-02',
        };
        memberIds.push((await story.made('authority', `/councils/${ids['council'] ?? ''}/members`, wanted)).id);
      }
    },
  };
  return story;
}
