import { RequestMethod } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { SwaggerModule } from '@nestjs/swagger';
import { AppModule } from './app.module.js';
import type { Env } from './platform/config/index.js';
import { LANGUAGES } from './platform/kernel/index.js';
import { AnswerCache, openApiDocument, type EarlyAnswers, serverAdapter, setUpServer } from './platform/http/index.js';
import { loggerFor } from './logger.js';
import type { Surroundings } from './services.module.js';

/** Routes that do not begin with `/api/v1`: probes, and the pages with what they need. */
const BESIDE_THE_API = [
  { path: 'health/*path', method: RequestMethod.GET },
  ...['/', 'assets/*path', 'problems/*path', 'csp-reports'].map((path) => ({ path, method: RequestMethod.ALL })),
  ...LANGUAGES.flatMap((language) => [language, `${language}/*path`]).map((path) => ({
    path,
    method: RequestMethod.ALL,
  })),
];

/** The application, wired and set up but not listening; with `docs` it has the page to try the API on. */
export async function createApplication(
  surroundings: Surroundings,
  { docs = false }: { readonly docs?: boolean } = {},
): Promise<NestFastifyApplication> {
  const { env, clock } = surroundings;
  const logger = loggerFor(env);
  const early: EarlyAnswers = {};
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.for(surroundings), serverAdapter(env, early), {
    bodyParser: false,
    abortOnError: false,
    logger,
  });
  app.setGlobalPrefix('api/v1', { exclude: BESIDE_THE_API });
  early.cache = app.get(AnswerCache);
  setUpServer(app, { env, clock, cache: early.cache, log: env.production ? logger : undefined });
  serveDocument(app, env, docs);
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
