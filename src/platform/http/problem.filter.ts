import { Catch, HttpException, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Problem } from '../kernel/index.js';
import { constraintOf, foreignFieldOf, sqlStateOf, toProblem } from '../database/index.js';
import { kindOfStatus, problemDocument, problemHeaders } from './problem-document.js';
import { isForPeople } from './pages.js';
import { languageOf } from './request.js';

/** Turns whatever was thrown into a problem. Logs code and message only: a query's values are people's texts. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  readonly #logger = new Logger('Problem');

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const problem = asProblem(error);
    if (problem.status >= 500) this.#log(error, request);
    sendProblem(problem, request, http.getResponse<FastifyReply>());
  }

  #log(error: unknown, request: FastifyRequest): void {
    this.#logger.error({ requestId: request.id, route: request.routeOptions.url, fault: faultOf(error) });
  }
}

/** SQLSTATE and constraint of a database fault, the stack of one of ours. */
function faultOf(error: unknown): string {
  const cause = error instanceof Problem && error.cause !== undefined ? error.cause : error;
  const code = sqlStateOf(cause);
  if (code !== undefined) return `SQLSTATE ${code} ${constraintOf(cause) ?? ''}`.trimEnd();
  return cause instanceof Error ? (cause.stack ?? cause.message) : 'unknown';
}

/** Sends a problem, unless the answer has begun: as a page where people read, else as a document. */
export function sendProblem(problem: Problem, request: FastifyRequest, reply: FastifyReply): void {
  if (reply.sent) return;
  const page = isForPeople(request.url) ? request.server.problemPage : undefined;
  if (page) {
    page(problem, request, reply);
    return;
  }
  sendDocument(problem, request, reply);
}

function sendDocument(problem: Problem, request: FastifyRequest, reply: FastifyReply): void {
  const language = languageOf(request);
  void reply
    .code(problem.status)
    .headers(problemHeaders(problem, language))
    .serializer((payload) => payload as string)
    .send(JSON.stringify(problemDocument(problem, language, request.id)));
}

/** The problem behind an error: ours, the framework's by its status, the database's by its SQLSTATE. */
export function asProblem(error: unknown): Problem {
  if (isHangUp(error)) return new Problem('malformed', {}, { cause: error });
  const given = toProblem(error);
  if (given instanceof Problem) return given;
  if (given instanceof HttpException) return new Problem(kindOfStatus(given.getStatus()), {}, { cause: given });
  const status = (given as { statusCode?: unknown } | null)?.statusCode;
  if (typeof status === 'number' && status >= 400 && isFrameworks(given)) {
    return new Problem(kindOfStatus(status), {}, { cause: given });
  }
  return bySqlState(sqlStateOf(given), given);
}

/** The caller hung up in the middle of the body: its socket's code is one by which a database is away, too. */
function isHangUp(error: unknown): boolean {
  const { code, statusCode } = (error ?? {}) as { code?: unknown; statusCode?: unknown };
  return code === 'ECONNRESET' && statusCode === 400;
}

function isFrameworks(error: unknown): boolean {
  const code = (error as { code?: unknown }).code;
  return typeof code === 'string' && (code.startsWith('FST_') || code.startsWith('ERR_HTTP'));
}

function bySqlState(state: string | undefined, cause: unknown): Problem {
  if (state === '23503') {
    const field = foreignFieldOf(cause);
    return new Problem('invalid', { errors: [{ pointer: field ? `/${field}` : '', code: 'not-found' }] }, { cause });
  }
  if (state === '23505') return new Problem('conflict', { code: 'exists-already' }, { cause });
  if (state === '22021' || state === '22P05') return new Problem('malformed', { code: 'invalid-utf8' }, { cause });
  return new Problem('broken', {}, { cause });
}
