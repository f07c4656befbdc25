import { COMPARED_OF_GROUP, FULL_BAND, METHOD } from './method.js';
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

/** A normal text that is seen for the first time; texts of few words have no bands. */
export interface NewText {
  readonly bands: readonly string[];
  readonly pieces: () => Uint32Array;
}

/** Something to be told from the outside for a batch. */
export interface Surroundings {
  readonly newId: () => string;
  /** The group of an exact text, and else of a normal text, that was seen before. */
  readonly groupOfExact: ReadonlyMap<string, string>;
  readonly groupOfNormal: ReadonlyMap<string, string>;
  /** Texts seen before that share a band with one of the batch; those of a full band are not all of them. */
  readonly withBand: ReadonlyMap<string, readonly ComparedText[]>;
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
    for (const [band, texts] of from.withBand) this.#withBand.set(band, [...texts]);
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
  #learn({ id: commentId, textHash, normalHash }: Ungrouped, { bands, pieces }: NewText): string {
    const groupId = this.#groupFor(bands, pieces);
    const free = bands.filter((band) => (this.#withBand.get(band)?.length ?? 0) < FULL_BAND);
    for (const band of free)
      this.#withBand.set(band, [...(this.#withBand.get(band) ?? []), { commentId, groupId, pieces }]);
    this.#learnt.push({ textHash, normalHash, commentId, bands: free, groupId });
    return groupId;
  }

  #groupFor(bands: readonly string[], pieces: () => Uint32Array): string {
    const near = this.#near(bands, pieces);
    const [nearest] = [...near].sort(([one, of], [other, than]) => than - of || (one < other ? -1 : 1));
    if (nearest === undefined) return this.#found();
    if (this.#member(nearest[0]).isSettled) return nearest[0];
    const free = [...near.keys()].map((id) => this.#member(id)).filter(({ isSettled }) => !isSettled);
    return this.#unite(free);
  }

  /** Groups with a near-identical text, each with the similarity of the first that was found. */
  #near(bands: readonly string[], pieces: () => Uint32Array): Map<string, number> {
    const near = new Map<string, number>();
    for (const [groupId, candidates] of candidatesIn(bands, this.#withBand, (id) => this.#now(id))) {
      for (const candidate of candidates) {
        const similarity = similarityOf(pieces(), candidate.pieces());
        if (similarity < METHOD.similarity) continue;
        near.set(groupId, similarity);
        break;
      }
    }
    return near;
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

/** For every group its texts that share bands with the new one, those that share most first, no more than are compared. */
export function candidatesIn(
  bands: readonly string[],
  withBand: ReadonlyMap<string, readonly ComparedText[]>,
  groupNow: (id: string) => string,
): Map<string, ComparedText[]> {
  const shared = new Map<string, { readonly text: ComparedText; count: number }>();
  for (const text of bands.flatMap((band) => withBand.get(band) ?? [])) {
    const known = shared.get(text.commentId);
    if (known) known.count += 1;
    else shared.set(text.commentId, { text, count: 1 });
  }
  const best = [...shared.values()].sort(
    (one, other) => other.count - one.count || (one.text.commentId < other.text.commentId ? -1 : 1),
  );
  const groups = new Map<string, ComparedText[]>();
  for (const { text } of best) {
    const id = groupNow(text.groupId);
    const chosen = groups.get(id) ?? [];
    groups.set(id, chosen);
    if (chosen.length < COMPARED_OF_GROUP) chosen.push(text);
  }
  return groups;
}
