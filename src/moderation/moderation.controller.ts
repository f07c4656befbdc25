import { Controller, Get, Query } from '@nestjs/common';
import { Public } from '../platform/http/index.js';
import { GroundsResponse } from './concealments.responses.js';
import { grounds } from './ground.js';
import { ModerationQueries } from './moderation.queries.js';
import { ModerationQuery } from './moderation.requests.js';
import { ModerationResponse } from './moderation.responses.js';

/** On which grounds comments are hidden, and how often. */
@Controller()
export class ModerationController {
  constructor(private readonly queries: ModerationQueries) {}

  /** The closed list of grounds, those of the law first. */
  @Get('concealment-grounds')
  @Public()
  grounds(): GroundsResponse {
    return { items: [...grounds], next: null };
  }

  /** What bodies concealed of the comments accepted in a period: by ground, appealed, lifted, as a share of all. */
  @Get('moderation')
  @Public()
  statistics(@Query() query: ModerationQuery): Promise<ModerationResponse> {
    return this.queries.statistics(query);
  }
}
