import { COMMON_BANDS, COMPARED_OF_GROUP, METHOD } from './method.js';
import { similarityOf } from './similarity.js';

/** A group as far as grouping goes. */
export interface KnownGroup {
  readonly id: string;
  /** Comments in it, withdrawn ones too: the smaller group goes into the larger. */
  readonly size: number;
  /** A person decided about it: no computation unites it with another. */
  readonly isSettled: boolean;
}

/** A comment that is to be put into a group. */
export interface Ungrouped {
  readonly id: string;
  readonly textHash: string;
  readonly normalHash: string;
}

/** A normal text that stands for all with the same: its bands, and how to come by its pieces. */
export interface ComparedText {
  /** The first comment with it. */
  readonly commentId: string;
  readonly groupId: string;
  readonly pieces: () => Uint32Array;
}

/** A text that shares so many bands with a new one. */
export interface Mate {
  readonly text: ComparedText;
  readonly shared: number;
}

/** A normal text that is seen for the first time; texts of few words have no bands. */
export interface NewText {
  readonly bands: readonly string[];
  readonly pieces: () => Uint32Array;
  /** Texts seen before the batch that share bands with it. */
  readonly mates: readonly Mate[];
}

/** Something to be told from the outside for a batch. */
export interface Surroundings {
  readonly newId: () => string;
  /** The group of an exact text, and else of a normal text, that was seen before. */
  readonly groupOfExact: ReadonlyMap<string, string>;
  readonly groupOfNormal: ReadonlyMap<string, string>;
  readonly groups: readonly KnownGroup[];
}

interface Member {
  readonly id: string;
  size: number;
  readonly isSettled: boolean;
  readonly isNew: boolean;
}

/** An exact text that was not known, with the bands under which later texts find it. */
export interface LearntText {
  readonly textHash: string;
  readonly normalHash: string;
  readonly commentId: string;
  readonly bands: readonly string[];
  readonly groupId: string;
}

/**
 * Puts comments into groups: those with the same normal text, and those reached from one to the next by near-identical
 * ones. Whichever comes first, the groups are the same, but where bands are full or persons have decided.
 */
export class Grouping {
  readonly #exact: Map<string, string>;
  readonly #normal: Map<string, string>;
  readonly #withBand = new Map<string, ComparedText[]>();
  readonly #members = new Map<string, Member>();
  readonly #into = new Map<string, string>();
  readonly #assigned: { readonly commentId: string; readonly groupId: string }[] = [];
  readonly #learnt: LearntText[] = [];

  constructor(private readonly from: Surroundings) {
    this.#exact = new Map(from.groupOfExact);
    this.#normal = new Map(from.groupOfNormal);
    for (const group of from.groups) this.#members.set(group.id, { ...group, isNew: false });
  }

  /** The comment's group; `text` is asked only for a normal text that is new. */
  put(comment: Ungrouped, text: () => NewText): void {
    const { id: commentId, textHash, normalHash } = comment;
    const known = this.#exact.get(textHash);
    const groupId = known ?? this.#normal.get(normalHash) ?? this.#learn(comment, text());
    if (known === undefined && this.#normal.has(normalHash)) {
      this.#learnt.push({ textHash, normalHash, commentId, bands: [], groupId });
    }
    this.#exact.set(textHash, groupId);
    this.#normal.set(normalHash, groupId);
    this.#assigned.push({ commentId, groupId });
    this.#member(groupId).size += 1;
  }

