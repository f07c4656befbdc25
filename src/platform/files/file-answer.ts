import { StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { matches } from '../http/index.js';
import { attachmentNamed } from './content-disposition.js';
import { mediaTypeOf } from './file-kind.js';
import type { SeenFile } from './files.service.js';
import type { ByteRange, Storage } from './storage.js';

const A_YEAR = 31_536_000;
const A_MOMENT = 15;
const RANGE = /^bytes=(\d{0,15})-(\d{0,15})$/;

const KEPT = {
  lasting: `public, max-age=${A_YEAR}, immutable`,
  // May be hidden tomorrow: then no cache may go on showing it.
  open: `public, max-age=${A_MOMENT}, must-revalidate`,
  private: 'private, no-store',
} as const satisfies Record<SeenFile['sight'], string>;

/**
 * The bytes of a file as the answer to a request: never shown as a part of a page, kept by caches as far as everybody may
 * see it for ever, in part where a part is asked for. Undefined for a reader who has them already (304).
 */
export async function fileAnswer(
  { file, sight }: SeenFile,
  storage: Storage,
  reply: FastifyReply,
): Promise<StreamableFile | undefined> {
  const { headers } = reply.request;
  const tag = `"${file.hash}"`;
  void reply.headers({
    etag: tag,
    'cache-control': KEPT[sight],
    'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
    'accept-ranges': 'bytes',
    ...(sight === 'private' ? {} : { vary: 'Authorization' }),
  });
  if (sight !== 'private' && matches(headers['if-none-match'], tag)) {
    void reply.code(304);
    return undefined;
  }
  const isSame = headers['if-range'] === undefined || headers['if-range'] === tag;
  const part = isSame ? rangeIn(headers.range, file.size) : undefined;
  if (part) void reply.code(206).header('content-range', `bytes ${part.from}-${part.to}/${file.size}`);
  return new StreamableFile(await storage.read(file.hash, part), {
    type: mediaTypeOf(file.kind),
    disposition: attachmentNamed(file.name),
    length: part ? part.to - part.from + 1 : file.size,
  });
}

/** The one part that is asked for; undefined, and so the whole, for none, for several, and for one outside. */
export function rangeIn(header: string | undefined, size: number): ByteRange | undefined {
  const [, first = '', last = ''] = RANGE.exec(header ?? '') ?? [];
  const asked = first === '' ? lastBytes(last, size) : { from: Number(first), to: last === '' ? size : Number(last) };
  const to = Math.min(asked.to, size - 1);
  return asked.from > to ? undefined : { from: asked.from, to };
}

/** The last so many bytes; nothing of a size that is not said. */
function lastBytes(count: string, size: number): ByteRange {
  return { from: count === '' ? size : Math.max(0, size - Number(count)), to: size };
}
