import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

export const ENCODINGS = ['br', 'gzip', 'identity'] as const;

/** How the bytes of an answer are packed. */
export type Encoding = (typeof ENCODINGS)[number];

/** Below this a packed answer saves nothing. */
const WORTH_BYTES = 512;
/** About what gzip costs, and smaller. */
const QUALITY = 4;

const pack = { br: promisify(brotliCompress), gzip: promisify(gzip) };

/** The best packing that a reader takes (RFC 9110, 12.5.3). */
export function encodingFor(header: string | string[] | undefined): Encoding {
  if (header === undefined) return 'identity';
  const taken = String(header).toLowerCase().split(',').map(encodingIn);
  return ENCODINGS.find((one) => taken.includes(one)) ?? 'identity';
}

function encodingIn(part: string): string | undefined {
  const [name = '', ...options] = part.split(';').map((text) => text.trim());
  return options.some((option) => /^q=0(\.0*)?$/.test(option)) ? undefined : name;
}

/** The bytes packed for a reader; as they are where that does not pay. */
export async function packed(bytes: Buffer, wanted: Encoding): Promise<{ bytes: Buffer; encoding: Encoding }> {
  if (wanted === 'identity' || bytes.length < WORTH_BYTES) return { bytes, encoding: 'identity' };
  const params = { [constants.BROTLI_PARAM_QUALITY]: QUALITY, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  const small = wanted === 'br' ? await pack.br(bytes, { params }) : await pack.gzip(bytes);
  return { bytes: small, encoding: wanted };
}
