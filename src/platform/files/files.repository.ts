import { Injectable } from '@nestjs/common';
import { Rows, Statements, UnitOfWork } from '../database/index.js';
import { StoredFile, type FileUse } from './stored-file.entity.js';

/** Most rows removed by one statement. */
export const SWEPT_AT_ONCE = 100;

/** A file that its owner wants to use. */
export interface OwnFile {
  readonly id: string;
  readonly hash: string;
  readonly usedAs: FileUse | null;
}

/** Files and contents for change. */
@Injectable()
export class FilesRepository {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly rows: Rows,
    private readonly statements: Statements,
  ) {}

  /** Says that these bytes are about to lie in the storage: from now on they are not swept for a day. */
  async bring(hash: string, size: number, at: Date): Promise<void> {
    await this.statements.rows(
      'file-content-bring',
      `insert into file_contents as c (hash, size, brought_at) values ($1, $2, $3)
       on conflict (hash) do update set brought_at = greatest(c.brought_at, excluded.brought_at)`,
      [hash, size, at],
    );
  }

  async insert(file: StoredFile): Promise<void> {
    await this.unitOfWork.run(() => this.rows.insert(StoredFile, file));
  }

  /** How many files of an account nothing uses. */
  async waitingOf(accountId: string): Promise<number> {
    const row = await this.statements.row<{ n: number }>(
      'files-waiting',
      'select count(*)::int as n from files where account_id = $1 and used_as is null',
      [accountId],
    );
    return row?.n ?? 0;
  }

  /** Those of these files that belong to the account, locked for this act. */
  lockOwn(ids: readonly string[], accountId: string): Promise<OwnFile[]> {
    return this.statements.rows<OwnFile & Record<string, unknown>>(
      'files-lock-own',
      `select id, hash, used_as as "usedAs" from files where id = any($1::uuid[]) and account_id = $2
       order by id for update`,
      [ids, accountId],
    );
  }

  /** What the files are from now on; null leaves them to the sweeping. */
  async use(ids: readonly string[], as: FileUse | null): Promise<void> {
    await this.statements.rows('files-use', 'update files set used_as = $2 where id = any($1::uuid[])', [ids, as]);
  }

  /** Removes what an account uploaded and nothing uses; the bytes follow by the sweeping. */
  async forgetUnused(accountId: string): Promise<void> {
    const sql = 'delete from files where account_id = $1 and used_as is null';
    await this.statements.rows('files-forget-unused', sql, [accountId]);
  }

  /** Removes some files that nothing uses and that are older than this; gives how many. */
  async sweepUnused(before: Date): Promise<number> {
    const rows = await this.statements.rows(
      'files-sweep',
      `delete from files where id in (select id from files where used_as is null and uploaded_at < $1
         order by uploaded_at limit ${SWEPT_AT_ONCE} for update skip locked) returning true`,
      [before],
    );
    return rows.length;
  }

  /** Bytes that no file has and that nobody brought since, locked for this act until they are removed. */
  async lockUnused(before: Date): Promise<string[]> {
    const rows = await this.statements.rows<{ hash: string }>(
      'file-contents-unused',
      `select c.hash from file_contents c
       where c.brought_at < $1 and not exists (select from files f where f.hash = c.hash)
       order by c.brought_at limit ${SWEPT_AT_ONCE} for update skip locked`,
      [before],
    );
    return rows.map(({ hash }) => hash);
  }

  async removeContents(hashes: readonly string[]): Promise<void> {
    await this.statements.rows('file-contents-remove', 'delete from file_contents where hash = any($1)', [hashes]);
  }
}
