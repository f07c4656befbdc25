import type { Test } from 'supertest';
import { person, signIn, type Person } from '../support/people.js';
import type { TestApplication } from '../support/test-application.js';
import { publishedConsultation, type PreparedConsultation } from './consultations.js';

export const NOBODY = '0192f0c0-0000-7000-8000-000000000000';
export const TEXT = 'Көршім Абай 10 мекенжайында түнде шулайды';
export const APPEAL = { grounds: 'Бұл менің өз мекенжайым' };
export const REASONS = { kk: 'Мекенжай автордікі', ru: 'Адрес принадлежит автору' };
export const CONCEALMENT = {
  ground: 'personal_data',
  explanation: { kk: 'Көршінің мекенжайы мен телефоны бар', ru: 'Указаны адрес и телефон соседа' },
};

/** A comment as it is read. */
export interface SeenComment {
  readonly id: string;
  readonly text: string | null;
  readonly quote: string | null;
  readonly author: object | null;
  readonly concealment: { readonly appeal: string } | null;
}

/** An act of the journal. */
interface SeenAct {
  readonly what: string;
  readonly rules: readonly { readonly id: string }[];
  readonly data: Readonly<Record<string, unknown>>;
}

/** Those who have to do with a hidden comment, and what they do. */
export class ModerationWork {
  readonly #words = new Map<string, string>();

  private constructor(
    private readonly test: TestApplication,
    readonly open: PreparedConsultation,
    public officer: Person,
    public author: Person,
    public authority: Person,
  ) {}

  /** A discussion that is open for months, its officer, somebody who comments, and the authority. */
  static async begin(test: TestApplication): Promise<ModerationWork> {
    const open = await publishedConsultation(test, { closesInWorkingDays: 90 });
    return new ModerationWork(test, open, open.officer, await person(test), await person(test, { role: 'authority' }));
  }

  /** Sets the clock; all sign in anew. */
  async at(instant: string): Promise<void> {
    this.test.clock.set(instant);
    const again = ({ email, accountId }: Person): Promise<Person> => signIn(this.test, email, accountId);
    this.officer = await again(this.officer);
    this.author = await again(this.author);
    this.authority = await again(this.authority);
  }

  /** An officer of a body that has nothing to do with it. */
  async anotherOfficer(): Promise<Person> {
    const { bodyId } = this.open;
    const bodies = await this.test.database.query<{ id: string }>('select id from bodies where id <> $1', [bodyId]);
    return person(this.test, { role: 'officer', bodyId: bodies[0]?.id ?? '' });
  }

  /** A comment under a name, with a quote; the first in plain words, later ones with a number. */
  async posted(by = this.author, consultationId = this.open.consultationId): Promise<string> {
    const text = this.#words.size === 0 ? TEXT : `${TEXT} ${this.#words.size}`;
    const wanted = { text, language: 'kk', quote: 'шу', showName: true };
    const made = await by.post(`/consultations/${consultationId}/comments`).send(wanted).expect(201);
    const { id } = made.body as { id: string };
    this.#words.set(id, text);
    return id;
  }

  /** What was said in a comment. */
  words(id: string): string {
    return this.#words.get(id) ?? '';
  }

  conceal(id: string, body: object = CONCEALMENT, by = this.officer): Test {
    return by.put(`/comments/${id}/concealment`).send(body);
  }

  reverse(id: string, by = this.officer): Test {
    return by.put(`/comments/${id}/concealment/reversal`).send({ reasons: REASONS });
  }

  appeal(id: string, by = this.author): Test {
    return by.put(`/comments/${id}/appeal`).send(APPEAL);
  }

  decide(id: string, outcome: string, by = this.authority): Test {
    return by.put(`/comments/${id}/appeal/decision`).send({ outcome, reasons: REASONS });
  }

  /** A comment that was hidden. */
  async concealed(): Promise<string> {
    const id = await this.posted();
    await this.conceal(id).expect(200);
    return id;
  }

  /** One whose author appealed. */
  async appealed(): Promise<string> {
    const id = await this.concealed();
    await this.appeal(id).expect(200);
    return id;
  }

  async seen(id: string, by: Pick<Person, 'get'> = this.test.anyone): Promise<SeenComment> {
    return (await by.get(`/comments/${id}`).expect(200)).body as SeenComment;
  }

  async acts(id: string): Promise<SeenAct[]> {
    const { body } = await this.test.anyone.get(`/journal?subject=comment:${id}`).expect(200);
    return (body as { items: SeenAct[] }).items;
  }
}
