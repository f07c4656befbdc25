import { Injectable } from '@nestjs/common';
import { Statements } from '../database/index.js';
import type { FileRow } from './files.responses.js';

/** SQL: what `FileRow` is made of, from a file `f` with its content `n`. */
export const FILE_COLUMNS = `f.id, f.name, f.kind, f.hash, n.size, f.account_id as "accountId",
  f.uploaded_at as "uploadedAt", f.used_as as "usedAs"`;

/** Reads of files. Who may see one is asked elsewhere. */
@Injectable()
export class FilesQueries {
  constructor(private readonly statements: Statements) {}

  find(id: string): Promise<FileRow | undefined> {
    return this.statements.row<FileRow & Record<string, unknown>>(
      'file',
      `select ${FILE_COLUMNS} from files f join file_contents n using (hash) where f.id = $1`,
      [id],
    );
  }

  /** Files of an account that nothing uses yet, of those that are asked for, in the order asked. */
  async unusedOf(accountId: string, ids: readonly string[]): Promise<FileRow[]> {
    if (ids.length === 0) return [];
    return this.statements.rows<FileRow & Record<string, unknown>>(
      'files-unused-of',
      `select ${FILE_COLUMNS} from files f join file_contents n using (hash)
       where f.id = any($1::uuid[]) and f.account_id = $2 and f.used_as is null
       order by array_position($1::uuid[], f.id)`,
      [ids, accountId],
    );
  }

  /** All that a person uploaded and that is still there, for himself alone; the first comes first. */
  async everythingOf(accountId: string): Promise<readonly Readonly<Record<string, unknown>>[]> {
    const row = await this.statements.row<{ files: Readonly<Record<string, unknown>>[] }>(
      'files-of-person',
      `select coalesce(json_agg(json_build_object('id', f.id, 'name', f.name, 'kind', f.kind, 'size', n.size,
          'hash', f.hash, 'uploadedAt', f.uploaded_at, 'usedAs', f.used_as) order by f.uploaded_at, f.id), '[]') as files
        from files f join file_contents n using (hash) where f.account_id = $1`,
      [accountId],
    );
    return row?.files ?? [];
  }
}
