import type { TestApplication } from '../support/test-application.js';
import { person, type Person } from '../support/people.js';
import { formOf, Reader, type Filling, type Seen } from '../support/reader.js';

/** An id that nothing has. */
export const ABSENT = '0192f0c0-0000-7000-8000-000000000000';
/** Where the authority's councils are. */
export const LIST = '/ru/desk/councils';
/** The button of the form that posts. */
export const POST = 'main form[method=post] button';

/** The button of the form that goes there. */
export const to = (action: string): string => `main form[action$="${action}"] button`;

/** The text of a page, without its frame. */
export const main = (seen: Seen): string => seen.$('main').text().replaceAll(/\s+/g, ' ');

/** The id in the address of a page. */
export const idIn = (seen: Seen): string => /([0-9a-f-]{36})/.exec(seen.url)?.[1] ?? '';

/** What an appointment needs to be filled in with. */
export const NEWCOMER = {
  'person.familyName': 'Сұлтанова',
  'person.givenName': 'Әсел',
  seat: 'civil_society',
};

/** Somebody with the role of the authority, at a browser, and what a test of the pages asks about. */
export class AuthorityAtDesk {
  private constructor(
    private readonly test: TestApplication,
    readonly authority: Person,
    readonly reader: Reader,
  ) {}

  /** Signs in. */
  static async of(test: TestApplication): Promise<AuthorityAtDesk> {
    const authority = await person(test, { role: 'authority' });
    const reader = new Reader(test);
    await reader.signIn(authority.email);
    return new AuthorityAtDesk(test, authority, reader);
  }

  /** Another person at another browser. */
  async signedIn({ email }: Person): Promise<Reader> {
    const one = new Reader(this.test);
    await one.signIn(email);
    return one;
  }

  /** How many rows there are of a table; a condition may follow its name. */
  async count(table: string): Promise<number> {
    const [row] = await this.test.database.query<{ n: number }>(`select count(*)::int as n from ${table}`);
    return row?.n ?? 0;
  }

  /** Presses the button of a form twice, as an impatient hand does. */
  async twice(page: Seen, filling: Filling, button = POST): Promise<[Seen, Seen]> {
    const { action, fields } = formOf(page, filling, button);
    return [await this.reader.post(action, fields), await this.reader.post(action, fields)];
  }

  /** A body that has no council yet. */
  async freeBody(): Promise<{ id: string; territoryId: string }> {
    const [body] = await this.test.database.query<{ id: string; territoryId: string }>(
      `select b.id, b.territory_id as "territoryId" from bodies b
       where not exists (select from councils c where c.body_id = b.id) order by b.kind desc, b.code desc limit 1`,
    );
    if (!body) throw new Error('Every body has a council already.');
    return body;
  }
}
