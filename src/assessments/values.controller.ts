import { Body, Controller, Param, Put } from '@nestjs/common';
import { By, Id, IfMatch, May } from '../platform/http/index.js';
import type { Actor } from '../platform/kernel/index.js';
import { AssessmentRecords } from './assessment-records.service.js';
import { ValueDisputeRequest, JudgementRequest, ValueRequest } from './assessments.requests.js';
import { AssessmentResponse } from './assessments.responses.js';
import { ValuesService } from './values.service.js';

/** What is entered, disputed and judged about the indicators of an assessment. */
@Controller('assessments/:id')
export class ValuesController {
  constructor(
    private readonly values: ValuesService,
    private readonly records: AssessmentRecords,
  ) {}

  /** Enters a value with its evidence, or says that it is missing or not applicable. */
  @Put('values/:indicator')
  @May('assessment.conduct')
  async enter(
    @Id() id: string,
    @Param('indicator') indicator: string,
    @Body() wanted: ValueRequest,
    @By() by: Actor,
    @IfMatch() expected?: number,
  ): Promise<AssessmentResponse> {
    await this.values.enter(id, indicator, wanted, by, expected);
    return this.records.one(id, by);
  }

  /** The assessed body says what is wrong with a value. */
  @Put('values/:indicator/dispute')
  @May('assessment.dispute')
  async dispute(
    @Id() id: string,
    @Param('indicator') indicator: string,
    @Body() { text }: ValueDisputeRequest,
    @By() by: Actor,
    @IfMatch() expected?: number,
  ): Promise<AssessmentResponse> {
    await this.values.dispute(id, indicator, text, by, expected);
    return this.records.one(id, by);
  }

  /** An assessor's score. */
  @Put('judgements/:indicator')
  @May('assessment.judge')
  async judge(
    @Id() id: string,
    @Param('indicator') indicator: string,
    @Body() wanted: JudgementRequest,
    @By() by: Actor,
    @IfMatch() expected?: number,
  ): Promise<AssessmentResponse> {
    await this.values.judge(id, indicator, wanted, by, expected);
    return this.records.one(id, by);
  }
}
