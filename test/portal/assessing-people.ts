import { publishedMethodology } from '../factories/assessments.js';
import { activeCouncil, memberPerson, type CouncilAtWork } from '../factories/councils.js';
import { person } from '../support/people.js';
import { Reader, type Filling, type Seen } from '../support/reader.js';
import type { TestApplication } from '../support/test-application.js';
import { MARKUP } from './world.js';

/** Assessments are made by a hundred requests of a dozen people. */
export const MAKING_MS = 400_000;

/** The button of the form that goes to an address with this end. */
export const button = (action: string): string => `main form[action$="${action}"] button`;

/** What a page says, in one line. */
export const main = (seen: Seen): string => seen.$('main').text().replaceAll(/\s+/g, ' ');

/** Where a reader is, without the place on the page. */
export const where = (seen: Seen | undefined): string => seen?.url.replace(/#.*/, '') ?? '';

/** The page of an assessment under way, or one of its parts, in Russian. */
export const at = (id: string, part = ''): string => `/ru/desk/assessments/${id}${part}`;

/** A measured value with one piece of evidence. */
export const value = (text: string): Filling => ({
  status: 'value',
  value: text,
  'evidence[0].title': 'Есеп',
  'evidence[0].url': 'https://stat.example.kz/report',
});

/** What is filled in for each indicator that is not judged. */
const VALUES: Readonly<Record<string, Filling>> = {
  budget: value('71,3'),
  poverty: value('31/3'),
  replies: value('97.4'),
  'reply-days': value('21'),
  satisfaction: { status: 'missing' },
  publication: { status: 'not_applicable' },
  trust: value('38,25'),
};

interface Assessor {
  readonly reader: Reader;
  readonly memberId: string;
  readonly email: string;
}

/** The people around the assessments of one body, each at a browser, with only the rights of his role. */
export class AssessingPeople {
  readonly authority: Reader;
  /** Of the assessed body. */
  readonly officer: Reader;
  /** Of another body. */
  readonly foreign: Reader;

  private constructor(
    test: TestApplication,
    readonly council: CouncilAtWork,
    readonly methodologyId: string,
    private readonly emails: { readonly authority: string; readonly officer: string; readonly foreign: string },
    /** Two of civil society, one of a state body. */
    readonly assessors: readonly Assessor[],
  ) {
    [this.authority, this.officer, this.foreign] = [new Reader(test), new Reader(test), new Reader(test)];
  }

  /** A council with its body, a methodology in force, and everybody signed in. */
  static async at(test: TestApplication): Promise<AssessingPeople> {
    const council = await activeCouncil(test);
    const methodologyId = await publishedMethodology(council.authority);
    const { bodyId } = await activeCouncil(test);
    const emails = {
      authority: (await person(test, { role: 'authority' })).email,
      officer: (await person(test, { role: 'officer', bodyId: council.bodyId })).email,
      foreign: (await person(test, { role: 'officer', bodyId })).email,
    };
    const assessors: Assessor[] = [];
    for (const place of [0, 1, council.memberIds.length - 1]) {
      const memberId = council.memberIds[place] ?? '';
      const { email } = await memberPerson(test, council.councilId, memberId);
      assessors.push({ reader: new Reader(test), memberId, email });
    }
    const people = new AssessingPeople(test, council, methodologyId, emails, assessors);
    await people.signIn();
    return people;
  }

  /** Sessions end while the clock is moved. */
  async signIn(): Promise<void> {
    const { authority, officer, foreign } = this.emails;
    const all = [
      { reader: this.authority, email: authority },
      { reader: this.officer, email: officer },
      { reader: this.foreign, email: foreign },
      ...this.assessors,
    ];
    for (const { reader, email } of all) {
      reader.cookies.clear();
      await reader.signIn(email);
    }
  }

  /** One of the assessors. */
  assessor(place: number): Reader {
    const found = this.assessors[place];
    if (!found) throw new Error(`There is no assessor ${place}.`);
    return found.reader;
  }

  /** Plans an assessment of the body for a year and opens its collection. */
  async begun(year: number): Promise<string> {
    const { methodologyId, council } = this;
    const { bodyId, councilId } = council;
    const form = await this.authority.get('/ru/desk/assessments/new');
    const period = { from: `${year}-01-01`, to: `${year}-12-31` };
    const planned = await this.authority.submit(form, { methodologyId, bodyId, councilId, ...period });
    const collecting = await this.authority.submit(planned, {}, button('/collection'));
    return /assessments\/([0-9a-f-]{36})/.exec(collecting.url)?.[1] ?? '';
  }

  /** Fills in the form of one value. */
  async entered(id: string, code: string, filling: Filling, press = 'main form button'): Promise<Seen> {
    return this.authority.submit(await this.authority.get(at(id, `/values/${code}`)), filling, press);
  }

  /** Fills in all values that are not judged. */
  async filledIn(id: string): Promise<void> {
    for (const [code, filling] of Object.entries(VALUES)) {
      const seen = await this.entered(id, code, filling);
      if (where(seen) !== at(id)) throw new Error(`The value of ${code} was refused: ${main(seen)}`);
    }
  }

  /** Chooses the assessors. */
  async named(id: string, memberIds = this.assessors.map(({ memberId }) => memberId)): Promise<Seen> {
    return this.authority.submit(await this.authority.get(at(id)), { assessors: memberIds }, button('/review'));
  }

  /** Every assessor scores both indicators: 40.5, 60.5, 80.5. */
  async judged(id: string): Promise<void> {
    for (const [place, { reader }] of this.assessors.entries()) {
      for (const code of ['services', 'dialogue']) {
        const form = await reader.get(at(id, `/judgements/${code}`));
        const seen = await reader.submit(form, { score: `${40 + place * 20},5`, grounds: `Негіздеме ${MARKUP}` });
        if (where(seen) !== at(id)) throw new Error(`The score of ${code} was refused: ${main(seen)}`);
      }
    }
  }

  /** Presses the button of a move. */
  async moved(id: string, move: string): Promise<Seen> {
    return this.authority.submit(await this.authority.get(at(id)), {}, button(`/${move}`));
  }

  /** The body replies. */
  async replied(id: string): Promise<Seen> {
    const form = await this.officer.get(at(id, '/reply'));
    return this.officer.submit(form, { 'text.kk': 'Келісеміз', 'text.ru': `Согласны ${MARKUP}` });
  }

  /** From the values to the request of the reply. */
  async asked(id: string): Promise<Seen> {
    await this.filledIn(id);
    await this.named(id);
    await this.judged(id);
    return this.moved(id, 'reply-request');
  }

  /** An adopted assessment of a year. */
  async adopted(year: number): Promise<string> {
    const id = await this.begun(year);
    await this.asked(id);
    await this.replied(id);
    await this.moved(id, 'adoption');
    return id;
  }
}
