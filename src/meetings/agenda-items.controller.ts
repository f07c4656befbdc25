import { Body, Controller, Delete, Get, Patch, Post, Put } from '@nestjs/common';
import { By, Id, IfMatch, May, Public, RepeatedBy, versioned } from '../platform/http/index.js';
import type { Actor } from '../platform/kernel/index.js';
import { AgendaService } from './agenda.service.js';
import { AgendaItemsQueries } from './agenda-items.queries.js';
import { AgendaItemChangeRequest, AgendaItemRequest, VotesRequest } from './agenda-items.requests.js';
import { AgendaItemResponse, VotesResponse } from './agenda-items.responses.js';
import { VotesService } from './votes.service.js';

/** Items on the agendas of meetings, and the votes on them. */
@Controller()
export class AgendaItemsController {
  constructor(
    private readonly agenda: AgendaService,
    private readonly ballots: VotesService,
    private readonly queries: AgendaItemsQueries,
  ) {}

  /** Puts an item on the agenda, under a power of the council. */
  @Post('meetings/:id/agenda-items')
  @May('meeting.plan')
  @RepeatedBy('one')
  async add(@Id() meetingId: string, @Body() wanted: AgendaItemRequest, @By() by: Actor): Promise<AgendaItemResponse> {
    const { id } = await this.agenda.add(meetingId, wanted, by);
    return this.queries.one(id, by);
  }

  /** One item. */
  @Get('agenda-items/:id')
  @Public()
  one(@Id() id: string, @By() by: Actor): Promise<AgendaItemResponse> {
    return this.queries.one(id, by);
  }

  /** Changes an item, its place on the agenda, or postpones it. */
  @Patch('agenda-items/:id')
  @May('meeting.plan')
  async amend(
    @Id() id: string,
    @Body() change: AgendaItemChangeRequest,
    @By() by: Actor,
    @IfMatch() expected?: number,
  ): Promise<AgendaItemResponse> {
    await this.agenda.amend(id, change, by, expected);
    return this.queries.one(id, by);
  }

  /** Takes an item off the agenda; it stays on record. */
  @Delete('agenda-items/:id')
  @May('meeting.plan')
  async takeOff(@Id() id: string, @By() by: Actor, @IfMatch() expected?: number): Promise<AgendaItemResponse> {
    await this.agenda.takeOff(id, by, expected);
    return this.queries.one(id, by);
  }

  /** Records or replaces the votes on an item, by name, and counts them. */
  @Put('agenda-items/:id/votes')
  @May('meeting.record')
  async vote(
    @Id() id: string,
    @Body() votes: VotesRequest,
    @By() by: Actor,
    @IfMatch() expected?: number,
  ): Promise<VotesResponse> {
    const { result, version } = await this.ballots.record(id, votes, by, expected);
    return versioned({ itemId: id, ...result, votes: votes.votes }, version);
  }
}
