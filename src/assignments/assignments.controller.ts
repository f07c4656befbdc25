import { Body, Controller, Get, Put, Query } from '@nestjs/common';
import { mayAnswer } from '../comments/index.js';
import { ConsultationsQueries } from '../consultations/index.js';
import { By, Id, May } from '../platform/http/index.js';
import { permit, type Actor } from '../platform/kernel/index.js';
import { AssignmentRequest, WorkListQuery } from './assignments.requests.js';
import { AssignedResponse, OfficersResponse, WorkListResponse } from './assignments.responses.js';
import { AssignmentsService } from './assignments.service.js';
import { WorkListsQueries } from './work-lists.queries.js';

const MAY = 'comment.answer';

/** How a body's officers share the answering of comments; not public. */
@Controller('consultations/:id')
export class AssignmentsController {
  constructor(
    private readonly assignments: AssignmentsService,
    private readonly workLists: WorkListsQueries,
    private readonly consultations: ConsultationsQueries,
  ) {}

  /** Comments for an officer to work on, in the order of acceptance; those that wait where nothing else is asked. */
  @Get('work-list')
  @May(MAY)
  async list(@Id() id: string, @Query() query: WorkListQuery, @By() by: Actor): Promise<WorkListResponse> {
    await this.#permitted(id, by);
    return this.workLists.list(id, query, by);
  }

  /** The officers of the body who answer, with how many comments wait for each. */
  @Get('officers')
  @May(MAY)
  async officers(@Id() id: string, @By() by: Actor): Promise<OfficersResponse> {
    return this.workLists.officers(id, await this.#permitted(id, by));
  }

  /** Gives comments to an officer of the body, or back to nobody: chosen ones, or all of a group that wait. */
  @Put('assignments')
  @May(MAY)
  assign(@Id() id: string, @Body() wanted: AssignmentRequest, @By() by: Actor): Promise<AssignedResponse> {
    return this.assignments.assign(id, wanted, by);
  }

  /** The body whose officer the caller is. Throws `not-allowed`. */
  async #permitted(id: string, by: Actor): Promise<string> {
    const { bodyId } = await this.consultations.one(id);
    permit(mayAnswer(by, bodyId));
    return bodyId;
  }
}
