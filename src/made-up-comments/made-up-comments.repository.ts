import { Injectable } from '@nestjs/common';
import { newId, Statements } from '../platform/database/index.js';
import type { LocalDate } from '../platform/kernel/index.js';

/** Somebody who writes comments that are made up. */
export interface MadeUpPerson {
  readonly id: string;
  readonly name: string;
}

/** What made-up comments rest on. */
@Injectable()
export class MadeUpCommentsRepository {
  constructor(private readonly statements: Statements) {}

  /** The open consultation that closes last. */
  async openConsultation(today: LocalDate): Promise<string | undefined> {
    const row = await this.statements.row<{ id: string }>(
      'made-up-consultation',
      `select id from consultations where state = 'published' and closes_on >= $1 order by closes_on desc, id limit 1`,
      [today],
    );
    return row?.id;
  }

  /** Provisions of the text that is discussed now. */
  async provisions(consultationId: string): Promise<string[]> {
    const rows = await this.statements.rows<{ id: string }>(
      'made-up-provisions',
      `select provision_id as id from provision_texts t join provisions p on p.id = t.provision_id
         join consultations c on c.id = p.consultation_id and c.current_version = t.version
       where c.id = $1 order by t.position`,
      [consultationId],
    );
    return rows.map(({ id }) => id);
  }

  /** How many comments a consultation has. */
  async commentsIn(consultationId: string): Promise<number> {
    const row = await this.statements.row<{ comments: number }>(
      'made-up-comments-in',
      'select comments from comment_counters where consultation_id = $1',
      [consultationId],
    );
    return row?.comments ?? 0;
  }

  /** So many people, those of an earlier time first. They have no password: nobody can sign in as one of them. */
  async people(count: number, now: Date): Promise<MadeUpPerson[]> {
    const numbers = Array.from({ length: count }, (_, at) => at + 1);
    const values = [numbers.map(() => newId()), numbers, now];
    await this.statements.rows(
      'made-up-people',
      `insert into accounts (id, version, email, display_name, language, created_at, confirmed_at)
       select id, 1, 'made-up-' || n || '@kenes.example', 'Made up ' || n, 'kk', $3, $3
       from unnest($1::uuid[], $2::int[]) p (id, n) on conflict (email) do nothing`,
      values,
    );
    return this.statements.rows<MadeUpPerson & Record<string, unknown>>(
      'made-up-people-read',
      `select a.id, a.display_name as name from unnest($1::int[]) with ordinality p (n, at)
         join accounts a on a.email = 'made-up-' || n || '@kenes.example' order by at`,
      [numbers],
    );
  }
}
