import { Body, Controller, Get, Post, Put, Query } from '@nestjs/common';
import { By, Id, IfMatch, May, Public, RepeatedBy } from '../platform/http/index.js';
import type { Actor } from '../platform/kernel/index.js';
import { MinutesQueries } from './minutes.queries.js';
import { MinutesCorrectionRequest, MinutesQuery, MinutesRequest, MinutesSignatureRequest } from './minutes.requests.js';
import { MinutesResponse } from './minutes.responses.js';
import { MinutesService } from './minutes.service.js';

/** Minutes of meetings, edition by edition. */
@Controller('meetings/:id/minutes')
export class MinutesController {
  constructor(
    private readonly minutes: MinutesService,
    private readonly queries: MinutesQueries,
  ) {}

  /** The minutes in force, or an earlier edition; before the publication for the council only. */
  @Get()
  @Public()
  read(@Id() meetingId: string, @Query() { version }: MinutesQuery, @By() by: Actor): Promise<MinutesResponse> {
    return this.queries.ofMeeting(meetingId, by, version);
  }

  /** Begins the draft from what is recorded, or changes its notes; what was circulated becomes a draft again. */
  @Put()
  @May('minutes.write')
  async draft(
    @Id() meetingId: string,
    @Body() { notes }: MinutesRequest,
    @By() by: Actor,
    @IfMatch() expected?: number,
  ): Promise<MinutesResponse> {
    await this.minutes.draft(meetingId, notes, by, expected);
    return this.queries.ofMeeting(meetingId, by);
  }

  /** Sends the draft to the members, with facts and text as they stand now. */
  @Put('circulation')
  @May('minutes.write')
  async circulate(@Id() meetingId: string, @By() by: Actor, @IfMatch() expected?: number): Promise<MinutesResponse> {
    await this.minutes.circulate(meetingId, by, expected);
    return this.queries.ofMeeting(meetingId, by);
  }

  /** Records the signature of the member who presided. */
  @Put('signature')
  @May('minutes.write')
  async sign(
    @Id() meetingId: string,
    @Body() signature: MinutesSignatureRequest,
    @By() by: Actor,
    @IfMatch() expected?: number,
  ): Promise<MinutesResponse> {
    await this.minutes.sign(meetingId, signature, by, expected);
    return this.queries.ofMeeting(meetingId, by);
  }

  /** Publishes the signed edition, for good. */
  @Put('publication')
  @May('minutes.write')
  async publish(@Id() meetingId: string, @By() by: Actor, @IfMatch() expected?: number): Promise<MinutesResponse> {
    await this.minutes.publish(meetingId, by, expected);
    return this.queries.ofMeeting(meetingId, by);
  }

  /** Begins the next edition of published minutes; the published one stays in force until that is published. */
  @Post('corrections')
  @May('minutes.write')
  @RepeatedBy('one')
  async correct(
    @Id() meetingId: string,
    @Body() correction: MinutesCorrectionRequest,
    @By() by: Actor,
  ): Promise<MinutesResponse> {
    const { id } = await this.minutes.correct(meetingId, correction, by);
    return this.one(id, by);
  }

  /** An edition by its own id: what a repeated correction is answered with. */
  one(id: string, by: Actor): Promise<MinutesResponse> {
    return this.queries.one(id, by);
  }
}
