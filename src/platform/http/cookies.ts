import { fastifyCookie, type SerializeOptions } from '@fastify/cookie';
import type { Env } from '../config/index.js';

/** The cookie that holds the session of a person at a browser. */
export const SESSION_COOKIE = 'sid';

/**
 * The name a cookie of ours has here. Over https it is bound to this host; on a plain address, as in a demonstration on a
 * local network, browsers would drop such a cookie, so there it goes without.
 */
export function cookieName({ publicUrl }: Pick<Env, 'publicUrl'>, name: string): string {
  return isSecure(publicUrl) ? `__Host-${name}` : name;
}

/** The value of one of our cookies in a request's header. */
export function cookieIn(header: string | undefined, env: Pick<Env, 'publicUrl'>, name: string): string | undefined {
  return header === undefined ? undefined : fastifyCookie.parse(header)[cookieName(env, name)];
}

/** The `Set-Cookie` of one of our cookies; undefined takes it away. It ends with the browser unless `maxAge` is said. */
export function cookieText(
  env: Pick<Env, 'publicUrl'>,
  name: string,
  value: string | undefined,
  options: SerializeOptions = {},
): string {
  return fastifyCookie.serialize(cookieName(env, name), value ?? '', {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: isSecure(env.publicUrl),
    ...(value === undefined ? { maxAge: 0 } : {}),
    ...options,
  });
}

function isSecure(publicUrl: string): boolean {
  return publicUrl.startsWith('https:');
}
