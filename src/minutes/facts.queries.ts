import { Injectable } from '@nestjs/common';
import { CouncilsQueries } from '../councils/index.js';
import { MeetingsQueries } from '../meetings/index.js';
import { Statements } from '../platform/database/index.js';
import { notFound, SYSTEM, type LocalizedText } from '../platform/kernel/index.js';
import { RecommendationsQueries } from '../recommendations/index.js';
import { readPowers } from '../rulebook/index.js';
import { factsOf, type MinutesFacts } from './minutes-facts.js';

/** The recorded facts of a meeting that was held, in a constant number of statements. */
@Injectable()
export class FactsQueries {
  constructor(
    private readonly statements: Statements,
    private readonly councils: CouncilsQueries,
    private readonly meetings: MeetingsQueries,
    private readonly recommendations: RecommendationsQueries,
  ) {}

  /** Reads as the public does: a meeting that was held has been announced. */
  async of(meetingId: string): Promise<MinutesFacts> {
    const meeting = await this.meetings.one(meetingId, SYSTEM);
    const council = await this.councils.find(meeting.councilId);
    if (!council) throw notFound();
    const attendance = await this.meetings.attendance(meetingId, SYSTEM);
    const recommendations = await this.recommendations.ofMeeting(meetingId);
    const ids = [...meeting.agenda, ...recommendations].flatMap(({ bodyId }) => (bodyId === null ? [] : [bodyId]));
    const bodies = await this.#bodyNames(ids);
    return factsOf({ meeting, council: council.name, attendance, recommendations, bodies, powers: readPowers() });
  }

  async #bodyNames(ids: readonly string[]): Promise<Map<string, LocalizedText>> {
    const rows = await this.statements.rows<{ id: string; name: LocalizedText }>(
      'body-names',
      'select id, name from bodies where id = any($1::uuid[])',
      [ids],
    );
    return new Map(rows.map(({ id, name }) => [id, name]));
  }
}
