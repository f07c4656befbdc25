import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { Person } from '../support/people.js';
import type { TestApplication } from '../support/test-application.js';

/** A file as its owner is told of it. */
export interface Uploaded {
  readonly id: string;
  readonly name: string;
  readonly hash: string;
  readonly path: string;
}

/** Where a file of this name is sent. */
export const uploadPath = (name: string): string => `/files?name=${encodeURIComponent(name)}`;

/** Sends bytes piece by piece, as a slow network does; `grown` is by how much buffers grew at most meanwhile. */
export async function uploadInPieces(
  { app }: TestApplication,
  { token }: Person,
  bytes: Buffer,
): Promise<{ status: number; file: Uploaded; grown: number }> {
  const { port } = app.getHttpServer().address() as AddressInfo;
  const before = heldNow();
  let most = before;
  const pieces = function* (): Generator<Buffer> {
    for (let at = 0; at < bytes.length; at += 65_536) {
      if (at % (80 * 65_536) === 0) most = Math.max(most, heldNow());
      yield bytes.subarray(at, at + 65_536);
    }
  };
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/pdf' };
  const request = http.request({ port, method: 'POST', path: `/api/v1${uploadPath('most.pdf')}`, headers });
  const answered = once(request, 'response') as Promise<[http.IncomingMessage]>;
  await pipeline(Readable.from(pieces()), request);
  const [answer] = await answered;
  const text = Buffer.concat(await answer.toArray()).toString();
  return { status: answer.statusCode ?? 0, file: JSON.parse(text) as Uploaded, grown: most - before };
}

/** Bytes outside the heap that are in use, without what only waits to be collected. */
function heldNow(): number {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  return process.memoryUsage().arrayBuffers;
}
