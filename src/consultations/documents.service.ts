import { Injectable, type OnModuleInit } from '@nestjs/common';
import { newId, UnitOfWork } from '../platform/database/index.js';
import { Files, FileSights } from '../platform/files/index.js';
import { Journal } from '../platform/journal/index.js';
import { Clock, conflict, invalidAt, notPossibleNow, permit, type Actor } from '../platform/kernel/index.js';
import type { Consultation } from './consultation.entity.js';
import { CONSULTATION } from './consultation.lifecycle.js';
import { mayAct, maySee } from './consultation.policy.js';
import { documentAdded, documentRemoved } from './consultations.events.js';
import { ConsultationsRepository } from './consultations.repository.js';
import { ConsultationDocument } from './document.entity.js';
import { DocumentsQueries } from './documents.queries.js';
import { DocumentsRepository, type KnownDocument } from './documents.repository.js';
import type { DocumentRequest } from './documents.requests.js';

/** Most documents of one consultation, those that were replaced among them. */
export const MOST_DOCUMENTS = 50;

/** Documents that a body puts to its draft. From publication on they are added or replaced, never taken away. */
@Injectable()
export class Documents implements OnModuleInit {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly consultations: ConsultationsRepository,
    private readonly documents: DocumentsRepository,
    private readonly queries: DocumentsQueries,
    private readonly files: Files,
    private readonly sights: FileSights,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.sights.register('document', (fileId, by) => this.queries.sight(fileId, by));
  }

  /**
   * Puts a document to the draft, or another in the place of one; gives its id. Throws `not-possible-now` once the
   * discussion is reported on or withdrawn, `invalid` for a file that is not the caller's or used already.
   */
  add(consultationId: string, wanted: DocumentRequest, by: Actor): Promise<string> {
    return this.unitOfWork.run(async () => {
      const consultation = await this.consultations.lock(consultationId);
      permit(mayAct(by, 'consultation.prepare', consultation));
      refuseFinal(consultation);
      const { fileId, kind, title, replacesId = null } = wanted;
      refuseReplacement(replacesId, await this.documents.of(consultation.id));
      const [file] = await this.files.take([fileId], 'document', by, '/fileId').catch(atField);
      const document = Object.assign(new ConsultationDocument(), {
        ...{ id: newId(), version: 1, consultationId: consultation.id, fileId, kind, title, replacesId },
        addedAt: this.clock.now(),
      });
      await this.documents.insert(document);
      this.journal.append(documentAdded(consultation, document, file?.hash ?? '', by));
      return document.id;
    });
  }

  /** Takes a document away again while nobody but the body knows of the draft. Throws `not-possible-now` after that. */
  async remove(id: string, by: Actor, expected?: number): Promise<void> {
    await this.unitOfWork.run(async () => {
      const { consultationId } = await this.queries.one(id);
      const consultation = await this.consultations.lock(consultationId);
      permit(maySee(by, consultation));
      permit(mayAct(by, 'consultation.prepare', consultation));
      const document = await this.documents.lock(id, expected);
      const { state, publishedOn } = consultation;
      if (publishedOn !== null) throw notPossibleNow('document-published', { state, possible: [] });
      const known = await this.documents.of(consultationId);
      if (known.find((one) => one.id === document.id)?.isReplaced === true) throw conflict('document-replaced');
      await this.documents.remove(id);
      await this.files.letGo(document.fileId);
      this.journal.append(documentRemoved(consultation, document, by));
    });
  }
}

function refuseFinal({ state }: Consultation): void {
  if (state === 'draft' || state === 'published') return;
  throw notPossibleNow('documents-are-final', { state, possible: CONSULTATION.possible(state) });
}

function refuseReplacement(replacesId: string | null, known: readonly KnownDocument[]): void {
  if (known.length >= MOST_DOCUMENTS) throw conflict('documents-too-many', { params: { max: MOST_DOCUMENTS } });
  if (replacesId === null) return;
  const replaced = known.find(({ id }) => id === replacesId.toLowerCase());
  if (!replaced) throw invalidAt('/replacesId', 'not-found');
  if (replaced.isReplaced) throw conflict('document-replaced');
}

/** One file is a field of its own, not a place in a list. */
function atField(error: unknown): never {
  const [fault] = (error as { parts?: { errors?: { code: string }[] } }).parts?.errors ?? [];
  throw fault ? invalidAt('/fileId', fault.code) : error;
}
