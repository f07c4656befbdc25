import { hash } from 'node:crypto';
import { setImmediate as breath } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { newId, UnitOfWork } from '../platform/database/index.js';
import { Clock } from '../platform/kernel/index.js';
import { candidatesOf, Grouping, type ComparedText, type Mate, type NewText } from './grouping.js';
import { GroupingRepository, type BandMate, type Waiting, type WaitingComment } from './grouping.repository.js';
import { METHOD } from './method.js';
import { normalText, wordsIn } from './normal-text.js';
import { bandsOf, piecesOf } from './similarity.js';

/** Comments of one transaction. */
export const BATCH = 256;

/** So many that wait, while more come in, are a rush: grouping gives way to admission, but not for longer than this. */
const RUSH = 2_000;
const RUSH_MS = 15_000;
const LONGEST_WAIT_MS = 600_000;

/** Others are served at the latest after so long a computation. */
const BREATH_MS = 15;

/** A comment with its normal text. */
interface Read extends WaitingComment {
  readonly normal: string;
  readonly normalHash: string;
}

/** Finds groups of comments of the same text, batch by batch; what was done is never done again. */
@Injectable()
export class GroupingService {
  constructor(
    private readonly repository: GroupingRepository,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Groups all comments that wait, except in a rush. Gives how many. Throws at the end what went wrong on the way. */
  async sweep(size = BATCH): Promise<number> {
    let count = 0;
    const faults: unknown[] = [];
    const now = this.clock.now();
    for (const waiting of await this.repository.waiting()) {
      if (isRush(waiting, now)) continue;
      // A fault in one consultation keeps no other waiting.
      count += await this.group(waiting.consultationId, size).catch((fault: unknown) => faults.push(fault) && 0);
    }
    if (faults.length > 0) throw new AggregateError(faults, 'Not all comments could be grouped.');
    return count;
  }

  /** Groups the comments of a consultation that wait, a transaction for each batch. Gives how many. */
  async group(consultationId: string, size = BATCH): Promise<number> {
    for (let count = 0; ;) {
      const done = await this.next(consultationId, size);
      count += done;
      if (done < size) return count;
    }
  }

  /** Groups one batch: its comments, the groups and the cursor become durable together. Gives how many. */
  next(consultationId: string, size = BATCH): Promise<number> {
    return this.unitOfWork.run(async () => {
      const after = await this.repository.cursor(consultationId);
      if (after === undefined) return 0;
      const batch = await this.repository.batch(consultationId, after, size);
      const last = batch.at(-1);
      if (last) await this.#group(consultationId, batch, last.number);
      return batch.length;
    });
  }

  async #group(consultationId: string, batch: readonly WaitingComment[], upTo: number): Promise<void> {
    const comments = await inBreaths(batch, readNormal);
    const groupOfExact = await this.repository.exact(consultationId, [...new Set(batch.map((one) => one.textHash))]);
    const unknown = comments.filter(({ textHash }) => !groupOfExact.has(textHash));
    const hashes = [...new Set(unknown.map(({ normalHash }) => normalHash))];
    const groupOfNormal = await this.repository.normal(consultationId, hashes);
    const fresh = new Map(unknown.flatMap((one) => (groupOfNormal.has(one.normalHash) ? [] : [[one.normalHash, one]])));
    const texts = await this.#newTexts(consultationId, [...fresh]);
    const known = [...groupOfExact.values(), ...groupOfNormal.values()];
    const near = [...texts.values()].flatMap(({ mates }) => mates.map(({ text }) => text.groupId));
    const groups = await this.repository.groups([...new Set([...known, ...near])]);
    const grouping = new Grouping({ newId, groupOfExact, groupOfNormal, groups });
    await inBreaths(comments, (comment) => {
      grouping.put(comment, () => texts.get(comment.normalHash) ?? NO_TEXT);
    });
    await this.repository.write(consultationId, grouping.plan, upTo, this.clock.now());
  }

  /** New normal texts by their hashes, with the stored ones they will be compared with. */
  async #newTexts(consultationId: string, fresh: readonly [string, Read][]): Promise<Map<string, NewText>> {
    const read = await inBreaths(fresh, ([, { normal }]) => bandedIn(consultationId, normal));
    const rows = await this.repository.bandMates(
      consultationId,
      read.map(({ bands }) => bands),
    );
    const texts = new Map<string, string>();
    const mates = matesOf(rows, texts);
    const compared = read.flatMap((_, at) => [...candidatesOf(mates.get(at) ?? [], (id) => id).values()].flat());
    const ids = [...new Set(compared.map(({ commentId }) => commentId))];
    for (const [id, text] of await this.repository.texts(ids)) texts.set(id, text);
    return new Map(
      read.map(({ bands, pieces }, at) => {
        const one = { bands, pieces: () => pieces, mates: mates.get(at) ?? [] };
        return [fresh[at]?.[0] ?? '', one];
      }),
    );
  }
}

const NO_TEXT: NewText = { bands: [], pieces: () => new Uint32Array(), mates: [] };

function isRush({ count, newestAt, oldestAt }: Waiting, now: Date): boolean {
  const since = (at: Date | null): number => (at ? now.getTime() - at.getTime() : Infinity);
  return count > RUSH && since(newestAt) < RUSH_MS && since(oldestAt) < LONGEST_WAIT_MS;
}

function readNormal(comment: WaitingComment): Read {
  const normal = normalText(comment.text);
  return { ...comment, normal, normalHash: hash('sha256', normal) };
}

/** Pieces and bands of a normal text; one of few words is found by none. */
function bandedIn(scope: string, normal: string): { readonly bands: readonly string[]; readonly pieces: Uint32Array } {
  const pieces = piecesOf(normal);
  return { pieces, bands: wordsIn(normal) < METHOD.leastWords ? [] : bandsOf(pieces, scope) };
}

/** Mates by the place of the new text; the pieces of one are read once, from the texts that will be there by then. */
function matesOf(rows: readonly BandMate[], texts: ReadonlyMap<string, string>): Map<number, Mate[]> {
  const known = new Map<string, ComparedText>();
  const mates = new Map<number, Mate[]>();
  for (const { at, commentId, groupId, shared } of rows) {
    const text = known.get(commentId) ?? { commentId, groupId, pieces: onceRead(commentId, texts) };
    known.set(commentId, text);
    mates.set(at, [...(mates.get(at) ?? []), { text, shared }]);
  }
  return mates;
}

function onceRead(commentId: string, texts: ReadonlyMap<string, string>): () => Uint32Array {
  let pieces: Uint32Array | undefined;
  return () => (pieces ??= piecesOf(normalText(texts.get(commentId) ?? '')));
}

/** Does it to each, and lets others have their turn whenever it has taken long. */
async function inBreaths<T, R>(things: readonly T[], act: (thing: T) => R): Promise<R[]> {
  const results: R[] = [];
  let since = performance.now();
  for (const thing of things) {
    results.push(act(thing));
    if (performance.now() - since > BREATH_MS) {
      await breath();
      since = performance.now();
    }
  }
  return results;
}
