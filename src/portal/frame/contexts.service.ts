import { Injectable } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Env } from '../../platform/config/index.js';
import { Clock } from '../../platform/kernel/index.js';
import { Navigation } from './navigation.js';
import { PageContext } from './page-context.js';

/** Makes the context of a page from a request. */
@Injectable()
export class Contexts {
  #navigation: Navigation | undefined;

  constructor(
    private readonly env: Env,
    private readonly clock: Clock,
    private readonly host: HttpAdapterHost,
  ) {}

  /** What a page that answers this request knows. */
  of(request: FastifyRequest): PageContext {
    return new PageContext(request, {
      env: this.env,
      today: this.clock.today(),
      navigation: (this.#navigation ??= this.#navigate()),
    });
  }

  #navigate(): Navigation {
    const server = this.host.httpAdapter.getInstance<FastifyInstance>();
    return new Navigation((path) => server.hasRoute({ method: 'GET', url: `/kk${path}` }));
  }
}
