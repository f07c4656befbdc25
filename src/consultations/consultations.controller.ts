import { Body, Controller, Get, Patch, Post, Put, Query } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { By, Id, IfMatch, JsonText, May, Public, RepeatedBy } from '../platform/http/index.js';
import { Clock, permit, type Actor, type Page } from '../platform/kernel/index.js';
import { CommentsByEmail } from './comments-by-email.service.js';
import { bodiesOf, maySee } from './consultation.policy.js';
import { ConsultationsQueries } from './consultations.queries.js';
import {
  ConclusionRequest,
  ConsultationChangeRequest,
  ConsultationRequest,
  ConsultationsQuery,
  ExtensionRequest,
  WithdrawalRequest,
} from './consultations.requests.js';
import {
  ConsultationPageResponse,
  consultationResponse,
  ConsultationResponse,
  withMoves,
  type ConsultationItem,
} from './consultations.responses.js';
import { ConsultationsService } from './consultations.service.js';
import { Publication } from './publication.service.js';
import { WindowExtensions } from './window-extensions.service.js';

/** Public discussions of drafts. */
@Controller('consultations')
export class ConsultationsController {
  constructor(
    private readonly consultations: ConsultationsService,
    private readonly publication: Publication,
    private readonly extensions: WindowExtensions,
    private readonly byEmail: CommentsByEmail,
    private readonly queries: ConsultationsQueries,
    private readonly clock: Clock,
  ) {}

  /** What was published, latest first. */
  @Get()
  @Public()
  @ApiOkResponse({ type: ConsultationPageResponse })
  async list(@Query() query: ConsultationsQuery, @By() by: Actor): Promise<JsonText | ConsultationPageResponse> {
    const today = this.clock.today();
    const page =
      query.drafts === true
        ? await this.queries.drafts(query, bodiesOf(by, 'consultation.prepare'), today)
        : await this.queries.list(query, today);
    return by.kind === 'anonymous' ? page : withMoves(page.parsed() as Page<ConsultationItem>, by, today);
  }

  /** One consultation. */
  @Get(':id')
  @Public()
  async one(@Id() id: string, @By() by: Actor): Promise<ConsultationResponse> {
    const row = await this.queries.one(id);
    permit(maySee(by, row));
    return consultationResponse(row, by, this.clock.today());
  }

  /** Prepares a consultation; nobody but its body sees it until it is published. */
  @Post()
  @May('consultation.prepare')
  @RepeatedBy('one')
  async prepare(@Body() wanted: ConsultationRequest, @By() by: Actor): Promise<ConsultationResponse> {
    return this.one(await this.consultations.prepare(wanted, by), by);
  }

  /** Changes what is prepared; refused once it is published. */
  @Patch(':id')
  @May('consultation.prepare')
  async edit(
    @Id() id: string,
    @Body() change: ConsultationChangeRequest,
    @By() by: Actor,
    @IfMatch() expected?: number,
  ): Promise<ConsultationResponse> {
    await this.consultations.edit(id, change, by, expected);
    return this.one(id, by);
  }

  /** Opens the discussion today; the window is counted from this day (K7–K9). */
  @Put(':id/publication')
  @May('consultation.publish')
  async publish(@Id() id: string, @By() by: Actor, @IfMatch() expected?: number): Promise<ConsultationResponse> {
    await this.publication.publish(id, by, expected);
    return this.one(id, by);
  }

  /** Gives more time for comments, with reasons, while they are taken; never less than was announced. */
  @Put(':id/extension')
  @May('consultation.extend')
  async extend(
    @Id() id: string,
    @Body() wanted: ExtensionRequest,
    @By() by: Actor,
    @IfMatch() expected?: number,
  ): Promise<ConsultationResponse> {
    await this.extensions.extend(id, wanted, by, expected);
    return this.one(id, by);
  }

  /** Takes comments without an account too, each confirmed by e-mail, from now until comments close; never less. */
  @Put(':id/comments-by-email')
  @May('consultation.extend')
  async takeCommentsByEmail(
    @Id() id: string,
    @By() by: Actor,
    @IfMatch() expected?: number,
  ): Promise<ConsultationResponse> {
    await this.byEmail.take(id, by, expected);
    return this.one(id, by);
  }

  /** Takes the text back, with reasons. */
  @Put(':id/withdrawal')
  @May('consultation.withdraw')
  async withdraw(
    @Id() id: string,
    @Body() { reasons }: WithdrawalRequest,
    @By() by: Actor,
    @IfMatch() expected?: number,
  ): Promise<ConsultationResponse> {
    await this.consultations.withdraw(id, reasons, by, expected);
    return this.one(id, by);
  }

  /** Records what became of the text, after the completion report. */
  @Put(':id/conclusion')
  @May('consultation.conclude')
  async conclude(
    @Id() id: string,
    @Body() conclusion: ConclusionRequest,
    @By() by: Actor,
    @IfMatch() expected?: number,
  ): Promise<ConsultationResponse> {
    await this.consultations.conclude(id, conclusion, by, expected);
    return this.one(id, by);
  }
}
