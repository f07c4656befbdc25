import { Injectable } from '@nestjs/common';
import { Statements } from '../platform/database/index.js';
import { versioned } from '../platform/http/index.js';
import {
  ANONYMOUS,
  Clock,
  notFound,
  permit,
  type Actor,
  type LocalDate,
  type LocalizedText,
} from '../platform/kernel/index.js';
import { FactsQueries } from './facts.queries.js';
import type { MinutesFacts } from './minutes-facts.js';
import { minutesText } from './minutes-text.js';
import { minutesBreaches } from './minutes.deadlines.js';
import { isPublicEdition, minutesMoves, type MinutesState } from './minutes.lifecycle.js';
import { maySeeMinutes, mayWriteMinutes } from './minutes.policy.js';
import type { MinutesEditionResponse, MinutesResponse, ParagraphsResponse } from './minutes.responses.js';

interface MinutesRead extends Record<string, unknown> {
  readonly id: string;
  readonly rowVersion: number;
  readonly meetingId: string;
  readonly councilId: string;
  readonly edition: number;
  readonly state: MinutesState;
  readonly reason: LocalizedText | null;
  readonly notes: LocalizedText | null;
  readonly facts: MinutesFacts | null;
  readonly text: ParagraphsResponse | null;
  readonly signDueOn: LocalDate | null;
  readonly circulatedOn: LocalDate | null;
  readonly signedOn: LocalDate | null;
  readonly chairSignatory: string | null;
  readonly scan: string | null;
  readonly publishDueOn: LocalDate | null;
  readonly publishedOn: LocalDate | null;
  readonly supersededOn: LocalDate | null;
}

interface EditionRead extends Record<string, unknown> {
  readonly id: string;
  readonly councilId: string;
  readonly edition: number;
  readonly state: MinutesState;
  readonly reason: LocalizedText | null;
  readonly publishedOn: LocalDate | null;
}

const MINUTES = `x.id, x.version as "rowVersion", x.meeting_id as "meetingId", m.council_id as "councilId", x.edition,
  x.state, x.reason, x.notes, x.facts, x.text, x.sign_due_on as "signDueOn", x.circulated_on as "circulatedOn",
  x.signed_on as "signedOn", x.chair_signatory_id as "chairSignatory", x.scan, x.publish_due_on as "publishDueOn",
  x.published_on as "publishedOn", x.superseded_on as "supersededOn"`;

/** Reads of minutes: published editions for everyone, the others for the council's secretary and members. */
@Injectable()
export class MinutesQueries {
  constructor(
    private readonly statements: Statements,
    private readonly facts: FactsQueries,
    private readonly clock: Clock,
  ) {}

  /** The wanted edition, else the latest the caller may read (the one in force for the public). Throws `not-found`. */
  async ofMeeting(meetingId: string, by: Actor, wanted?: number): Promise<MinutesResponse> {
    const editions = await this.#readable(meetingId, by);
    const chosen = wanted ? editions.find(({ edition }) => edition === wanted) : editions.at(-1);
    if (!chosen) throw notFound();
    return this.#shape(await this.#row(chosen.id), editions, by);
  }

  /** The edition that is in force for everyone; undefined while none is published. */
  async inForce(meetingId: string): Promise<MinutesResponse | undefined> {
    const editions = await this.#readable(meetingId, ANONYMOUS);
    const latest = editions.at(-1);
    return latest && this.#shape(await this.#row(latest.id), editions, ANONYMOUS);
  }

  /** One edition by its own id. Throws `not-found`. */
  async one(id: string, by: Actor): Promise<MinutesResponse> {
    const row = await this.#row(id);
    permit(maySeeMinutes(by, { councilId: row.councilId, isPublic: isPublicEdition(row.state) }));
    return this.#shape(row, await this.#readable(row.meetingId, by), by);
  }

  /** Editions the caller may read, the first one first. */
  async #readable(meetingId: string, by: Actor): Promise<EditionRead[]> {
    const rows = await this.statements.rows<EditionRead>(
      'minutes-editions',
      `select x.id, m.council_id as "councilId", x.edition, x.state, x.reason, x.published_on as "publishedOn"
       from minutes x join meetings m on m.id = x.meeting_id where x.meeting_id = $1 order by x.edition`,
      [meetingId],
    );
    return rows.filter(
      ({ councilId, state }) => maySeeMinutes(by, { councilId, isPublic: isPublicEdition(state) }) === 'allowed',
    );
  }

  async #row(id: string): Promise<MinutesRead> {
    const sql = `select ${MINUTES} from minutes x join meetings m on m.id = x.meeting_id where x.id = $1`;
    const row = await this.statements.row<MinutesRead>('minutes', sql, [id]);
    if (!row) throw notFound();
    return row;
  }

  async #shape(row: MinutesRead, editions: readonly EditionRead[], by: Actor): Promise<MinutesResponse> {
    const { id, meetingId, edition, state, reason, notes, circulatedOn, signedOn, chairSignatory, scan } = row;
    const { publishedOn, supersededOn } = row;
    const facts = row.facts ?? (await this.facts.of(meetingId));
    const response: MinutesResponse = {
      ...{ id, meetingId, version: edition, state, reason, notes, facts },
      text: row.text ?? minutesText(facts, row),
      ...{ circulatedOn, signedOn, chairSignatory, scan, publishedOn, supersededOn },
      breaches: minutesBreaches(row, this.clock.today()),
      versions: editions.map(editionOf),
    };
    if (by.kind === 'anonymous') return versioned(response, row.rowVersion);
    return versioned(Object.assign(response, { moves: movesOf(row, editions, by) }), row.rowVersion);
  }
}

function movesOf({ councilId, state, edition }: MinutesRead, editions: readonly EditionRead[], by: Actor): string[] {
  const isLast = editions.at(-1)?.edition === edition;
  const may = mayWriteMinutes(by, { councilId, isPublic: true }) === 'allowed';
  return may && isLast ? minutesMoves(state) : [];
}

function editionOf({ edition, state, reason, publishedOn }: EditionRead): MinutesEditionResponse {
  return { version: edition, state, reason, publishedOn };
}
