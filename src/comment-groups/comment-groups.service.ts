import { Injectable } from '@nestjs/common';
import { AnswerProvisions, isAnswerable, mayAnswer, type Answer, type Revision } from '../comments/index.js';
import { CONSULTATION } from '../consultations/index.js';
import { newId, UnitOfWork } from '../platform/database/index.js';
import { Journal } from '../platform/journal/index.js';
import {
  Clock,
  conflict,
  invalid,
  invalidAt,
  notFound,
  notPossibleNow,
  permit,
  Problem,
  type Actor,
  type LocalizedText,
  type Verdict,
} from '../platform/kernel/index.js';
import { CommentGroup } from './comment-group.entity.js';
import { groupAnswered, groupMerged, groupRevised, groupSplit } from './comment-group.events.js';
import { mayChangeGroups } from './comment-group.policy.js';
import { answerTemplate, CommentGroupsRepository } from './comment-groups.repository.js';
import { GroupRevisionsRepository } from './group-revisions.repository.js';
import { GroupDecision, type DecisionKind } from './group-decision.entity.js';

/** A group of a consultation, the version of it that was read, and who changes it. */
export interface GroupAct {
  readonly consultationId: string;
  readonly groupId: string;
  readonly by: Actor;
  readonly expected?: number | undefined;
}

/** The verbs of a group: it is answered at once, split, merged. */
@Injectable()
export class CommentGroupsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly groups: CommentGroupsRepository,
    private readonly revisions: GroupRevisionsRepository,
    private readonly journal: Journal,
    private readonly clock: Clock,
    private readonly provisions: AnswerProvisions,
  ) {}

  /**
   * The body answers every comment of the group that has no answer yet; gives how many. Refused as the answer to a
   * single comment is; throws `not-possible-now` where none waits. Who joins later stays unanswered.
   */
  async answer(act: GroupAct, given: Answer): Promise<number> {
    return this.unitOfWork.run(async () => {
      const group = await this.#lock(act, mayAnswer, 'answers-are-over');
      const answer = await this.provisions.known(group.consultationId, given);
      const { by } = act;
      const now = this.clock.now();
      const ids = await this.groups.answer(group.id, answer, by.accountId, now);
      if (ids.length === 0) throw notPossibleNow('group-answered');
      this.journal.append(groupAnswered(group, answer.outcome, ids.length, by));
      const template = answerTemplate(group.consultationId, group.id, answer, by);
      this.unitOfWork.beforeCommit('comment-group-answers', () => this.groups.recordAnswers(ids, template, now));
      return ids.length;
    });
  }

  /**
   * The body puts another answer in the place of those that stand in the group, with the reason; the earlier ones stay
   * readable. Comments that have this answer already are left alone. Gives how many were changed; refused as the change
   * of a single answer is, and with `invalid` where nothing would change.
   */
  async revise(act: GroupAct, { why, ...given }: Revision): Promise<number> {
    return this.unitOfWork.run(async () => {
      const group = await this.#lock(act, mayAnswer, 'answers-are-over');
      const answer = await this.provisions.known(group.consultationId, given);
      const { by } = act;
      const change = { why, by: by.accountId, at: this.clock.now() };
      const revised = await this.revisions.revise(group.id, answer, change);
      if (revised.length === 0) throw await this.#nothingRevised(group.id);
      this.journal.append(groupRevised(group, answer.outcome, revised.length, by));
      this.unitOfWork.beforeCommit('comment-group-revisions', () =>
        this.revisions.record(group, revised, answer, { by, at: change.at }),
      );
      return revised.length;
    });
  }

  async #nothingRevised(groupId: string): Promise<Problem> {
    const isAnswered = await this.revisions.isAnswered(groupId);
    return isAnswered ? invalidAt('/reasons', 'unchanged') : notPossibleNow('group-not-answered');
  }

  /** Comments that say something else get a group of their own; gives its id. No computation brings them back. */
  async split(act: GroupAct, commentIds: readonly string[], reason: LocalizedText): Promise<string> {
    return this.unitOfWork.run(async () => {
      const from = await this.#lock(act, mayChangeGroups, 'groups-are-closed');
      const ids = [...new Set(commentIds.map((id) => id.toLowerCase()))];
      await this.#refuseSplit(from, ids);
      const to = newGroup(from, this.clock.now());
      await this.groups.insert(to);
      await this.groups.split(from.id, to.id, ids);
      await this.#decide('split', [from, to], ids.length, reason, act.by);
      this.journal.append(groupSplit(from, to.id, ids, act.by));
      return to.id;
    });
  }

  /** All comments of the group go into another one that says the same. No computation parts them. */
  async merge(act: GroupAct, intoId: string, reason: LocalizedText): Promise<void> {
    await this.unitOfWork.run(async () => {
      const from = await this.#lock(act, mayChangeGroups, 'groups-are-closed');
      if (intoId.toLowerCase() === from.id) throw invalidAt('/into', 'same-group');
      const into = await this.groups.find(intoId);
      if (into?.consultationId !== from.consultationId || into.mergedInto !== null) {
        throw invalidAt('/into', 'not-found');
      }
      const moved = from.comments + from.withdrawn;
      await this.groups.merge(from.id, into.id);
      await this.#decide('merger', [from, into], moved, reason, act.by);
      this.journal.append(groupMerged(from, into.id, moved, act.by));
    });
  }

  /** The group, as long as the act lasts; refused to whoever may not act, and once its consultation is reported. */
  async #lock(
    { consultationId, groupId, by, expected }: GroupAct,
    may: (by: Actor, bodyId: string) => Verdict,
    over: string,
  ): Promise<CommentGroup> {
    await this.groups.hold(consultationId);
    const group = await this.groups.find(groupId);
    if (group?.consultationId !== consultationId.toLowerCase()) throw notFound();
    const { state, bodyId } = await this.groups.consultation(group.consultationId);
    permit(may(by, bodyId));
    if (!isAnswerable(state)) throw notPossibleNow(over, { stateOf: CONSULTATION.kind, state, possible: [] });
    if (group.mergedInto !== null) throw conflict('group-merged', { more: { mergedInto: group.mergedInto } });
    if (expected !== undefined && group.version !== expected) throw new Problem('changed-meanwhile');
    return group;
  }

  async #refuseSplit(from: CommentGroup, ids: readonly string[]): Promise<void> {
    const inside = await this.groups.among(from.id, ids);
    const errors = ids.flatMap((id, at) =>
      inside.has(id) ? [] : [{ pointer: `/comments/${at}`, code: 'not-in-group' }],
    );
    if (errors.length > 0) throw invalid(...errors);
    if (ids.length === from.comments + from.withdrawn) throw invalidAt('/comments', 'whole-group');
  }

  async #decide(
    kind: DecisionKind,
    [from, to]: readonly [CommentGroup, CommentGroup],
    comments: number,
    reason: LocalizedText,
    by: Actor,
  ): Promise<void> {
    const { consultationId } = from;
    const now = this.clock.now();
    await this.groups.settle([from.id, to.id], now);
    await this.groups.insertDecision(
      Object.assign(new GroupDecision(), {
        ...{ id: newId(), consultationId, kind, fromId: from.id, toId: to.id },
        ...{ comments, reason, decidedBy: by.accountId, decidedAt: now },
      }),
    );
  }
}

function newGroup({ consultationId }: CommentGroup, createdAt: Date): CommentGroup {
  return Object.assign(new CommentGroup(), {
    ...{ id: newId(), version: 1, consultationId, settledAt: null, mergedInto: null, createdAt },
    ...{ comments: 0, texts: 0, withdrawn: 0, unanswered: 0 },
  });
}
