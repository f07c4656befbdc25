import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestApplication } from './test-application.js';

/** A file as it came: supertest knows no trailers. */
export interface Downloaded {
  readonly status: number;
  readonly headers: http.IncomingHttpHeaders;
  readonly trailers: NodeJS.Dict<string>;
  readonly bytes: Buffer;
}

/** The answer to a GET below `/api/v1`, begun on a connection of its own; nothing of its body is read. */
export async function beginDownload({ app }: TestApplication, path: string): Promise<http.IncomingMessage> {
  const { port } = app.getHttpServer().address() as AddressInfo;
  const request = http.get({ host: '127.0.0.1', port, path: `/api/v1${path}`, agent: false });
  const [response] = (await once(request, 'response')) as [http.IncomingMessage];
  return response;
}

/** The rest of an answer. Throws when it breaks off. */
export async function finishDownload(response: http.IncomingMessage): Promise<Downloaded> {
  const parts: Buffer[] = [];
  for await (const part of response) parts.push(part as Buffer);
  const { statusCode: status = 0, headers, trailers } = response;
  return { status, headers, trailers, bytes: Buffer.concat(parts) };
}

/** A whole file. */
export async function download(test: TestApplication, path: string): Promise<Downloaded> {
  return finishDownload(await beginDownload(test, path));
}
