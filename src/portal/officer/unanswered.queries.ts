import { Injectable } from '@nestjs/common';
import { Statements } from '../../platform/database/index.js';
import type { Language } from '../../platform/kernel/index.js';

/** A comment that waits for its answer, as the list shows it. */
export interface UnansweredComment {
  readonly id: string;
  readonly number: number;
  readonly language: Language;
  /** The beginning of its text. */
  readonly text: string;
  readonly acceptedAt: Date;
}

const SHOWN = 50;
const CHARACTERS = 200;

/** Comments that wait for an answer. */
@Injectable()
export class UnansweredQueries {
  constructor(private readonly statements: Statements) {}

  /** How many wait in a consultation. */
  async count(consultationId: string): Promise<number> {
    const row = await this.statements.row<{ count: number }>(
      'portal-unanswered-count',
      `select count(*)::int as count from comments where consultation_id = $1 and state = 'accepted'`,
      [consultationId],
    );
    return row?.count ?? 0;
  }

  /** The first of them, in the order of acceptance. */
  first(consultationId: string): Promise<UnansweredComment[]> {
    return this.statements.rows<UnansweredComment & Record<string, unknown>>(
      'portal-unanswered',
      `select id, number, language, left(text, ${CHARACTERS}) as text, accepted_at as "acceptedAt" from comments
       where consultation_id = $1 and state = 'accepted' order by number limit ${SHOWN}`,
      [consultationId],
    );
  }

  /** Id of the next one behind a number, else of the first one; undefined when none waits. */
  async after(consultationId: string, number: number): Promise<string | undefined> {
    const row = await this.statements.row<{ id: string }>(
      'portal-unanswered-next',
      `select id from comments where consultation_id = $1 and state = 'accepted'
       order by (number > $2) desc, number limit 1`,
      [consultationId, number],
    );
    return row?.id;
  }
}
