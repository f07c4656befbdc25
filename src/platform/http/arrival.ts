import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Problem } from '../kernel/index.js';
import { documentsHeader } from './access.js';
import { bodyHash, KEY_HEADER, repetitionKey, repetitionRoute } from './repetitions.js';

/** When and as what a request came, for routes that admit many at once and see to repetition themselves. */
export interface Arrival {
  /** The instant at which the request was read completely. */
  readonly at: Date;
  /** Undefined without an `Idempotency-Key`. */
  readonly repetition: Repetition | undefined;
  /** The network address it came from, by a proxy's word only where the proxy is trusted; absent for acts of our own. */
  readonly from?: string;
  /** Marks the answer as one that is given again; absent for acts of our own. */
  readonly markReplayed?: () => void;
}

/** What makes two requests of one account the same request. */
export interface Repetition {
  readonly key: string;
  readonly route: string;
  readonly bodyHash: Buffer;
}

/** The arrival of a request with a body. Throws `malformed` for a key that is none. */
export const Arrived = createParamDecorator(
  (_: unknown, context: ExecutionContext): Arrival => {
    const http = context.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    // Only a request without a body was never read.
    if (!request.readAt) throw new Problem('malformed', { code: 'invalid-json' });
    return {
      at: request.readAt,
      repetition: repetitionOf(request),
      from: request.ip,
      markReplayed: () => void http.getResponse<FastifyReply>().header('idempotency-replayed', 'true'),
    };
  },
  [documentsHeader(KEY_HEADER.name, KEY_HEADER.description, KEY_HEADER.schema)],
);

function repetitionOf(request: FastifyRequest): Repetition | undefined {
  const key = repetitionKey(request);
  if (key === undefined) return undefined;
  return { key, route: repetitionRoute(request), bodyHash: bodyHash(request) };
}
