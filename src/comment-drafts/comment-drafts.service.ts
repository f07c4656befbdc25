import { Injectable, type OnModuleInit } from '@nestjs/common';
import { onBehalfOfIn } from '../comments/index.js';
import { CONSULTATION, ConsultationsQueries, isOpenAt, maySee } from '../consultations/index.js';
import { UnitOfWork } from '../platform/database/index.js';
import { AccountClosing } from '../platform/identity/index.js';
import { Clock, invalidAt, notFound, notPossibleNow, permit, Problem, type Actor } from '../platform/kernel/index.js';
import { CommentDraft } from './comment-draft.entity.js';
import { CommentDraftsRepository } from './comment-drafts.repository.js';
import type { CommentDraftRequest } from './comment-drafts.requests.js';

/** Comments that are being written. Nothing of them is in the journal: nobody has said anything yet. */
@Injectable()
export class CommentDrafts implements OnModuleInit {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly drafts: CommentDraftsRepository,
    private readonly consultations: ConsultationsQueries,
    private readonly clock: Clock,
    private readonly closing: AccountClosing,
  ) {}

  onModuleInit(): void {
    this.closing.register((accountId) => this.drafts.removeAllOf(accountId));
  }

  /** Keeps what was written, in the place of what was kept before. Throws `not-possible-now` when no comment is taken. */
  async keep(consultationId: string, wanted: CommentDraftRequest, by: Actor): Promise<void> {
    if (by.accountId === null) throw new Problem('sign-in-required');
    const { accountId } = by;
    const consultation = await this.consultations.find(consultationId);
    if (!consultation) throw notFound();
    permit(maySee(by, consultation));
    const { state } = consultation;
    if (state !== 'published') throw notPossibleNow('not-open-for-comments', { stateOf: CONSULTATION.kind, state });
    const keptAt = this.clock.now();
    if (!isOpenAt(consultation, keptAt)) throw notPossibleNow('comments-closed', { state });
    const draft = Object.assign(new CommentDraft(), { accountId, consultationId, ...saidIn(wanted), keptAt });
    const isKept = await this.unitOfWork.run(() => this.drafts.put(draft));
    if (!isKept) throw invalidAt('/provisionId', 'not-found');
  }

  /** Lets go of what the caller keeps here; false where it was nothing. */
  discard(consultationId: string, by: Actor): Promise<boolean> {
    return this.unitOfWork.run(() => this.drafts.remove(by.accountId ?? '', consultationId));
  }
}

function saidIn({ text, language, provisionId, quote, showName, onBehalfOf }: CommentDraftRequest) {
  const meant = { provisionId: provisionId ?? null, quote: quote ?? null };
  return { text, language, ...meant, showName: showName === true, onBehalfOf: onBehalfOfIn(onBehalfOf) };
}
