import { hash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { newId, UnitOfWork } from '../platform/database/index.js';
import { Clock } from '../platform/kernel/index.js';
import { bandedIn, inBreaths, matesOf, NO_TEXT } from './compared.js';
import { candidatesOf, Grouping, type NewText } from './grouping.js';
import { GroupingRepository, type WaitingComment } from './grouping.repository.js';
import { normalText, wordsIn } from './normal-text.js';
import { piecesOf } from './similarity.js';
import type { Waiting } from './waiting.js';

/** Comments of one transaction. */
export const BATCH = 256;

/** So many that wait, while more come in, are a rush: grouping gives way to admission, but not for longer than this. */
const RUSH = 2_000;
const RUSH_MS = 15_000;
const LONGEST_WAIT_MS = 600_000;

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
    const read = await inBreaths(fresh, ([, { normal }]) => bandedIn(consultationId, normal, wordsIn(normal)));
    const rows = await this.repository.bandMates(
      consultationId,
      read.map(({ bands }) => bands),
    );
    const texts = new Map<string, string>();
    const mates = matesOf(rows, (id) => piecesOf(normalText(texts.get(id) ?? '')));
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

/** True while thousands come in: what computes over comments gives way to admission, for a time. */
export function isRush(
  { count, newestAt, oldestAt }: Pick<Waiting, 'count' | 'newestAt' | 'oldestAt'>,
  now: Date,
): boolean {
  const since = (at: Date | null): number => (at ? now.getTime() - at.getTime() : Infinity);
  return count > RUSH && since(newestAt) < RUSH_MS && since(oldestAt) < LONGEST_WAIT_MS;
}

function readNormal(comment: WaitingComment): Read {
  const normal = normalText(comment.text);
  return { ...comment, normal, normalHash: hash('sha256', normal) };
}
