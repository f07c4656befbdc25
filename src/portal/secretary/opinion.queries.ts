import { Injectable } from '@nestjs/common';
import { Statements } from '../../platform/database/index.js';
import type { LocalizedText } from '../../platform/kernel/index.js';

/** A carried agenda item on which an opinion may rest. */
export interface DecidedItem {
  readonly id: string;
  readonly title: LocalizedText;
  /** Of the meeting. */
  readonly number: number;
  readonly startsAt: Date;
}

/** More than one council decides on one draft. */
const MOST = 50;

/** What a council decided on a draft. */
@Injectable()
export class DecidedItemsQueries {
  constructor(private readonly statements: Statements) {}

  /** The carried items of a council about a draft, the latest first. */
  of(councilId: string, consultationId: string): Promise<DecidedItem[]> {
    return this.statements.rows<DecidedItem & Record<string, unknown>>(
      'portal-decided-items',
      `select i.id, i.title, m.number, m.starts_at as "startsAt"
       from agenda_items i join meetings m on m.id = i.meeting_id
       where m.council_id = $1 and i.consultation_id = $2 and i.outcome = 'carried' and m.state in ('open', 'closed')
       order by m.starts_at desc, i.position limit ${MOST}`,
      [councilId, consultationId],
    );
  }
}
