import { Injectable, type OnModuleInit } from '@nestjs/common';
import { newId } from '../database/index.js';
import { FILE_MEBIBYTES, type ArrivedFile } from '../http/index.js';
import { AccountClosing } from '../identity/index.js';
import { Clock, invalid, invalidAt, notFound, Problem, type Actor, type FieldError } from '../kernel/index.js';
import { contentKindOf, mismatchIn } from './content-kind.js';
import { kindOfName, type FileKind } from './file-kind.js';
import { faultOfName } from './file-name.js';
import { FileSights, type Sight } from './file-sights.js';
import { FilesQueries } from './files.queries.js';
import { FilesRepository, type OwnFile } from './files.repository.js';
import type { FileRow } from './files.responses.js';
import { Storage } from './storage.js';
import { StoredFile, type FileUse } from './stored-file.entity.js';

/** Most files of one account that nothing uses: nobody fills the storage with what nobody reads. */
export const MOST_WAITING_FILES = 20;

/** Where the faults of a file are shown: the fields of its name and of its bytes. */
export interface FileFields {
  readonly name: string;
  readonly bytes: string;
}

/** A file whose bytes are checked and lie in the storage; nobody has it yet. */
export interface Brought {
  readonly hash: string;
  readonly size: number;
  readonly kind: FileKind;
  readonly name: string;
  readonly accountId: string;
}

/** A file with who may see it. */
export interface SeenFile {
  readonly file: FileRow;
  readonly sight: Exclude<Sight, 'hidden'>;
}

/** The verbs of a file: it is brought, registered, taken into use. */
@Injectable()
export class Files implements OnModuleInit {
  constructor(
    private readonly files: FilesRepository,
    private readonly queries: FilesQueries,
    private readonly storage: Storage,
    private readonly sights: FileSights,
    private readonly clock: Clock,
    private readonly closing: AccountClosing,
  ) {}

  onModuleInit(): void {
    this.closing.register((accountId) => this.files.forgetUnused(accountId));
  }

  /** Checks a file, stores it and registers it for its owner. Refuses it as `bring` does. */
  async keep(arrived: ArrivedFile, by: Actor, at: FileFields): Promise<FileRow> {
    return this.register(await this.bring(arrived, by, at));
  }

  /**
   * Checks a file that arrived and puts its bytes into the storage. Throws `invalid` at its fields for a name, an ending, a
   * type or bytes that are not taken, `too-large`, and `too-many` when the account has too many files that nothing uses.
   */
  async bring(arrived: ArrivedFile, by: Actor, at: FileFields): Promise<Brought> {
    if (by.accountId === null) throw new Problem('sign-in-required');
    const kind = await kindOf(arrived, at);
    if ((await this.files.waitingOf(by.accountId)) >= MOST_WAITING_FILES) {
      throw new Problem('too-many', { code: 'files-waiting', params: { max: MOST_WAITING_FILES } });
    }
    const { hash, size, name, path } = arrived;
    // The row first: what lies in the storage is always known of, also when this process ends in the next moment.
    await this.files.bring(hash, size, this.clock.now());
    if (!(await this.storage.has(hash))) await this.storage.put(hash, path, size);
    return { hash, size, kind, name, accountId: by.accountId };
  }

  /** Makes a file of what was brought: its owner's alone until something uses it. */
  async register({ hash, size, kind, name, accountId }: Brought): Promise<FileRow> {
    const row = { id: newId(), hash, kind, name, accountId, uploadedAt: this.clock.now(), usedAs: null };
    await this.files.insert(Object.assign(new StoredFile(), row));
    return { ...row, size };
  }

  /**
   * Takes files of the caller into use, inside the caller's act, each of them for the first time. Throws `invalid` at
   * `<pointer>/<place>` for one that is not there, not his, or used already.
   */
  async take(ids: readonly string[], as: FileUse, by: Actor, pointer: string): Promise<OwnFile[]> {
    const own = await this.files.lockOwn(ids, by.accountId ?? '');
    const faults = ids.flatMap((id, at): FieldError[] => {
      const file = own.find((one) => one.id === id.toLowerCase());
      if (!file) return [{ pointer: `${pointer}/${at}`, code: 'not-found' }];
      const isTwice = ids.findIndex((other) => other.toLowerCase() === id.toLowerCase()) !== at;
      return file.usedAs !== null || isTwice ? [{ pointer: `${pointer}/${at}`, code: 'file-used' }] : [];
    });
    if (faults.length > 0) throw invalid(...faults);
    await this.files.use(ids, as);
    return own;
  }

  /** Lets go of a file that was in use: it is swept like one that nothing ever used. Inside the caller's act. */
  letGo(id: string): Promise<void> {
    return this.files.use([id], null);
  }

  /** The file as far as the caller may see it. Throws `not-found`. */
  async seen(id: string, by: Actor): Promise<SeenFile> {
    const file = await this.queries.find(id);
    if (!file) throw notFound();
    const sight = await this.sights.of(file, by);
    if (sight === 'hidden') throw notFound();
    return { file, sight };
  }
}

/** The kind of a file that is taken. */
async function kindOf(arrived: ArrivedFile, at: FileFields): Promise<FileKind> {
  const { name, size, path, declaredType, isTooLarge } = arrived;
  const nameFault = faultOfName(name);
  if (nameFault) throw invalid({ pointer: at.name, ...nameFault });
  if (isTooLarge) throw new Problem('too-large', { code: 'file-too-large', params: { max: FILE_MEBIBYTES } });
  if (size === 0) throw invalidAt(at.bytes, 'file-empty');
  const mismatch = mismatchIn(await contentKindOf(path, size), name, declaredType);
  const kind = kindOfName(name);
  if (mismatch || !kind) throw invalid({ pointer: at.bytes, code: 'file-broken', ...mismatch });
  return kind;
}
