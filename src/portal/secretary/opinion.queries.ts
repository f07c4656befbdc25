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

/** A draft on which a council may give its opinion. */
export interface AwaitingDraft {
  readonly id: string;
  readonly title: LocalizedText;
}

/** More than one council has to do with at a time. */
const MOST = 50;

/** Of which drafts a council was notified, and what it decided on one. */
@Injectable()
export class OpinionDeskQueries {
  constructor(private readonly statements: Statements) {}

  /** The carried items of a council about a draft, the latest first. */
  decidedItems(councilId: string, consultationId: string): Promise<DecidedItem[]> {
    return this.statements.rows<DecidedItem & Record<string, unknown>>(
      'portal-decided-items',
      `select i.id, i.title, m.number, m.starts_at as "startsAt"
       from agenda_items i join meetings m on m.id = i.meeting_id
       where m.council_id = $1 and i.consultation_id = $2 and i.outcome = 'carried' and m.state in ('open', 'closed')
       order by m.starts_at desc, i.position limit ${MOST}`,
      [councilId, consultationId],
    );
  }

  /** Drafts of which a council was notified and has not given its opinion, the latest first. */
  awaitingDrafts(councilId: string): Promise<AwaitingDraft[]> {
    return this.statements.rows<AwaitingDraft & Record<string, unknown>>(
      'portal-awaiting-drafts',
      `select c.id, c.title from consultation_councils n join consultations c on c.id = n.consultation_id
       where n.council_id = $1 and n.notified_on is not null and c.state in ('published', 'reported')
         and not exists (
           select from opinions o where o.consultation_id = n.consultation_id and o.council_id = n.council_id)
       order by n.notified_on desc, c.id desc limit ${MOST}`,
      [councilId],
    );
  }
}
