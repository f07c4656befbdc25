import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { AnswerCache } from './answer-cache.js';
import { etagOf, matches, OF_UNCHANGED } from './etag.js';
import { encodingFor, packed } from './compression.js';
import { HtmlText } from './html-text.js';
import { JsonText } from './json-text.js';
import { isForPeople, pageKindOf } from './pages.js';
import { hasCredentials } from './request.js';
import { translated } from './translated.js';
import { versionOf } from './versioned.js';
import { isLanguage } from '../kernel/index.js';

/** For how long a public page is shown without asking, and for how long while asking, in seconds. */
const MAX_AGE = 15;
const WHILE_ASKING = 120;
/** Pages, and the charts that they show. */
const PAGES_ARE = /^(text\/html|image\/svg\+xml)/;

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
    if (isThing(request, reply) && isJson(payload, reply)) {
      // Text stays text: the server then sends head and body in one piece.
      const tag = etagOf(payload, request.thingVersion);
      void reply.header('etag', tag);
      void reply.header('vary', 'Authorization, Cookie, Accept-Language');
      void reply.header('cache-control', cacheControl(request));
      cache?.keep(request, reply, tag, payload);
      if (request.method === 'GET' && matches(request.headers['if-none-match'], tag)) {
        done(null, unchanged(reply));
        return;
      }
    }
    done(null, payload);
  });
}

/**
 * Packs every page. A public one gets its tag and is kept in memory, packed; one that belongs to a person is kept nowhere.
 */
export function addPageHeaders(app: FastifyInstance, cache: AnswerCache | undefined): void {
  app.addHook('onSend', (request, reply, payload, done) => {
    if (typeof payload !== 'string' || !isPage(request, reply)) {
      done(null, payload);
      return;
    }
    sent(request, reply, payload).then((bytes) => {
      done(null, bytes);
    }, done);
  });
  const sent = async (request: FastifyRequest, reply: FastifyReply, text: string): Promise<Buffer | string> => {
    const { bytes, encoding } = await packed(Buffer.from(text), encodingFor(request.headers['accept-encoding']));
    if (encoding !== 'identity') void reply.header('content-encoding', encoding);
    void reply.header('vary', 'Accept-Encoding').removeHeader('content-length');
    if (pageKindOf(request) === 'public' && reply.statusCode === 200) return publicBytes(request, reply, bytes, cache);
    if (!reply.hasHeader('cache-control')) void reply.header('cache-control', 'no-store');
    return bytes;
  };
}

/** The bytes with tag and age, or none for a reader who has them already. */
function publicBytes(
  request: FastifyRequest,
  reply: FastifyReply,
  bytes: Buffer,
  cache: AnswerCache | undefined,
): Buffer | string {
  const tag = etagOf(bytes);
  const age = request.routeOptions.config.maxAge ?? MAX_AGE;
  void reply.header('etag', tag);
  void reply.header('cache-control', `public, max-age=${age}, stale-while-revalidate=${WHILE_ASKING}`);
  cache?.keep(request, reply, tag, bytes);
  if (!matches(request.headers['if-none-match'], tag)) return bytes;
  return unchanged(reply);
}

/** The reader has the answer already: no body. */
function unchanged(reply: FastifyReply): string {
  for (const name of Object.keys(reply.getHeaders())) if (!OF_UNCHANGED.has(name)) void reply.removeHeader(name);
  void reply.code(304);
  return '';
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
    if (thing instanceof HtmlText) {
      void reply.code(thing.status).headers(thing.headers).serializer(textOf);
      done(null, thing);
      return;
    }
    const version = versionOf(thing);
    if (version !== undefined) request.thingVersion = version;
    const { lang } = request.query as Record<string, unknown>;
    if (request.method === 'GET' && isLanguage(lang)) {
      done(null, translated(thing instanceof JsonText ? thing.parsed() : thing, lang));
      return;
    }
    if (thing instanceof JsonText) void reply.serializer(contentOf);
    done(null, thing);
  });
}

function textOf(answer: HtmlText): string {
  return answer.text;
}

/** The server sends bytes as well, which its type of a serializer does not say. */
function contentOf(answer: JsonText): string {
  return answer.content as string;
}

/** Whole, not a stream: files and exports are sent piece by piece. */
function isJson(payload: unknown, reply: FastifyReply): payload is string | Buffer {
  if (typeof payload === 'string') return true;
  return Buffer.isBuffer(payload) && String(reply.getHeader('content-type')).startsWith('application/json');
}

function cacheControl(request: FastifyRequest): string {
  return hasCredentials(request) || request.method !== 'GET'
    ? 'private, no-store'
    : 'public, max-age=0, must-revalidate';
}

function isThing(request: FastifyRequest, reply: FastifyReply): boolean {
  return reply.statusCode < 300 && request.url.startsWith('/api/');
}

function isPage(request: FastifyRequest, reply: FastifyReply): boolean {
  return isForPeople(request.url) && PAGES_ARE.test(String(reply.getHeader('content-type')));
}
