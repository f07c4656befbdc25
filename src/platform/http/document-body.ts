import type { FastifyInstance, FastifyRequest } from 'fastify';
import { notFound, Problem } from '../kernel/index.js';

/** Types of documents that are sent as they are. */
export const DOCUMENT_TYPES = [
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'text/html',
] as const;

/** Largest document that is taken, in bytes. */
export const DOCUMENT_BYTES = 16 * 1024 * 1024;

/** Lets routes that say `documents` take a document as the whole body, up to its own limit; nothing in it is read here. */
export function takeDocuments(server: FastifyInstance): void {
  const how = { parseAs: 'buffer', bodyLimit: DOCUMENT_BYTES } as const;
  server.addContentTypeParser([...DOCUMENT_TYPES], how, (request, body, done) => {
    if (request.is404) done(notFound());
    else if (request.routeOptions.config.documents !== true) done(new Problem('unsupported'));
    else done(null, body);
  });
}

/** The document that a request is. Throws `unsupported` where it is none. */
export function documentIn({ body }: FastifyRequest): Buffer {
  if (body === undefined || body === null) return Buffer.alloc(0);
  if (Buffer.isBuffer(body)) return body;
  throw new Problem('unsupported');
}
