import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { AnswerCache } from './answer-cache.js';
import { etagOf, matches } from './etag.js';
import { JsonText } from './json-text.js';
import { hasCredentials } from './request.js';
import { translated } from './translated.js';
import { versionOf } from './versioned.js';
import { isLanguage } from '../kernel/index.js';

/**
 * Gives every JSON answer to a GET its ETag and caching rules, and answers 304 where the reader has it already. What
 * everyone may read is kept in memory for a moment.
 */
export function addAnswerHeaders(app: FastifyInstance, cache: AnswerCache | undefined): void {
  app.addHook('onRequest', (request, _reply, done) => {
    cache?.await(request);
    done();
  });
  app.addHook('onSend', (request, reply, payload, done) => {
    if (!isThing(request, reply) || !isContent(payload)) {
      done(null, payload);
      return;
    }
    const content = contentOf(request, payload);
    const tag = etagOf(content, request.thingVersion);
    void reply.header('etag', tag);
    void reply.header('vary', 'Authorization, Cookie, Accept-Language');
    void reply.header('cache-control', cacheControl(request));
    if (typeof content !== 'string') cache?.keep(request, reply, tag, content);
    if (request.method === 'GET' && matches(request.headers['if-none-match'], tag)) {
      void reply.code(304).removeHeader('content-type').removeHeader('content-length');
      done(null, '');
      return;
    }
    done(null, content);
  });
}

function isContent(payload: unknown): payload is string | Buffer {
  return typeof payload === 'string' || Buffer.isBuffer(payload);
}

/**
 * Encoded once for the tag, the memory and the socket: for a page in Cyrillic that is most of the cost. A short answer to
 * a write goes as text: the server then sends head and body in one piece.
 */
function contentOf({ method }: FastifyRequest, payload: string | Buffer): string | Buffer {
  return method === 'GET' && typeof payload === 'string' ? Buffer.from(payload) : payload;
}

/**
 * What the framework's interceptors could do too, at the price of a stream for each request: hands the version of a thing
 * to its tag, gives every localized text as a string beside its `lang` where `?lang=` asks for it, sends `JsonText` byte
 * for byte.
 */
export function shapeAnswers(app: FastifyInstance): void {
  app.addHook('preSerialization', (request, reply, payload, done) => {
    // Null never comes here: it is sent as an empty answer.
    const thing = payload as object;
    const version = versionOf(thing);
    if (version !== undefined) request.thingVersion = version;
    const { lang } = request.query as Record<string, unknown>;
    if (request.method === 'GET' && isLanguage(lang)) {
      done(null, translated(thing instanceof JsonText ? thing.parsed() : thing, lang));
      return;
    }
    if (thing instanceof JsonText) void reply.serializer(textOf);
    done(null, thing);
  });
}

// Fastify's type knows texts only; the bytes of one are sent as they are.
function textOf(answer: JsonText): string {
  return answer.text as string;
}

function cacheControl(request: FastifyRequest): string {
  return hasCredentials(request) || request.method !== 'GET'
    ? 'private, no-store'
    : 'public, max-age=0, must-revalidate';
}

function isThing(request: FastifyRequest, reply: FastifyReply): boolean {
  return reply.statusCode < 300 && request.url.startsWith('/api/');
}
