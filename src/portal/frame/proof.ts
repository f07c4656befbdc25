import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import type { Env } from '../../platform/config/index.js';
import { cookieIn, cookieText, SESSION_COOKIE } from '../../platform/http/index.js';

/** Holds a secret of a browser that is not signed in, so that its forms can be told from those of other sites. */
const FORM_COOKIE = 'form';
const SECRET_BYTES = 32;
const NONCE_BYTES = 12;

/**
 * Proves that a form was made for the browser that sends it: an HMAC under a secret that only its cookie holds (the
 * session's token, or a secret for those who are not signed in). Each proof looks different, so that packing a page
 * gives nothing away.
 */
export class Proof {
  #secret: string | undefined;
  #isNew = false;

  constructor(
    private readonly env: Env,
    request: FastifyRequest,
    isSignedIn: boolean,
  ) {
    this.#secret = cookieIn(request.headers.cookie, env, isSignedIn ? SESSION_COOKIE : FORM_COOKIE);
  }

  /** From now on proofs are for the session with this token, which has just begun. */
  belongTo(token: string): void {
    this.#secret = token;
    this.#isNew = false;
  }

  /** A proof for a form that is shown now. */
  token(): string {
    if (!this.#secret) {
      this.#secret = randomBytes(SECRET_BYTES).toString('base64url');
      this.#isNew = true;
    }
    const nonce = randomBytes(NONCE_BYTES).toString('base64url');
    return `${nonce}.${signed(this.#secret, nonce)}`;
  }

  /** True when the proof was made for this browser. */
  holds(token: string | undefined): boolean {
    const [nonce = '', given = ''] = (token ?? '').split('.');
    if (!this.#secret || nonce === '') return false;
    const expected = Buffer.from(signed(this.#secret, nonce));
    const got = Buffer.from(given);
    return got.length === expected.length && timingSafeEqual(got, expected);
  }

  /** Cookies that must go with an answer in which proofs were made. */
  get cookies(): string[] {
    return this.#isNew ? [cookieText(this.env, FORM_COOKIE, this.#secret)] : [];
  }
}

/** True when the browser says that the request comes from a page of ours; undefined when it says nothing. */
export function isFromUs(request: FastifyRequest, { publicUrl, production }: Env): boolean | undefined {
  const { origin, host, 'sec-fetch-site': site } = request.headers;
  if (site !== undefined && site !== 'same-origin') return false;
  if (origin === undefined) return site === undefined ? undefined : true;
  // A demonstration is reached under whatever name the machine has on its network.
  const ours = production ? [publicUrl] : [publicUrl, `http://${host ?? ''}`];
  return ours.some((one) => new URL(one).origin === origin);
}

function signed(secret: string, nonce: string): string {
  return createHmac('sha256', secret).update(nonce).digest('base64url');
}
