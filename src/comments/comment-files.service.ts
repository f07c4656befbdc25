import { Injectable, type OnModuleInit } from '@nestjs/common';
import { sqlStateOf, UnitOfWork } from '../platform/database/index.js';
import { Files, FileSights } from '../platform/files/index.js';
import { AccountClosing } from '../platform/identity/index.js';
import { AdmissionRepository } from './admission.repository.js';
import type { Candidate, Judgement } from './admission.js';
import { CommentFilesQueries } from './comment-files.queries.js';
import { CommentFilesRepository } from './comment-files.repository.js';

const TRIES = 3;
const UNIQUE = '23505';

/** What the consultation said no to: the files that were taken for it are free again. */
class NotAccepted extends Error {
  constructor(readonly judgement: Judgement) {
    super(judgement.fate);
  }
}

/**
 * Admits comments that come with files: each in a transaction of its own, beside the batches, so that a comment and its
 * files are stored together or not at all, and one without files pays nothing for them.
 */
@Injectable()
export class CommentFiles implements OnModuleInit {
  constructor(
    private readonly files: Files,
    private readonly sights: FileSights,
    private readonly repository: CommentFilesRepository,
    private readonly queries: CommentFilesQueries,
    private readonly admission: AdmissionRepository,
    private readonly unitOfWork: UnitOfWork,
    private readonly closing: AccountClosing,
  ) {}

  onModuleInit(): void {
    this.sights.register('comment', (fileId, by) => this.queries.sight(fileId, by));
    this.closing.register((accountId) => this.repository.forgetWithdrawn(accountId));
  }

  /**
   * What became of the candidate and its files, once it is durable. Throws `invalid` at `/files/<place>` for one that is
   * not the author's or used already.
   */
  async admit(candidate: Candidate, fileIds: readonly string[]): Promise<Judgement> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.unitOfWork.run(() => this.#admit(candidate, fileIds));
      } catch (error) {
        if (error instanceof NotAccepted) return error.judgement;
        // A batch took the same key or the person's first comment in the same moment: as with two processes.
        if (attempt === TRIES || sqlStateOf(error) !== UNIQUE) throw error;
      }
    }
  }

  async #admit(candidate: Candidate, fileIds: readonly string[]): Promise<Judgement> {
    const taken = await this.files.take(fileIds, 'comment', candidate.by, '/files');
    const hashes = fileIds.map((id) => taken.find((file) => file.id === id.toLowerCase())?.hash ?? '');
    await this.repository.insert(candidate.id, fileIds);
    // The last statement: the journal's lock, which all writers share, is held until the commit.
    const judgement = await this.admission.admitInAct({ ...candidate, fileHashes: hashes });
    if (judgement.fate !== 'accepted') throw new NotAccepted(judgement);
    return judgement;
  }
}
