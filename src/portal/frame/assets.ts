import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Encoding } from '../../platform/http/index.js';

/** File names of the style sheet, the script and the icon; each holds the hash of its content. */
export interface AssetNames {
  readonly style: string;
  readonly script: string;
  readonly icon: string;
}

/** Beside the build, or in it when the sources run as they are. */
const FOLDERS = ['../../../assets', '../../../dist/assets'].map((path) => join(import.meta.dirname, path));

const TYPES: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
};

const ENDINGS: Readonly<Record<Encoding, string>> = { br: '.br', gzip: '.gz', identity: '' };

let names: AssetNames | undefined;

/** The names of this build; read once. Throws when the assets have not been built. */
export function assetNames(): AssetNames {
  names ??= JSON.parse(readFileSync(join(folder(), 'names.json'), 'utf8')) as AssetNames;
  return names;
}

/** A file of the build in memory, in every packing. */
export interface Asset {
  readonly type: string;
  readonly packed: Readonly<Record<Encoding, Buffer>>;
}

/** All files that pages refer to, by name. */
export function readAssets(): ReadonlyMap<string, Asset> {
  const read = (file: string): Asset => ({
    type: TYPES[file.split('.').at(-1) ?? ''] ?? 'application/octet-stream',
    packed: {
      br: readFileSync(join(folder(), file + ENDINGS.br)),
      gzip: readFileSync(join(folder(), file + ENDINGS.gzip)),
      identity: readFileSync(join(folder(), file)),
    },
  });
  const files = readdirSync(folder()).filter((file) => !/\.(br|gz|json)$/.test(file));
  return new Map(files.map((file) => [file, read(file)]));
}

/** Tells the style sheet that a script runs, before anything is shown. */
export const FIRST_SCRIPT =
  "document.body.className+=' js-enabled'+('noModule' in HTMLScriptElement.prototype?' govuk-frontend-supported':'')";

/** What a page may load and do: our own files and that one script. */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  `script-src 'self' 'sha256-${createHash('sha256').update(FIRST_SCRIPT).digest('base64')}'`,
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  'report-uri /csp-reports',
].join('; ');

function folder(): string {
  const found = FOLDERS.find((path) => existsSync(join(path, 'names.json')));
  if (found === undefined) throw new Error('The style sheet and the script are not built: run npm run build.');
  return found;
}
