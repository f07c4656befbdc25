import { Body, Controller, Get, Patch, Post, Put, Query } from '@nestjs/common';
import { By, Id, IfMatch, May, Public, RepeatedBy } from '../platform/http/index.js';
import type { Actor } from '../platform/kernel/index.js';
import { AttendanceService } from './attendance.service.js';
import { MeetingsQueries } from './meetings.queries.js';
import {
  AttendanceRequest,
  MeetingCancellationRequest,
  MeetingClosingRequest,
  MeetingChangeRequest,
  MeetingRequest,
  MeetingsQuery,
  MeetingOpeningRequest,
} from './meetings.requests.js';
import { AttendanceResponse, MeetingPageResponse, MeetingResponse } from './meetings.responses.js';
import { MeetingsService } from './meetings.service.js';

/** Meetings of public councils. */
@Controller()
export class MeetingsController {
  constructor(
    private readonly meetings: MeetingsService,
    private readonly presence: AttendanceService,
    private readonly queries: MeetingsQueries,
  ) {}

  /** Meetings of a council, the latest first. */
  @Get('councils/:id/meetings')
  @Public()
  list(@Id() councilId: string, @Query() query: MeetingsQuery, @By() by: Actor): Promise<MeetingPageResponse> {
    return this.queries.list(councilId, query, by);
  }

  /** Plans a meeting; it is public from its announcement on. */
  @Post('councils/:id/meetings')
  @May('meeting.plan')
  @RepeatedBy('one')
  async plan(@Id() councilId: string, @Body() wanted: MeetingRequest, @By() by: Actor): Promise<MeetingResponse> {
    const { id } = await this.meetings.plan(councilId, wanted, by);
    return this.queries.one(id, by);
  }

  /** One meeting with its agenda. */
  @Get('meetings/:id')
  @Public()
  one(@Id() id: string, @By() by: Actor): Promise<MeetingResponse> {
    return this.queries.one(id, by);
  }

  /** Changes the plan of a meeting, or the links to its broadcast and recording. */
  @Patch('meetings/:id')
  @May('meeting.plan')
  async amend(
    @Id() id: string,
    @Body() change: MeetingChangeRequest,
    @By() by: Actor,
    @IfMatch() expected?: number,
  ): Promise<MeetingResponse> {
    await this.meetings.amend(id, change, by, expected);
    return this.queries.one(id, by);
  }

  /** Announces the meeting and its agenda. */
  @Put('meetings/:id/announcement')
  @May('meeting.plan')
  async announce(@Id() id: string, @By() by: Actor, @IfMatch() expected?: number): Promise<MeetingResponse> {
    await this.meetings.announce(id, by, expected);
    return this.queries.one(id, by);
  }

  /** Calls the meeting off. */
  @Put('meetings/:id/cancellation')
  @May('meeting.plan')
  async cancel(
    @Id() id: string,
    @Body() { reason }: MeetingCancellationRequest,
    @By() by: Actor,
    @IfMatch() expected?: number,
  ): Promise<MeetingResponse> {
    await this.meetings.cancel(id, reason ?? null, by, expected);
    return this.queries.one(id, by);
  }

  /** Opens the meeting; without quorum it becomes inquorate. */
  @Put('meetings/:id/opening')
  @May('meeting.record')
  async open(
    @Id() id: string,
    @Body() opening: MeetingOpeningRequest,
    @By() by: Actor,
    @IfMatch() expected?: number,
  ): Promise<MeetingResponse> {
    await this.meetings.open(id, opening, by, expected);
    return this.queries.one(id, by);
  }

  /** Closes the meeting: its records stand. */
  @Put('meetings/:id/closing')
  @May('meeting.record')
  async close(
    @Id() id: string,
    @Body() { closedAt }: MeetingClosingRequest,
    @By() by: Actor,
    @IfMatch() expected?: number,
  ): Promise<MeetingResponse> {
    await this.meetings.close(id, closedAt, by, expected);
    return this.queries.one(id, by);
  }

  /** Who of the members was there. */
  @Get('meetings/:id/attendance')
  @Public()
  attendance(@Id() id: string, @By() by: Actor): Promise<AttendanceResponse> {
    return this.queries.attendance(id, by);
  }

  /** Records or replaces the attendance, from the meeting's day on until closing. */
  @Put('meetings/:id/attendance')
  @May('meeting.record')
  async attend(
    @Id() id: string,
    @Body() { records }: AttendanceRequest,
    @By() by: Actor,
    @IfMatch() expected?: number,
  ): Promise<AttendanceResponse> {
    await this.presence.record(id, records, by, expected);
    return this.queries.attendance(id, by);
  }
}
