import { Injectable } from '@nestjs/common';
import {
  ConsultationsQueries,
  DraftsQueries,
  firstVersionFor,
  maySee,
  phaseOn,
  type ConsultationRead,
  type DraftResponse,
} from '../../consultations/index.js';
import { isId } from '../../platform/database/index.js';
import { notPossibleNow, permit } from '../../platform/kernel/index.js';
import type { PageContext } from '../frame/index.js';

/** What is commented: a draft, and the part of it that is meant. */
export interface Subject {
  readonly consultation: ConsultationRead;
  readonly provision: DraftResponse['provisions'][number] | undefined;
}

/** Reads what somebody comments, as far as he may. */
@Injectable()
export class CommentSubjects {
  constructor(
    private readonly consultations: ConsultationsQueries,
    private readonly drafts: DraftsQueries,
  ) {}

  /** What is commented now. Throws `not-possible-now` when the time for it is over. */
  async open(ctx: PageContext, id: string, provisionId: unknown): Promise<Subject> {
    const subject = await this.of(ctx, id, provisionId);
    refuseClosed(ctx, subject.consultation);
    return subject;
  }

  /** The same at any time. */
  async of(ctx: PageContext, id: string, provisionId: unknown): Promise<Subject> {
    const consultation = await this.consultations.one(id);
    permit(maySee(ctx.by, consultation));
    if (!isId(provisionId)) return { consultation, provision: undefined };
    const { currentVersion } = consultation;
    const draft = await this.drafts.draft(id, currentVersion, firstVersionFor(ctx.by, consultation));
    return { consultation, provision: draft.provisions.find((one) => one.id === provisionId.toLowerCase()) };
  }
}

function refuseClosed(ctx: PageContext, consultation: ConsultationRead): void {
  const { state } = consultation;
  if (state !== 'published') throw notPossibleNow('not-open-for-comments', { state, params: { state } });
  if (phaseOn(consultation, ctx.today) !== 'commenting') throw notPossibleNow('comments-closed', { state });
}
