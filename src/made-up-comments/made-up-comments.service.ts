import { Injectable } from '@nestjs/common';
import { CommentsService, SENT_ALREADY, type NewComment } from '../comments/index.js';
import { Env } from '../platform/config/index.js';
import { UnitOfWork } from '../platform/database/index.js';
import { Journal } from '../platform/journal/index.js';
import { Clock, notFound, notPossibleNow, OPERATOR, Problem, type Actor } from '../platform/kernel/index.js';
import { MadeUpCommentsRepository, type MadeUpPerson } from './made-up-comments.repository.js';
import { madeUpTexts, drawn, type MadeUpText } from './made-up-texts.js';

/** What is wanted. */
export interface MadeUpWish {
  readonly count: number;
  /** Without it the open consultation that closes last. */
  readonly consultationId?: string | undefined;
  readonly seed?: number | undefined;
}

/** Comments that are on their way at once: four batches of admission, less than may wait. */
const AT_ONCE = 1_024;
/** Comments of one person on average, and how many people there are at least, so that a batch is never short of them. */
const EACH = 3;
const PEOPLE_LEAST = 2_048;

/** Fills an open consultation with comments of people who do not exist; never in production. */
@Injectable()
export class MadeUpComments {
  constructor(
    private readonly repository: MadeUpCommentsRepository,
    private readonly comments: CommentsService,
    private readonly unitOfWork: UnitOfWork,
    private readonly journal: Journal,
    private readonly clock: Clock,
    private readonly env: Env,
  ) {}

  /**
   * Sends the comments the way all others come in: judged, numbered, counted and recorded in batches. `tell` hears how
   * many are in. Throws `not-possible-now` in production and where no consultation is open. Gives the consultation.
   */
  async make({ count, consultationId, seed = 1 }: MadeUpWish, tell: (count: number) => void): Promise<string> {
    if (this.env.production) throw notPossibleNow('never-in-production');
    const into = consultationId ?? (await this.repository.openConsultation(this.clock.today()));
    if (into === undefined) throw notFound();
    const provisions = await this.repository.provisions(into);
    const people = await this.repository.people(Math.max(PEOPLE_LEAST, Math.ceil(count / EACH)), this.clock.now());
    // Whoever wrote earlier is not asked for the same words again.
    const first = await this.repository.commentsIn(into);
    await this.#record(into, count, seed);
    const draw = drawn(seed + 1);
    let sent = 0;
    for (const texts of inChunks(madeUpTexts(seed, count), AT_ONCE)) {
      // Neighbours in the list write one after the other, so that nobody stands in a batch twice.
      await Promise.all(
        texts.map((text, at) => this.#send(into, wantedOf(text, provisions, draw), people, first + sent + at)),
      );
      sent += texts.length;
      tell(sent);
    }
    return into;
  }

  /** Sent by the person at that place, or by the next one who has not said the same. */
  async #send(consultationId: string, wanted: NewComment, people: readonly MadeUpPerson[], at: number): Promise<void> {
    for (let next = at; next < at + people.length; next += 1) {
      const person = people[next % people.length];
      if (person && (await this.#isTaken(consultationId, wanted, person))) return;
    }
    throw new Error('Nobody is there to write.');
  }

  /** False when the person has said the same already. */
  async #isTaken(consultationId: string, wanted: NewComment, person: MadeUpPerson): Promise<boolean> {
    const by: Actor = { kind: 'account', accountId: person.id, displayName: person.name, language: 'kk', grants: [] };
    try {
      await this.comments.post(consultationId, wanted, by, { at: this.clock.now(), repetition: undefined });
      return true;
    } catch (error) {
      if (error instanceof Problem && error.parts.code === SENT_ALREADY) return false;
      throw error;
    }
  }

  /** The journal says for good that what follows is made up. */
  async #record(consultationId: string, count: number, seed: number): Promise<void> {
    await this.unitOfWork.run(() => {
      this.journal.append({
        what: 'consultation.comments-made-up',
        subject: { kind: 'consultation', id: consultationId },
        by: OPERATOR,
        data: { count, seed },
      });
      return Promise.resolve();
    });
  }
}

function wantedOf({ text, language }: MadeUpText, provisions: readonly string[], draw: () => number): NewComment {
  const isOnProvision = draw() < 0.4 && provisions.length > 0;
  const provisionId = isOnProvision ? provisions[Math.floor(draw() * provisions.length)] : undefined;
  return { text, language, provisionId, showName: draw() < 0.1 };
}

function* inChunks<T>(things: Iterable<T>, size: number): Generator<T[]> {
  let chunk: T[] = [];
  for (const thing of things) {
    chunk.push(thing);
    if (chunk.length < size) continue;
    yield chunk;
    chunk = [];
  }
  if (chunk.length > 0) yield chunk;
}
