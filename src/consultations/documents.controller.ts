import { Body, Controller, Delete, Get, HttpCode, Post, Query } from '@nestjs/common';
import { By, Id, IfMatch, May, PageQuery, Public, RepeatedBy } from '../platform/http/index.js';
import { notFound, permit, type Actor } from '../platform/kernel/index.js';
import { maySee } from './consultation.policy.js';
import { ConsultationsQueries } from './consultations.queries.js';
import { DocumentsQueries } from './documents.queries.js';
import { DocumentRequest } from './documents.requests.js';
import { DocumentPageResponse, DocumentResponse } from './documents.responses.js';
import { Documents } from './documents.service.js';

/** Documents of consultations: explanatory notes, comparative tables and the like. */
@Controller()
export class DocumentsController {
  constructor(
    private readonly documents: Documents,
    private readonly queries: DocumentsQueries,
    private readonly consultations: ConsultationsQueries,
  ) {}

  /** The documents, in the order in which they came; one that was replaced stays in the list. */
  @Get('consultations/:id/documents')
  @Public()
  async list(@Id() id: string, @Query() { limit, after }: PageQuery, @By() by: Actor): Promise<DocumentPageResponse> {
    await this.#refuseHidden(id, by);
    return this.queries.list(id, limit, after);
  }

  /** Puts a document to the draft, also while it is discussed. */
  @Post('consultations/:id/documents')
  @May('consultation.prepare')
  @RepeatedBy('one')
  async add(@Id() id: string, @Body() wanted: DocumentRequest, @By() by: Actor): Promise<DocumentResponse> {
    return this.one(await this.documents.add(id, wanted, by), by);
  }

  /** One document. */
  @Get('consultation-documents/:id')
  @Public()
  async one(@Id() id: string, @By() by: Actor): Promise<DocumentResponse> {
    const document = await this.queries.one(id);
    await this.#refuseHidden(document.consultationId, by);
    return document;
  }

  /** Takes a document away before the draft is published. */
  @Delete('consultation-documents/:id')
  @May('consultation.prepare')
  @HttpCode(204)
  remove(@Id() id: string, @By() by: Actor, @IfMatch() expected?: number): Promise<void> {
    return this.documents.remove(id, by, expected);
  }

  async #refuseHidden(consultationId: string, by: Actor): Promise<void> {
    const facts = await this.consultations.find(consultationId);
    if (!facts) throw notFound();
    permit(maySee(by, facts));
  }
}
