import { ConsoleLogger, type LogLevel } from '@nestjs/common';
import type { Env } from './platform/config/index.js';

const LEVELS: readonly LogLevel[] = ['error', 'warn', 'log', 'debug'];
const NAMES: readonly string[] = ['error', 'warn', 'info', 'debug'];

/** What Nest tells of its own wiring; nobody who starts Kenes needs a line for each route. */
const WIRING = ['InstanceLoader', 'NestFactory', 'RouterExplorer', 'RoutesResolver', 'NestApplication'];

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
