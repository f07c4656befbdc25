import { createHash, randomUUID } from 'node:crypto';
import { createServer, type RequestListener } from 'node:http';
import type { Readable } from 'node:stream';
import type { LoggerService } from '@nestjs/common';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyContextConfig, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Env } from '../config/index.js';
import { notFound, Problem, type Clock } from '../kernel/index.js';
import type { AnswerCache } from './answer-cache.js';
import { addAnswerHeaders, addPageHeaders, shapeAnswers } from './answers.js';
import { takeDocuments } from './document-body.js';
import { refuseUnreadable } from './unreadable.js';
import { BODY_BYTES, parseJsonBody } from './json-body.js';
import { dropArrived, incomingDir } from './arrived-file.js';
import { FormBody, parseFormBody } from './form-body.js';
import { readMultipart } from './multipart-body.js';
import { asProblem, sendProblem } from './problem.filter.js';

/** Longer than the idle time of usual reverse proxies, so that they are the ones to close. */
const KEEP_ALIVE_MS = 72_000;

const HEADERS = {
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
} as const;

/** What may answer before the framework sees a request; set once the application is made. */
export interface EarlyAnswers {
  cache?: AnswerCache;
}

/** The Fastify adapter with the router's own refusals as problems. */
export function serverAdapter(env: Env, early: EarlyAnswers): FastifyAdapter {
  return new FastifyAdapter({
    serverFactory: (handle: RequestListener) =>
      createServer({ keepAliveTimeout: KEEP_ALIVE_MS }, answeringEarly(early, handle)),
    bodyLimit: BODY_BYTES,
    // Nothing here is a middleware of the framework, so no request need look for one.
    skipMiddie: true,
    trustProxy: env.trustedProxies.length > 0 ? [...env.trustedProxies] : false,
    genReqId: () => randomUUID(),
    requestIdHeader: false,
    routerOptions: { maxParamLength: 500, ignoreTrailingSlash: false },
    clientErrorHandler: refuseUnreadable,
    frameworkErrors: (error: Error, request: FastifyRequest, reply: FastifyReply) => {
      sendProblem(asProblem(error), request, reply);
    },
  } as never);
}

function answeringEarly(early: EarlyAnswers, handle: RequestListener): RequestListener {
  return (request, response) => {
    if (early.cache?.answer(request, response) !== true) handle(request, response);
  };
}

/** What the server of an application is set up with. */
export interface ServerParts {
  readonly env: Env;
  readonly clock: Clock;
  /** Absent where nothing is answered, as for the OpenAPI document. */
  readonly cache?: AnswerCache | undefined;
  readonly log?: LoggerService | undefined;
}

/** Parsers, headers, caching and logs of an application; call before it listens. */
export function setUpServer(app: NestFastifyApplication, { env, clock, cache, log }: ServerParts): void {
  const server = app.getHttpAdapter().getInstance();
  onlyStrictBodies(server, clock);
  takeFiles(server, env, clock);
  takeDocuments(server);
  shapeAnswers(server);
  addAnswerHeaders(server, cache);
  addPageHeaders(server, cache);
  const secure = env.publicUrl.startsWith('https:');
  server.addHook('onRequest', (request, reply, done) => {
    void reply.headers(HEADERS).header('x-request-id', request.id);
    if (secure) void reply.header('strict-transport-security', 'max-age=31536000; includeSubDomains');
    done();
  });
  allowOwnStyles(server);
  if (log) logRequests(server, log);
}

/** The page to try the API on carries styles of its own: they are allowed by their hashes, nothing else inline is. */
function allowOwnStyles(server: FastifyInstance): void {
  server.addHook('onSend', (request, reply, payload, done) => {
    if (request.url.startsWith('/api/docs') && typeof payload === 'string') {
      const styles = [...payload.matchAll(/<style>([\s\S]*?)<\/style>/g)].map(([, style = '']) => hashSource(style));
      const policy = `default-src 'self'; img-src 'self' data:; style-src 'self' ${styles.join(' ')}; frame-ancestors 'none'`;
      void reply.header('content-security-policy', policy);
    }
    done(null, payload);
  });
}

