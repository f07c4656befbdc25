import { Controller, Get, HttpCode, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Clock } from '../kernel/index.js';
import { Statements } from '../database/index.js';
import { Public } from './access.js';

/** Whether the process lives and whether it can work: for the supervisor and the reverse proxy. */
@ApiExcludeController()
@Controller('health')
export class HealthController {
  constructor(
    private readonly statements: Statements,
    private readonly clock: Clock,
  ) {}

  /** The process runs. */
  @Get('live')
  @Public()
  @HttpCode(200)
  live(): { status: string } {
    return { status: 'live' };
  }

  /** The database answers; says whether the journal is protected from the application's own login. */
  @Get('ready')
  @Public()
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<object> {
    void reply.header('cache-control', 'no-store');
    const row = await this.statements.row<{ mayRewrite: boolean; seq: number }>(
      'health',
      `select has_table_privilege(current_user, 'journal', 'update') or
              has_table_privilege(current_user, 'journal', 'delete') as "mayRewrite", (select seq from journal_head) as seq`,
    );
    return {
      status: 'ready',
      at: this.clock.now().toISOString(),
      journal: row?.mayRewrite === false ? 'protected' : 'unprotected',
    };
  }
}
