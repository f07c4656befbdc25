import { existsSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { transform } from '@swc/core';

const ROOT = join(import.meta.dirname, '..', '..', '..');
const SWC = JSON.parse(readFileSync(join(ROOT, '.swcrc'), 'utf8'));
const GLOBALS = new URL('./globals.mjs', import.meta.url).href;
const FILE = /^(\.|\/|file:)/;
const LIBRARY = /\/node_modules\//;
const TYPESCRIPT = /\.tsx?$/;

/** Finds Kenes in the build, so that what is tested is what is shipped, and the tests' own modules as TypeScript. */
export async function resolve(specifier, context, next) {
  if (specifier === '@jest/globals') return { url: GLOBALS, format: 'module', shortCircuit: true };
  const found = FILE.test(specifier) ? ours(new URL(specifier, context.parentURL)) : undefined;
  return found ? { url: pathToFileURL(found).href, format: 'module', shortCircuit: true } : next(specifier, context);
}

function ours(url) {
  if (LIBRARY.test(url.pathname)) return undefined;
  const stem = relative(ROOT, fileURLToPath(url)).replace(/\.[jt]sx?$/, '');
  const candidates = [join('dist', `${stem}.js`), `${stem}.ts`, `${stem}.tsx`];
  return candidates.map((path) => join(ROOT, path)).find((path) => existsSync(path));
}

/** Compiles the tests' own modules, with the map by which stack traces name their lines. */
export async function load(url, context, next) {
  if (!TYPESCRIPT.test(url)) return next(url, context);
  const filename = fileURLToPath(url);
  const { code } = await transform(await readFile(filename, 'utf8'), { ...optionsFor(filename), filename });
  return { format: 'module', source: code, shortCircuit: true };
}

/** A parser that takes TSX refuses generic arrow functions (`<T>(…) =>`), so only .tsx files get it. */
function optionsFor(filename) {
  const parser = { ...SWC.jsc.parser, tsx: filename.endsWith('.tsx') };
  return { ...SWC, swcrc: false, jsc: { ...SWC.jsc, parser } };
}
