import { randomUUID } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { LANGUAGES, Problem } from '../kernel/index.js';
import { problemDocument, problemHeaders } from './problem-document.js';

/** Answers what is no HTTP request with a problem and closes; nothing is known of the reader, not even the language. */
export function refuseUnreadable(error: Error & { readonly code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return;
  if (socket.writable) socket.write(answerTo(error.code === 'HPE_HEADER_OVERFLOW' ? 'too-large' : 'malformed'));
  socket.destroy(error);
}

function answerTo(kind: 'too-large' | 'malformed'): string {
  const [language] = LANGUAGES;
  const problem = new Problem(kind);
  const body = JSON.stringify(problemDocument(problem, language, randomUUID()));
  const headers = {
    ...problemHeaders(problem, language),
    'content-length': String(Buffer.byteLength(body)),
    'x-content-type-options': 'nosniff',
    connection: 'close',
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  return [`HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status] ?? ''}`, ...lines, '', body].join('\r\n');
}
