import { Injectable } from '@nestjs/common';
import {
  ConsultationsQueries,
  DraftsQueries,
  firstVersionFor,
  maySee,
  type DraftResponse,
} from '../consultations/index.js';
import { notFound, permit, type Actor } from '../platform/kernel/index.js';
import { compared, type ComparedProvision } from './comparison.js';
import type { ComparisonQuery } from './comparisons.requests.js';

/** Two versions of a text and what became of each provision. */
export interface Comparison {
  readonly before: DraftResponse;
  readonly after: DraftResponse;
  readonly provisions: readonly ComparedProvision[];
}

/** Compares versions of a text. */
@Injectable()
export class ComparisonsQueries {
  constructor(
    private readonly consultations: ConsultationsQueries,
    private readonly drafts: DraftsQueries,
  ) {}

  /** Throws `not-found` for a text or a version that the reader may not know of. */
  async of(consultationId: string, { from, to }: ComparisonQuery, by: Actor): Promise<Comparison> {
    const facts = await this.consultations.find(consultationId);
    if (!facts) throw notFound();
    permit(maySee(by, facts));
    const first = firstVersionFor(by, facts);
    const [before, after] = await Promise.all([
      this.drafts.draft(consultationId, from ?? first, first),
      this.drafts.draft(consultationId, to ?? facts.currentVersion, first),
    ]);
    return { before, after, provisions: compared(before.provisions, after.provisions) };
  }
}
