import { Injectable } from '@nestjs/common';
import { Statements } from '../platform/database/index.js';
import { FILE_COLUMNS, fileResponse, type FileResponse, type FileRow, type Sight } from '../platform/files/index.js';
import { notFound, type Actor } from '../platform/kernel/index.js';
import { mayReadWords } from './comment.policy.js';
import type { CommentState } from './comment.lifecycle.js';
import { OPEN_WORDS } from './open-words.js';

/** What decides who may have the files of a comment: the same as of its words. */
interface Words {
  readonly state: CommentState;
  readonly isConcealed: boolean;
  readonly accountId: string | null;
  readonly bodyId: string;
}

const WORDS = `c.state, c.concealment is not null as "isConcealed", c.account_id as "accountId", d.body_id as "bodyId"`;
const FILES = `select t.comment_id as "commentId", ${FILE_COLUMNS}
  from comment_files t join files f on f.id = t.file_id join file_contents n using (hash)`;

/** SQL: JSON of the files of a comment `c` that everyone may have, in their author's order; null where there are none. */
export const OPEN_FILES = `case when ${OPEN_WORDS} then (select json_agg(json_build_object('id', f.id, 'name', f.name,
  'size', n.size, 'sha256', f.hash) order by t.position) from comment_files t join files f on f.id = t.file_id
  join file_contents n using (hash) where t.comment_id = c.id) end`;

type Row = FileRow & { readonly commentId: string };

/** Files of comments, by the ids of the comments. */
export type FilesOfComments = ReadonlyMap<string, readonly FileResponse[]>;

/** Reads of the files of comments. */
@Injectable()
export class CommentFilesQueries {
  constructor(private readonly statements: Statements) {}

  /** The files of a comment as far as the caller may read its words. Throws `not-found`. */
  async of(commentId: string, by: Actor): Promise<FileResponse[]> {
    const words = await this.statements.row<Words & Record<string, unknown>>(
      'comment-words',
      `select ${WORDS} from comments c join consultations d on d.id = c.consultation_id where c.id = $1`,
      [commentId],
    );
    if (!words) throw notFound();
    if (sightOf(words, by) === 'hidden') return [];
    return (await this.#rows([commentId])).map(fileResponse);
  }

  /** The files of comments whose words the caller has; nothing is said of who may see them. */
  async ofRead(comments: readonly { readonly id: string; readonly fileCount: number }[]): Promise<FilesOfComments> {
    const ids = comments.filter(({ fileCount }) => fileCount > 0).map(({ id }) => id);
    const found = new Map<string, FileResponse[]>();
    for (const row of ids.length === 0 ? [] : await this.#rows(ids)) {
      found.set(row.commentId, [...(found.get(row.commentId) ?? []), fileResponse(row)]);
    }
    return found;
  }

  /** Who sees a file of a comment: whoever may read its words. */
  async sight(fileId: string, by: Actor): Promise<Sight> {
    const words = await this.statements.row<Words & Record<string, unknown>>(
      'comment-file-words',
      `select ${WORDS} from comment_files t join comments c on c.id = t.comment_id
         join consultations d on d.id = c.consultation_id where t.file_id = $1`,
      [fileId],
    );
    return words ? sightOf(words, by) : 'hidden';
  }

  #rows(ids: readonly string[]): Promise<Row[]> {
    return this.statements.rows<Row & Record<string, unknown>>(
      'comments-files',
      `${FILES} where t.comment_id = any($1::uuid[]) order by t.comment_id, t.position`,
      [ids],
    );
  }
}

function sightOf(words: Words, by: Actor): Sight {
  if (words.state !== 'withdrawn' && !words.isConcealed) return 'open';
  return mayReadWords(by, words) ? 'private' : 'hidden';
}
