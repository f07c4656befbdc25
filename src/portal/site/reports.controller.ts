import { Controller, HttpCode, Post, Req } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Public } from '../../platform/http/index.js';
import { PolicyReports } from './policy-reports.service.js';

/** Where browsers tell that a page wanted to load or run what it may not. */
@ApiExcludeController()
@Controller('csp-reports')
export class ReportsController {
  constructor(private readonly reports: PolicyReports) {}

  /** Counts a report; says nothing, whatever was sent. */
  @Post()
  @Public()
  @HttpCode(204)
  @RouteConfig({ reports: true })
  report(@Req() { body }: FastifyRequest): void {
    this.reports.count(body);
  }
}
