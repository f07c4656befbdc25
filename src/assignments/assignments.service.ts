import { Injectable, type OnModuleInit } from '@nestjs/common';
import { isAnswerable, mayAnswer } from '../comments/index.js';
import { CONSULTATION } from '../consultations/index.js';
import { UnitOfWork } from '../platform/database/index.js';
import { AccountClosing } from '../platform/identity/index.js';
import { Journal } from '../platform/journal/index.js';
import { Clock, invalid, invalidAt, notPossibleNow, permit, type Actor } from '../platform/kernel/index.js';
import { commentsAssigned } from './assignment.events.js';
import type { AssignmentRequest } from './assignments.requests.js';
import type { AssignedResponse } from './assignments.responses.js';
import { AssignmentsRepository, type Found } from './assignments.repository.js';
import { WorkListsQueries } from './work-lists.queries.js';

/** A body's officers share the answering of comments. */
@Injectable()
export class AssignmentsService implements OnModuleInit {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly repository: AssignmentsRepository,
    private readonly workLists: WorkListsQueries,
    private readonly journal: Journal,
    private readonly clock: Clock,
    private readonly closing: AccountClosing,
  ) {}

  onModuleInit(): void {
    this.closing.register((accountId) => this.repository.leave(accountId));
  }

  /**
   * Comments become an officer's, or nobody's. Those that no longer wait are left alone and named. Throws `invalid` for
   * comments of another consultation and for somebody who does not answer for the body.
   */
  async assign(consultationId: string, wanted: AssignmentRequest, by: Actor): Promise<AssignedResponse> {
    return this.unitOfWork.run(async () => {
      const consultation = await this.repository.consultation(consultationId);
      permit(mayAnswer(by, consultation.bodyId));
      const { id, state, bodyId } = consultation;
      if (!isAnswerable(state)) {
        throw notPossibleNow('answers-are-over', { stateOf: CONSULTATION.kind, state, possible: [] });
      }
      const found = await this.#found(id, wanted);
      const to = accountOf(wanted.to, by);
      if (to !== null && !(await this.workLists.isOfficer(to, bodyId))) throw invalidAt('/to', 'not-an-officer');
      const waiting = found.filter(({ waits }) => waits).map((comment) => comment.id);
      if (waiting.length > 0) {
        await this.repository.assign(id, waiting, to, { by: by.accountId, at: this.clock.now() });
        this.journal.append(commentsAssigned(id, to, waiting.length, by));
      }
      const leftAlone = found.filter(({ waits }) => !waits).map((comment) => comment.id);
      return { assigned: waiting.length, leftAlone };
    });
  }

  async #found(consultationId: string, { comments, group }: AssignmentRequest): Promise<Found[]> {
    if (comments !== undefined && group !== undefined) throw invalidAt('/group', 'comments-or-group');
    if (group !== undefined) {
      const found = await this.repository.ofGroup(consultationId, group);
      if (!found) throw invalidAt('/group', 'not-found');
      return found;
    }
    if (comments === undefined) throw invalidAt('/comments', 'comments-or-group');
    const found = await this.repository.find(consultationId, comments);
    const ids = new Set(found.map(({ id }) => id));
    const errors = comments.flatMap((id, at) =>
      ids.has(id.toLowerCase()) ? [] : [{ pointer: `/comments/${at}`, code: 'not-found' }],
    );
    if (errors.length > 0) throw invalid(...errors);
    return found;
  }
}

/** The account that `me` or an id means; null for nobody. */
export function accountOf(assignee: string, { accountId }: Actor): string | null {
  if (assignee === 'none') return null;
  return assignee === 'me' ? accountId : assignee;
}