  /** What is to be written. */
  get plan(): GroupingPlan {
    const at = <T extends { readonly groupId: string }>(one: T): T => ({ ...one, groupId: this.#now(one.groupId) });
    const learnt = this.#learnt.map(at);
    const merged = [...this.#into.keys()].filter((id) => !this.#members.get(id)?.isNew);
    return {
      founded: [...this.#members.values()].filter(({ id, isNew }) => isNew && !this.#into.has(id)).map(({ id }) => id),
      learnt,
      assigned: this.#assigned.map(at),
      merged: merged.map((id) => ({ id, into: this.#now(id) })),
      changed: [...new Set([...learnt.map(({ groupId }) => groupId), ...merged.map((id) => this.#now(id))])],
    };
  }

  /** The group of a text not seen before, which from now on is found by its bands. */
  #learn({ id: commentId, textHash, normalHash }: Ungrouped, text: NewText): string {
    const { bands, pieces } = text;
    const groupId = this.#groupFor(text);
    const compared = { commentId, groupId, pieces };
    for (const band of bands) {
      const known = this.#withBand.get(band);
      if (known) known.push(compared);
      else this.#withBand.set(band, [compared]);
    }
    this.#learnt.push({ textHash, normalHash, commentId, bands, groupId });
    return groupId;
  }

  #groupFor(text: NewText): string {
    const near = this.#near(text);
    const [nearest] = [...near].sort(([one, of], [other, than]) => than - of || (one < other ? -1 : 1));
    if (nearest === undefined) return this.#found();
    if (this.#member(nearest[0]).isSettled) return nearest[0];
    const free = [...near.keys()].map((id) => this.#member(id)).filter(({ isSettled }) => !isSettled);
    return this.#unite(free);
  }

  /** Groups with a near-identical text, each with the similarity of the first that was found. */
  #near({ bands, pieces, mates }: NewText): Map<string, number> {
    const near = new Map<string, number>();
    const all = [...mates, ...this.#matesInBatch(bands)];
    for (const [groupId, candidates] of candidatesOf(all, (id) => this.#now(id))) {
      for (const candidate of candidates) {
        const similarity = similarityOf(pieces(), candidate.pieces());
        if (similarity < METHOD.similarity) continue;
        near.set(groupId, similarity);
        break;
      }
    }
    return near;
  }

  #matesInBatch(bands: readonly string[]): Mate[] {
    const shared = new Map<ComparedText, number>();
    for (const text of bands.flatMap((band) => this.#withBand.get(band) ?? [])) {
      shared.set(text, (shared.get(text) ?? 0) + 1);
    }
    return [...shared].map(([text, count]) => ({ text, shared: count }));
  }

  #found(): string {
    const id = this.from.newId();
    this.#members.set(id, { id, size: 0, isSettled: false, isNew: true });
    return id;
  }

  /** One that is stored already stays, the largest of them, of equals the oldest. */
  #unite(groups: readonly Member[]): string {
    const [stays, ...go] = [...groups].sort(
      (one, other) => Number(one.isNew) - Number(other.isNew) || other.size - one.size || (one.id < other.id ? -1 : 1),
    );
    if (!stays) throw new Error('Nothing to unite.');
    for (const group of go) {
      this.#into.set(group.id, stays.id);
      stays.size += group.size;
    }
    return stays.id;
  }

  #member(id: string): Member {
    const member = this.#members.get(this.#now(id));
    if (!member) throw new Error(`The group ${id} is not known.`);
    return member;
  }

  #now(id: string): string {
    let now = id;
    for (let into = this.#into.get(now); into !== undefined; into = this.#into.get(now)) now = into;
    return now;
  }
}

/** What a batch changes. */
export interface GroupingPlan {
  /** Ids of new groups. */
  readonly founded: readonly string[];
  readonly learnt: readonly LearntText[];
  readonly assigned: readonly { readonly commentId: string; readonly groupId: string }[];
  /** Stored groups that went into others. */
  readonly merged: readonly { readonly id: string; readonly into: string }[];
  /** Groups that a text or another group joined. */
  readonly changed: readonly string[];
}

/** For every group its texts worth comparing, those that share most bands first, no more than are compared. */
export function candidatesOf(mates: readonly Mate[], groupNow: (id: string) => string): Map<string, ComparedText[]> {
  const best = mates
    .filter(({ shared }) => shared >= COMMON_BANDS)
    .sort((one, other) => other.shared - one.shared || (one.text.commentId < other.text.commentId ? -1 : 1));
  const groups = new Map<string, ComparedText[]>();
  for (const { text } of best) {
    const id = groupNow(text.groupId);
    const chosen = groups.get(id) ?? [];
    groups.set(id, chosen);
    if (chosen.length < COMPARED_OF_GROUP) chosen.push(text);
  }
  return groups;
}
