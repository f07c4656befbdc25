import { Body, Controller, Get, Post, Put, Query } from '@nestjs/common';
import { By, Id, IfMatch, May, Public, PublicPageQuery, RepeatedBy } from '../platform/http/index.js';
import { notFound, permit, type Actor } from '../platform/kernel/index.js';
import { firstVersionFor, maySee } from './consultation.policy.js';
import type { ConsultationFacts } from './consultation-read.js';
import { ConsultationsQueries } from './consultations.queries.js';
import { DraftsQueries } from './drafts.queries.js';
import { ComparativeTableRequest, DraftQuery, VersionRequest } from './drafts.requests.js';
import { DraftResponse, DraftVersionPageResponse } from './drafts.responses.js';
import { Drafts } from './drafts.service.js';

/** The text that is discussed, in its versions. */
@Controller('consultations/:id')
export class DraftsController {
  constructor(
    private readonly drafts: Drafts,
    private readonly queries: DraftsQueries,
    private readonly consultations: ConsultationsQueries,
  ) {}

  /** The text, whole: the latest version, or the one asked for. */
  @Get('draft')
  @Public()
  async draft(@Id() id: string, @Query() { version }: DraftQuery, @By() by: Actor): Promise<DraftResponse> {
    const facts = await this.#facts(id, by);
    return this.queries.draft(id, version ?? facts.currentVersion, firstVersionFor(by, facts));
  }

  /** The versions that are public, latest first; its body sees the earlier ones too. */
  @Get('versions')
  @Public()
  async versions(
    @Id() id: string,
    @Query() query: PublicPageQuery,
    @By() by: Actor,
  ): Promise<DraftVersionPageResponse> {
    return this.queries.versions(id, query, firstVersionFor(by, await this.#facts(id, by)));
  }

  /** Makes the next version of the text, also while it is discussed. */
  @Post('versions')
  @May('consultation.prepare')
  @RepeatedBy('one')
  async make(
    @Id() id: string,
    @Body() wanted: VersionRequest,
    @By() by: Actor,
    @IfMatch() expected?: number,
  ): Promise<DraftResponse> {
    return this.one(await this.drafts.make(id, wanted, by, expected), by);
  }

  /** Sets what is in force, what is proposed and why, before publication; later it comes with a new version. */
  @Put('comparative-table')
  @May('consultation.prepare')
  async compare(
    @Id() id: string,
    @Body() wanted: ComparativeTableRequest,
    @By() by: Actor,
    @IfMatch() expected?: number,
  ): Promise<DraftResponse> {
    await this.drafts.compare(id, wanted, by, expected);
    return this.draft(id, {}, by);
  }

  /** The version that a repeated request made the first time. */
  async one(id: string, by: Actor): Promise<DraftResponse> {
    const draft = await this.queries.version(id);
    await this.#facts(draft.consultationId, by);
    return draft;
  }

  async #facts(id: string, by: Actor): Promise<ConsultationFacts> {
    const facts = await this.consultations.find(id);
    if (!facts) throw notFound();
    permit(maySee(by, facts));
    return facts;
  }
}
