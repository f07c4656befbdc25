import { Controller, Get } from '@nestjs/common';
import { Id, Public } from '../platform/http/index.js';
import { AnswersQueries } from './answers.queries.js';
import { AnswerFiguresResponse } from './answers.responses.js';

/** How many of the answers to comments are templates. */
@Controller()
export class AnswersController {
  constructor(private readonly queries: AnswersQueries) {}

  /** Share of near-identical answers in one consultation, with the most repeated. */
  @Get('consultations/:id/answers')
  @Public()
  ofConsultation(@Id() id: string): Promise<AnswerFiguresResponse> {
    return this.queries.ofConsultation(id);
  }

  /** Share of near-identical answers of a body over all its consultations, with the most repeated. */
  @Get('bodies/:id/answers')
  @Public()
  ofBody(@Id() id: string): Promise<AnswerFiguresResponse> {
    return this.queries.ofBody(id);
  }
}
