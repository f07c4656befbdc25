import { Body, Controller, Get, Post, Put, Query } from '@nestjs/common';
import { ConsultationsQueries, maySee } from '../consultations/index.js';
import { By, Id, IfMatch, May, Public, RepeatedBy } from '../platform/http/index.js';
import { notFound, permit, type Actor } from '../platform/kernel/index.js';
import { NoticesQueries } from './notices.queries.js';
import { OpinionAnswers } from './opinion-answers.service.js';
import { OpinionsQueries } from './opinions.queries.js';
import {
  ConsultationOpinionsQuery,
  OpinionRequest,
  OpinionResponseRequest,
  OpinionsQuery,
  OrganizationOpinionRequest,
} from './opinions.requests.js';
import { ConsultationOpinionsResponse, OpinionPageResponse, OpinionResponse } from './opinions.responses.js';
import { OpinionsService } from './opinions.service.js';

/** Opinions on drafts, and the answers of the bodies. */
@Controller()
export class OpinionsController {
  constructor(
    private readonly opinions: OpinionsService,
    private readonly answers: OpinionAnswers,
    private readonly queries: OpinionsQueries,
    private readonly notices: NoticesQueries,
    private readonly consultations: ConsultationsQueries,
  ) {}

  /** Opinions, the latest first. */
  @Get('opinions')
  @Public()
  list(@Query() query: OpinionsQuery): Promise<OpinionPageResponse> {
    return this.queries.list(query);
  }

  /** One opinion. */
  @Get('opinions/:id')
  @Public()
  one(@Id() id: string, @By() by: Actor): Promise<OpinionResponse> {
    return this.queries.one(id, by);
  }

  /** The body's answer, once: a letter where it accepts (K3), reasons where it rejects (K4). */
  @Put('opinions/:id/response')
  @May('opinion.answer')
  async answer(
    @Id() id: string,
    @Body() draft: OpinionResponseRequest,
    @By() by: Actor,
    @IfMatch() expected?: number,
  ): Promise<OpinionResponse> {
    await this.answers.answer(id, draft, by, expected);
    return this.queries.one(id, by);
  }

  /** The opinions on one draft, the latest first, and where the notified councils stand: awaited, given, silent (K2). */
  @Get('consultations/:id/opinions')
  @Public()
  async ofConsultation(
    @Id() id: string,
    @Query() query: ConsultationOpinionsQuery,
    @By() by: Actor,
  ): Promise<ConsultationOpinionsResponse> {
    const consultation = await this.consultations.find(id);
    if (!consultation) throw notFound();
    permit(maySee(by, consultation));
    const [page, notices] = await Promise.all([
      this.queries.list(Object.assign(new OpinionsQuery(), query, { consultation: id })),
      this.notices.of(id),
    ]);
    return { ...page, notices };
  }

  /** The opinion of a notified council, given once by its secretary (K1, K6). */
  @Post('consultations/:id/opinions')
  @May('opinion.give')
  @RepeatedBy('one')
  async give(@Id() id: string, @Body() wanted: OpinionRequest, @By() by: Actor): Promise<OpinionResponse> {
    return this.queries.one(await this.opinions.give(id, wanted, by), by);
  }

  /** The opinion of an organisation that came on paper, entered once by an officer of the developing body. */
  @Post('consultations/:id/organization-opinions')
  @May('opinion.enter')
  @RepeatedBy('one')
  async enter(@Id() id: string, @Body() wanted: OrganizationOpinionRequest, @By() by: Actor): Promise<OpinionResponse> {
    return this.queries.one(await this.opinions.enter(id, wanted, by), by);
  }
}
