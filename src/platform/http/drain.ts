import { Server as NetServer } from 'node:net';
import type { Server, ServerResponse } from 'node:http';
import { setImmediate as turn, setTimeout as pause } from 'node:timers/promises';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

/** How long idle connections may still bring a request, and how long requests under way may take. */
const QUIET_MS = 1_000;
const LONGEST_MS = 10_000;
const PAUSE_MS = 25;

/**
 * Stops listening, answers what comes on open connections and closes each after its answer. Node's own `close` would
 * cut idle connections at once, in the very moment in which a client may be sending on one.
 */
export async function drain(app: NestFastifyApplication): Promise<void> {
  const server = app.getHttpServer();
  if (!server.listening) return;
  // Whoever has connected and is not taken yet would be reset: one whole turn of the loop takes them.
  for (let turns = 0; turns < 2; turns += 1) await turn();
  server.prependListener('request', (_request, response: ServerResponse) => {
    response.shouldKeepAlive = false;
  });
  NetServer.prototype.close.call(server);
  const began = Date.now();
  for (let age = 0; age < LONGEST_MS && (await connectionsOf(server)) > 0; age = Date.now() - began) {
    if (age > QUIET_MS) server.closeIdleConnections();
    await pause(PAUSE_MS);
  }
  server.closeAllConnections();
}

function connectionsOf(server: Server): Promise<number> {
  return new Promise((resolve) => {
    server.getConnections((error, count) => {
      resolve(error ? 0 : count);
    });
  });
}
