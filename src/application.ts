import { ConsoleLogger, RequestMethod, type LogLevel } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { SwaggerModule } from '@nestjs/swagger';
import { AppModule, type Surroundings } from './app.module.js';
import type { Env } from './platform/config/index.js';
import { LANGUAGES } from './platform/kernel/index.js';
import { AnswerCache, openApiDocument, type EarlyAnswers, serverAdapter, setUpServer } from './platform/http/index.js';

const LEVELS: readonly LogLevel[] = ['error', 'warn', 'log', 'debug'];
const NAMES: readonly string[] = ['error', 'warn', 'info', 'debug'];

/** What Nest tells of its own wiring; nobody who starts Kenes needs a line for each route. */
const WIRING = ['InstanceLoader', 'NestFactory', 'RouterExplorer', 'RoutesResolver', 'NestApplication'];

/** Routes that do not begin with `/api/v1`: probes, and the pages with what they need. */
const BESIDE_THE_API = [
  { path: 'health/*path', method: RequestMethod.GET },
  ...['/', 'assets/*path', 'problems/*path', 'csp-reports'].map((path) => ({ path, method: RequestMethod.ALL })),
  ...LANGUAGES.flatMap((language) => [language, `${language}/*path`]).map((path) => ({
    path,
    method: RequestMethod.ALL,
  })),
];

class QuietLogger extends ConsoleLogger {
  override log(message: unknown, ...rest: unknown[]): void {
    if (!WIRING.includes(String(rest.at(-1)))) super.log(message, ...rest);
  }
}

/** Structured lines in production, readable ones elsewhere. */
export function loggerFor(env: Env): ConsoleLogger {
  const logLevels = LEVELS.slice(0, NAMES.indexOf(env.logLevel) + 1);
  return new QuietLogger({ json: env.production, colors: !env.production, logLevels });
}

/** How much of the application is made. */
export interface Extent {
  /** Builds no providers: enough for the OpenAPI document. */
  readonly preview?: boolean;
  /** With the page to try the API on. */
  readonly docs?: boolean;
}

/** The application, wired and set up but not listening. */
export async function createApplication(
  surroundings: Surroundings,
  { preview = false, docs = false }: Extent = {},
): Promise<NestFastifyApplication> {
  const { env, clock } = surroundings;
  const logger = loggerFor(env);
  const early: EarlyAnswers = {};
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.for(surroundings), serverAdapter(env, early), {
    bodyParser: false,
    abortOnError: false,
    logger,
    preview,
  });
  app.setGlobalPrefix('api/v1', { exclude: BESIDE_THE_API });
  if (!preview) early.cache = app.get(AnswerCache);
  setUpServer(app, { env, clock, cache: early.cache, log: env.production ? logger : undefined });
  if (!preview) serveDocument(app, env, docs);
  return app;
}

/** The OpenAPI document and, where wanted, a page to try the API on. */
function serveDocument(app: NestFastifyApplication, env: Env, ui: boolean): void {
  SwaggerModule.setup('api/docs', app, () => openApiDocument(app, env.publicUrl), {
    jsonDocumentUrl: 'api/v1/openapi.json',
    customSiteTitle: 'Kenes API',
    raw: ['json'],
    ui,
  });
}
