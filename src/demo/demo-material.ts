import { readFileSync } from 'node:fs';

/** Reads a part of the material that comes with the product; names and texts are invented. */
export function readMaterial(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`./${name}.json`, import.meta.url), 'utf8'));
}