function hashSource(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

/** Each route takes one kind of body, read strictly: JSON, or a form where the route says so, or a browser's report. */
function onlyStrictBodies(server: FastifyInstance, clock: Clock): void {
  server.removeAllContentTypeParsers();
  const take = (types: string[], isTaken: (route: FastifyContextConfig) => boolean, parse: BodyParser): void => {
    server.addContentTypeParser(types, { parseAs: 'buffer' }, (request, body, done) => {
      try {
        // What is sent to no route is not read.
        if (request.is404) throw notFound();
        if (!isTaken(request.routeOptions.config) || !isPlainUtf8(request)) throw new Problem('unsupported');
        const parsed = parse(body as Buffer, request);
        request.readAt = clock.now();
        done(null, parsed);
      } catch (error) {
        done(error as Error, undefined);
      }
    });
  };
  take(['application/json'], takesJson, parseJson);
  take(['application/x-www-form-urlencoded'], ({ form }) => form === true, parseForm);
  take(['application/csp-report', 'application/reports+json'], ({ reports }) => reports === true, parseJsonBody);
}

/** Files are not held in memory: those of a form lie on the disk until it is answered, one alone is read by its route. */
function takeFiles(server: FastifyInstance, env: Env, clock: Clock): void {
  server.addContentTypeParser('multipart/form-data', async (request: FastifyRequest, payload: Readable) => {
    if (request.is404) throw notFound();
    if (request.routeOptions.config.files !== true || !isPlainUtf8(request)) throw new Problem('unsupported');
    const form = await readMultipart(request, payload, incomingDir(env));
    request.rawBody = sameAs(form);
    request.readAt = clock.now();
    return form;
  });
  server.addContentTypeParser('*', (request, payload, done) => {
    if (request.is404) done(notFound());
    else if (request.routeOptions.config.upload === true && isUnpacked(request)) done(null, payload);
    else done(new Problem('unsupported'));
  });
  server.addHook('onResponse', ({ body }, _reply, done) => {
    if (!(body instanceof FormBody)) done();
    else
      dropArrived(body.files).then(() => {
        done();
      }, done);
  });
}

function takesJson({ form, upload, documents }: FastifyContextConfig): boolean {
  return form !== true && upload !== true && documents !== true;
}

/** What calls itself another character set or is packed would be read as what it is not. */
function isPlainUtf8({ headers }: FastifyRequest): boolean {
  const [, charset = 'utf-8'] = /;\s*charset\s*=\s*"?([^\s;"]*)/i.exec(headers['content-type'] ?? '') ?? [];
  return /^utf-?8$/i.test(charset) && isUnpacked({ headers });
}

function isUnpacked({ headers }: Pick<FastifyRequest, 'headers'>): boolean {
  return /^identity$/i.test(headers['content-encoding'] ?? 'identity');
}

type BodyParser = (body: Buffer, request: FastifyRequest) => unknown;

function parseJson(body: Buffer, request: FastifyRequest): unknown {
  request.rawBody = body;
  return parseJsonBody(body);
}

function parseForm(body: Buffer, request: FastifyRequest): FormBody {
  const form = parseFormBody(body);
  request.rawBody = sameAs(form);
  return form;
}

/** A repeated form is the same by what is said in it and the bytes of its files; the proof of origin differs. */
function sameAs({ said, files }: FormBody): Buffer {
  const bytes = files.map(({ field, name, hash }) => [field, name, hash]);
  return Buffer.from(JSON.stringify(bytes.length > 0 ? [said, bytes] : said));
}

/** One line a request: route, status, time; never a query, a body or a name. */
function logRequests(server: FastifyInstance, log: LoggerService): void {
  server.addHook('onResponse', (request, reply, done) => {
    log.log({
      requestId: request.id,
      method: request.method,
      route: request.routeOptions.url ?? 'unknown',
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
    });
    done();
  });
}
