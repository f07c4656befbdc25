import { BANDS, METHOD, ROWS_OF_BAND } from './method.js';

const FUNCTIONS = BANDS * ROWS_OF_BAND;
const FNV_PRIME = 16_777_619;
const FNV_START = 0x81_1c_9d_c5;

/** Constants of the hash functions, drawn once by a fixed rule: signatures of all times can be compared. */
const FACTORS = drawn(0x9e_37_79_b9).map((value) => value | 1);
const OFFSETS = drawn(0x85_eb_ca_6b);

/** The different pieces of a normal text, each as a hash of 32 bits; the whole text where it is shorter than a piece. */
export function piecesOf(normal: string): Uint32Array {
  const last = Math.max(0, normal.length - METHOD.piece);
  const found = new Set<number>();
  for (let at = 0; at <= last; at += 1) found.add(pieceAt(normal, at));
  return Uint32Array.from(found).sort();
}

/** Common pieces of two texts among all their pieces, from 0 to 1. */
export function similarityOf(one: Uint32Array, other: Uint32Array): number {
  let common = 0;
  let of = 0;
  for (const piece of one) {
    while ((other[of] ?? Infinity) < piece) of += 1;
    if (other[of] === piece) common += 1;
  }
  const all = one.length + other.length - common;
  return all === 0 ? 1 : common / all;
}

/** The bands of a text as signed 64-bit numbers: texts with a common band are worth comparing. `scope` keeps apart. */
export function bandsOf(pieces: Uint32Array, scope: string): string[] {
  const least = leastOf(pieces);
  const seed = hashOf(scope);
  return Array.from({ length: BANDS }, (_, band) => {
    let [high, low] = [mixed(seed ^ band), mixed(seed + band + 1)];
    for (let row = band * ROWS_OF_BAND; row < (band + 1) * ROWS_OF_BAND; row += 1) {
      const value = least[row] ?? 0;
      high = mixed(Math.imul(high, FNV_PRIME) ^ value);
      low = mixed(Math.imul(low ^ value, FNV_PRIME) + row);
    }
    return BigInt.asIntN(64, (BigInt(high) << 32n) | BigInt(low)).toString();
  });
}

/** The least value of each hash function over all pieces: two texts agree in as many as their pieces do. */
function leastOf(pieces: Uint32Array): Uint32Array {
  const least = new Uint32Array(FUNCTIONS).fill(0xff_ff_ff_ff);
  for (const piece of pieces) {
    for (let at = 0; at < FUNCTIONS; at += 1) {
      const value = Math.imul(piece ^ (OFFSETS[at] ?? 0), FACTORS[at] ?? 1);
      const spread = (value ^ (value >>> 15)) >>> 0;
      if (spread < (least[at] ?? 0)) least[at] = spread;
    }
  }
  return least;
}

function pieceAt(text: string, start: number): number {
  let hash = FNV_START;
  for (let at = start; at < start + METHOD.piece; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), FNV_PRIME);
  return mixed(hash);
}

function hashOf(text: string): number {
  let hash = FNV_START;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), FNV_PRIME);
  return mixed(hash);
}

/** Every bit of the input moves every bit of the output (the finalizer of MurmurHash3). */
function mixed(value: number): number {
  let hash = value;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85_eb_ca_6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2_b2_ae_35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

function drawn(start: number): Uint32Array {
  return Uint32Array.from({ length: FUNCTIONS }, (_, at) => mixed(start + Math.imul(at + 1, 0x9e_37_79_b9)));
}
