import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Commits } from '../database/index.js';
import { preferredLanguage } from '../i18n/index.js';
import { Clock } from '../kernel/index.js';
import { encodingFor } from './compression.js';
import { matches, OF_UNCHANGED } from './etag.js';
import { pageKindOf } from './pages.js';
import { RecentKeys } from './recent-keys.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** Set when the answer to this request may be kept: under which key, and which commit it cannot be older than. */
    keeping?: { readonly key: string; readonly generation: number };
  }
}

/** A public answer, whole: what is sent to everyone who asks the same at this moment. Headers are name, value, … */
interface Entry {
  readonly tag: string;
  readonly headers: readonly string[];
  /** For 304. */
  readonly bare: readonly string[];
  readonly payload: Buffer;
  readonly size: number;
  readonly keptAt: number;
}

/** An answer is kept no longer, so that what another process writes is seen after that. */
export const KEPT_MS = 1_000;
const MOST_ENTRIES = 2_000;
const MOST_BYTES = 32 * 1024 * 1024;
const LARGEST = 1024 * 1024;
const MS_PER_MINUTE = 60_000;
/** Headers that belong to one request. */
const OWN = new Set(['x-request-id', 'set-cookie', 'date', 'connection', 'content-length']);
const PAGE = /^\/(kk|ru|en)(\/|\?|$)/;

/**
 * Public answers in memory from the second reader on, for at most a second and never past a commit of this process:
 * whoever was told that his act is done sees it in the next answer. Nothing is kept into another minute, because answers
 * depend on the clock.
 */
@Injectable()
export class AnswerCache {
  readonly #entries = new Map<string, Entry>();
  readonly #asked = new RecentKeys(KEPT_MS);
  #bytes = 0;
  #generation = 0;
  #minute = 0;

  constructor(
    private readonly clock: Clock,
    commits: Commits,
  ) {
    commits.onCommit(() => {
      this.#clear();
    });
  }

  /** Answers from memory; false leaves the request to the application. Nothing of the framework has run by then. */
  answer(request: IncomingMessage, response: ServerResponse): boolean {
    const key = this.#keyOf(request);
    const entry = key === undefined ? undefined : this.#entries.get(key);
    if (!entry || performance.now() - entry.keptAt > KEPT_MS) return false;
    const id = randomUUID();
    if (matches(request.headers['if-none-match'], entry.tag)) {
      response.writeHead(304, ['x-request-id', id, ...entry.bare]).end();
    } else {
      response.writeHead(200, ['x-request-id', id, ...entry.headers]).end(entry.payload);
    }
    return true;
  }

  /** Marks a request whose answer may be kept: one that was asked for a moment ago too. Most pages of a list are not. */
  await(request: FastifyRequest): void {
    const key = pageKindOf(request) === 'own' ? undefined : this.#keyOf(request.raw);
    if (key === undefined || !this.#asked.again(key)) return;
    request.keeping = { key, generation: this.#generation };
  }

  /** Keeps an answer that everyone may get, unless something was committed while it was being made. */
  keep(request: FastifyRequest, reply: FastifyReply, tag: string, answer: Buffer | string): void {
    const { keeping } = request;
    if (keeping?.generation !== this.#generation || reply.statusCode !== 200) return;
    const payload = bytesOf(answer);
    const size = payload.length;
    if (size > LARGEST) return;
    const lasting = Object.entries(reply.getHeaders()).filter(([name]) => !OWN.has(name));
    const bare = lasting.filter(([name]) => OF_UNCHANGED.has(name)).flatMap(textual);
    const headers = [...lasting.flatMap(textual), 'content-length', String(size)];
    this.#drop(keeping.key);
    this.#entries.set(keeping.key, { tag, headers, bare, payload, size, keptAt: performance.now() });
    this.#bytes += size;
    for (const [oldest] of this.#entries) {
      if (this.#entries.size <= MOST_ENTRIES && this.#bytes <= MOST_BYTES) break;
      this.#drop(oldest);
    }
  }

  /** How many answers are kept. */
  get size(): number {
    return this.#entries.size;
  }

  #keyOf({ method, url, headers }: IncomingMessage): string | undefined {
    if (method !== 'GET' || url === undefined) return undefined;
    this.#turn();
    // A public page is the same for everyone, whatever cookie comes with the request; its path names the language.
    if (PAGE.test(url)) return encodingFor(headers['accept-encoding']) + url;
    if (!url.startsWith('/api/v1/')) return undefined;
    if (headers.authorization !== undefined || headers.cookie !== undefined) return undefined;
    return preferredLanguage(headers['accept-language']) + url;
  }

  #turn(): void {
    const minute = Math.floor(this.clock.now().getTime() / MS_PER_MINUTE);
    if (minute === this.#minute) return;
    this.#minute = minute;
    this.#clear();
  }

  #drop(key: string): void {
    this.#bytes -= this.#entries.get(key)?.size ?? 0;
    this.#entries.delete(key);
  }

  #clear(): void {
    this.#generation += 1;
    this.#entries.clear();
    this.#bytes = 0;
  }
}

function bytesOf(answer: Buffer | string): Buffer {
  return typeof answer === 'string' ? Buffer.from(answer) : answer;
}

function textual([name, value]: [string, number | string | string[] | undefined]): string[] {
  return [name, String(value)];
}
