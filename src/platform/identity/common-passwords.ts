import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

let known: ReadonlySet<string> | undefined;

/** True for a password that many people use and attackers try first, in whatever case (OWASP ASVS 5.0, 6.2.4). */
export function isCommonPassword(password: string): boolean {
  return commonPasswords().has(password.toLowerCase());
}

/** The ten thousand commonest passwords that are long enough to be chosen here (docs/decisions/0015). Read when first asked for. */
export function commonPasswords(): ReadonlySet<string> {
  known ??= new Set(listed());
  return known;
}

function listed(): string[] {
  const file = new URL('common-passwords.txt.gz', import.meta.url);
  return gunzipSync(readFileSync(file)).toString().split('\n').filter(Boolean);
}
