import { Injectable } from '@nestjs/common';
import type { CommentState } from '../../comments/index.js';
import { Statements } from '../../platform/database/index.js';
import { keysOf, pageOf, type Language, type Page } from '../../platform/kernel/index.js';

/** A comment as the officers of its body see it in a list. */
export interface DeskComment {
  readonly id: string;
  readonly number: number;
  readonly state: CommentState;
  readonly language: Language;
  /** The beginning of its text; null once withdrawn. */
  readonly text: string | null;
  readonly isConcealed: boolean;
  /** How many files are to be read with the words. */
  readonly fileCount: number;
  readonly acceptedAt: Date;
}

const SHOWN = 50;
const CHARACTERS = 200;

/** All comments of a discussion for its officers, hidden ones too. */
@Injectable()
export class DeskCommentsQueries {
  constructor(private readonly statements: Statements) {}

  /** In the order of acceptance. */
  async list(consultationId: string, after?: string): Promise<Page<DeskComment>> {
    const [number] = keysOf(after, ['count']) ?? [0];
    const rows = await this.statements.rows<DeskComment & Record<string, unknown>>(
      'portal-desk-comments',
      `select id, number, state, language, case when state <> 'withdrawn' then left(text, ${CHARACTERS}) end as text,
         concealment is not null as "isConcealed", accepted_at as "acceptedAt",
         case when state <> 'withdrawn' then files else 0 end as "fileCount"
       from comments where consultation_id = $1 and number > $2::int order by number limit ${SHOWN + 1}`,
      [consultationId, number],
    );
    return pageOf(
      rows,
      SHOWN,
      (row) => [row.number],
      (row) => row,
    );
  }
}
