import type { Env } from '../config/index.js';

/** The cookie that holds the session of a person at a browser. */
export const SESSION_COOKIE = 'sid';

type Site = Pick<Env, 'publicUrl'>;

/** The value of one of our cookies in a request's header; ours are plain words, so there is nothing to decode. */
export function cookieIn(header: string | undefined, site: Site, name: string): string | undefined {
  const start = `${cookieName(site, name)}=`;
  const found = header?.split(';').find((part) => part.trimStart().startsWith(start));
  return found?.trim().slice(start.length);
}

/** The `Set-Cookie` of one of our cookies; undefined takes it away. It ends with the browser unless `maxAge` is said. */
export function cookieText(site: Site, name: string, value: string | undefined, maxAge?: number): string {
  const lasts = value === undefined ? 0 : maxAge;
  const parts = [
    `${cookieName(site, name)}=${value ?? ''}`,
    'Path=/',
    'HttpOnly',
    'SameSite=Lax',
    ...(isSecure(site) ? ['Secure'] : []),
    ...(lasts === undefined ? [] : [`Max-Age=${lasts}`]),
  ];
  return parts.join('; ');
}

/**
 * The name a cookie of ours has here. Over https it is bound to this host; on a plain address, as in a demonstration on a
 * local network, browsers would drop such a cookie, so there it goes without.
 */
function cookieName(site: Site, name: string): string {
  return isSecure(site) ? `__Host-${name}` : name;
}

function isSecure({ publicUrl }: Site): boolean {
  return publicUrl.startsWith('https:');
}
