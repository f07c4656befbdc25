import { Injectable } from '@nestjs/common';
import { ConsultationsQueries, maySee } from '../consultations/index.js';
import { type Cursor, Cursors } from '../platform/database/index.js';
import { ANONYMOUS, Clock, permit } from '../platform/kernel/index.js';
import { NOTICES, noticeResponse, type NoticeRead } from './notices.queries.js';
import { OPINIONS, opinionResponse, type OpinionRead } from './opinions.queries.js';

/** Rows under way, and how each becomes a JSON text. Whoever has it closes the cursor. */
export interface OpinionLines<R extends Record<string, unknown>> {
  readonly cursor: Cursor<R>;
  line(row: R): string;
}

/** Reads of all opinions on one draft at one moment, as they stand today: each line is as in the API. */
@Injectable()
export class OpinionLinesQueries {
  constructor(
    private readonly cursors: Cursors,
    private readonly consultations: ConsultationsQueries,
    private readonly clock: Clock,
  ) {}

  /** In the order of their entry. Throws `not-found`, and `unavailable` when too many read like this. */
  async opinions(consultationId: string): Promise<OpinionLines<OpinionRead>> {
    await this.#refuseUnknown(consultationId);
    const today = this.clock.today();
    const cursor = await this.cursors.open<OpinionRead>(OPINIONS, [consultationId]);
    return { cursor, line: (row) => JSON.stringify(opinionResponse(row, today)) };
  }

  /** Notified councils with where they stand; throws as `opinions` does. */
  async notices(consultationId: string): Promise<OpinionLines<NoticeRead>> {
    await this.#refuseUnknown(consultationId);
    const today = this.clock.today();
    const cursor = await this.cursors.open<NoticeRead>(NOTICES, [consultationId]);
    return { cursor, line: (row) => JSON.stringify(noticeResponse(row, today)) };
  }

  async #refuseUnknown(consultationId: string): Promise<void> {
    permit(maySee(ANONYMOUS, await this.consultations.one(consultationId)));
  }
}
