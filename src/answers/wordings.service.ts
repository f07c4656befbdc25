import { hash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  bandedIn,
  candidatesOf,
  Grouping,
  inBreaths,
  matesOf,
  NO_TEXT,
  normalText,
  piecesOf,
  wordsIn,
  type NewText,
} from '../comment-groups/index.js';
import { newId, UnitOfWork } from '../platform/database/index.js';
import { Clock, type LocalizedText } from '../platform/kernel/index.js';
import { WordingsRepository, type ReasonsText } from './wordings.repository.js';

/** Texts of one transaction. */
const BATCH = 256;

/** Reasons in both languages, read for comparing. */
interface Read {
  readonly id: string;
  readonly normal: string;
  readonly normalHash: string;
  /** Words of the shorter language. */
  readonly words: number;
}

/** Finds answers whose reasons are the same or nearly the same, by the method of groups, and counts them. */
@Injectable()
export class WordingsService {
  constructor(
    private readonly repository: WordingsRepository,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Compares and counts the answers of every consultation in which they changed. Throws at the end what went wrong. */
  async sweep(size = BATCH): Promise<void> {
    const faults: unknown[] = [];
    for (const consultationId of await this.repository.changed()) {
      // A fault in one consultation keeps no other waiting.
      await this.compare(consultationId, size).catch((fault: unknown) => faults.push(fault));
    }
    if (faults.length > 0) throw new AggregateError(faults, 'Not all answers could be compared.');
  }

  /** Compares the answers of one consultation, a transaction for each batch; the last one counts. */
  async compare(consultationId: string, size = BATCH): Promise<void> {
    while (await this.#next(consultationId, size));
  }

  /** True while more texts may wait. */
  #next(consultationId: string, size: number): Promise<boolean> {
    return this.unitOfWork.run(async () => {
      if (!(await this.repository.hold(consultationId))) return false;
      // Marks first: the texts of whatever they stand for are seen by the reads that follow.
      const marks = await this.repository.marks(consultationId);
      const batch = await this.repository.batch(consultationId, size);
      if (batch.length > 0) await this.#learn(consultationId, batch);
      if (batch.length === size) return true;
      await this.repository.count(consultationId, marks, this.clock.now());
      return false;
    });
  }

  async #learn(consultationId: string, batch: readonly ReasonsText[]): Promise<void> {
    const read = await inBreaths(batch, readReasons);
    const known = await this.repository.normal(consultationId, [...new Set(read.map(({ normalHash }) => normalHash))]);
    const fresh = new Map(read.flatMap((one) => (known.has(one.normalHash) ? [] : [[one.normalHash, one]])));
    const texts = await this.#newTexts(consultationId, [...fresh.values()]);
    const near = [...texts.values()].flatMap(({ mates }) => mates.map(({ text }) => text.groupId));
    const sizes = await this.repository.sizes([...new Set([...known.values(), ...near])]);
    const groups = sizes.map((one) => ({ ...one, isSettled: false }));
    const grouping = new Grouping({ newId, groupOfExact: new Map(), groupOfNormal: known, groups });
    await inBreaths(read, ({ id, normalHash }) => {
      grouping.put({ id, textHash: id, normalHash }, () => texts.get(normalHash) ?? NO_TEXT);
    });
    await this.repository.write(consultationId, grouping.plan);
  }

  /** New normal texts by their hashes, with the stored ones they will be compared with. */
  async #newTexts(consultationId: string, fresh: readonly Read[]): Promise<Map<string, NewText>> {
    const banded = await inBreaths(fresh, ({ normal, words }) => bandedIn(consultationId, normal, words));
    const rows = await this.repository.bandMates(
      consultationId,
      banded.map(({ bands }) => bands),
    );
    const stored = new Map<string, LocalizedText>();
    const mates = matesOf(rows, (id) => piecesOf(normalReasons(stored.get(id) ?? { kk: '', ru: '' })));
    const compared = banded.flatMap((_, at) => [...candidatesOf(mates.get(at) ?? [], (id) => id).values()].flat());
    const ids = [...new Set(compared.map(({ commentId }) => commentId))];
    for (const [id, reasons] of await this.repository.reasons(ids)) stored.set(id, reasons);
    return new Map(
      banded.map(({ bands, pieces }, at) => [
        fresh[at]?.normalHash ?? '',
        { bands, pieces: () => pieces, mates: mates.get(at) ?? [] },
      ]),
    );
  }
}

function readReasons({ id, reasons }: ReasonsText): Read {
  const normal = normalReasons(reasons);
  const words = Math.min(wordsIn(normalText(reasons.kk)), wordsIn(normalText(reasons.ru)));
  return { id, normal, normalHash: hash('sha256', normal), words };
}

/** Both languages in which every answer is given: who changes one of them changes the answer. */
function normalReasons({ kk, ru }: LocalizedText): string {
  return `${normalText(kk)}\n${normalText(ru)}`;
}
