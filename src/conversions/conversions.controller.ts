import { Body, Controller, HttpCode, Post, Query, Req } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { By, DOCUMENT_TYPES, documentIn, Id, May } from '../platform/http/index.js';
import type { Actor } from '../platform/kernel/index.js';
import { outlineItems, OutlineQuery, ProposalRequest } from './conversions.requests.js';
import type { OutlineResponse, ProposalResponse } from './conversions.responses.js';
import { Conversions } from './conversions.service.js';

const BINARY = { schema: { type: 'string', format: 'binary' } };

/** Documents become provisions. */
@Controller('consultations/:id')
export class ConversionsController {
  constructor(private readonly conversions: Conversions) {}

  /** The provisions of a DOCX or HTML document in one language, with what of it is lost; nothing is stored. */
  @Post('outline')
  @HttpCode(200)
  @May('consultation.prepare')
  @RouteConfig({ documents: true })
  @ApiConsumes(...DOCUMENT_TYPES)
  @ApiBody(BINARY)
  outline(
    @Id() id: string,
    @Query() { language }: OutlineQuery,
    @Req() request: FastifyRequest,
    @By() by: Actor,
  ): Promise<OutlineResponse> {
    return this.conversions.outline(id, language, documentIn(request), by);
  }

  /** Two outlines side by side: the provisions of the next version, those of the latest known again; nothing is stored. */
  @Post('proposal')
  @HttpCode(200)
  @May('consultation.prepare')
  propose(@Id() id: string, @Body() { kk, ru }: ProposalRequest, @By() by: Actor): Promise<ProposalResponse> {
    const outlines = { kk: outlineItems(kk, 'kk'), ru: outlineItems(ru, 'ru') };
    return this.conversions.proposal(id, { outlines }, by);
  }
}
