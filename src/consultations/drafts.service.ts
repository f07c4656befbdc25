import { Injectable } from '@nestjs/common';
import { newId, UnitOfWork } from '../platform/database/index.js';
import { Journal } from '../platform/journal/index.js';
import { Clock, notPossibleNow, permit, type Actor } from '../platform/kernel/index.js';
import { comparativeRows, type ComparativeRow } from './comparative-table.js';
import { Consultation } from './consultation.entity.js';
import { CONSULTATION } from './consultation.lifecycle.js';
import { mayAct } from './consultation.policy.js';
import { comparativeTableSet, versionMade } from './consultations.events.js';
import { ConsultationsRepository } from './consultations.repository.js';
import { DraftVersion } from './draft-version.entity.js';
import { placed } from './draft-text.js';
import { DraftsRepository } from './drafts.repository.js';
import type { ComparativeTableRequest, VersionRequest } from './drafts.requests.js';

/** Numbered versions of the text; a provision that is named by its id stays the same provision. */
@Injectable()
export class Drafts {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly consultations: ConsultationsRepository,
    private readonly drafts: DraftsRepository,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /** Makes the next version, before publication or during the discussion; gives its id. */
  make(id: string, wanted: VersionRequest, by: Actor, expected?: number): Promise<string> {
    return this.unitOfWork.run(async () => {
      const consultation = await this.consultations.lock(id, expected);
      permit(mayAct(by, 'consultation.prepare', consultation));
      const { state } = consultation;
      if (state !== 'draft' && state !== 'published') {
        throw notPossibleNow('text-is-final', { state, possible: CONSULTATION.possible(state) });
      }
      const version = await this.next(consultation, wanted, by);
      await this.consultations.update(consultation);
      return version;
    });
  }

  /** Writes the next version of a locked consultation, which the caller updates; gives the version's id. */
  next(consultation: Consultation, wanted: VersionRequest, by: Actor): Promise<string> {
    consultation.currentVersion += 1;
    return this.write(consultation, wanted, by);
  }

  /** Writes the current version. Throws `invalid` for provisions of another text. */
  async write(consultation: Consultation, wanted: VersionRequest, by: Actor): Promise<string> {
    const { provisions, note, comparativeTable } = wanted;
    const text = placed(provisions, await this.drafts.provisionIds(consultation.id));
    const version = Object.assign(new DraftVersion(), {
      id: newId(),
      consultationId: consultation.id,
      number: consultation.currentVersion,
      madeAt: this.clock.now(),
      note: note ?? null,
      comparativeTable: comparativeTable
        ? comparativeRows(comparativeTable, text)
        : await this.#earlierComparison(consultation),
    });
    await this.drafts.insert(version, text);
    this.journal.append(versionMade(consultation, provisions.length, by));
    return version.id;
  }

  /** Replaces the comparative table before publication; afterwards it comes with a new version. */
  compare(id: string, { comparativeTable }: ComparativeTableRequest, by: Actor, expected?: number): Promise<void> {
    return this.unitOfWork.run(async () => {
      const consultation = await this.consultations.lock(id, expected);
      permit(mayAct(by, 'consultation.prepare', consultation));
      const { state, currentVersion } = consultation;
      if (state !== 'draft') {
        throw notPossibleNow('comparative-table-public', { state, possible: CONSULTATION.possible(state) });
      }
      const version = await this.drafts.compared(id, currentVersion);
      const rows = comparativeRows(comparativeTable, version?.provisions ?? []);
      await this.drafts.replaceComparison(id, currentVersion, rows);
      await this.consultations.update(consultation);
      this.journal.append(comparativeTableSet(consultation, rows.length, by));
    });
  }

  async #earlierComparison({ id, currentVersion }: Consultation): Promise<ComparativeRow[]> {
    const earlier = await this.drafts.compared(id, currentVersion - 1);
    return earlier?.comparativeTable ?? [];
  }
}
