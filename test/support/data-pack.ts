import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const NAME = 'KENES_DATA_PACK';

/** The folder of real data that tests compare with; undefined = those tests are listed as not run. */
export const DATA_PACK =
  process.env[NAME] === undefined || process.env[NAME] === '' ? undefined : resolve(process.env[NAME]);

/** Where a file of the data pack is; only inside `withDataPack`. */
export function packPath(path: string): string {
  return resolve(DATA_PACK ?? '', path);
}

/** The text of a file of the data pack; a pack that is named but absent is a failure. */
export function packText(path: string): string {
  return readFileSync(packPath(path), 'utf8');
}

/** Tests over the real data: run when the variable names the pack, else listed as not run. */
export function withDataPack(name: string, tests: () => void): void {
  if (DATA_PACK !== undefined) {
    describe(name, tests);
    return;
  }
  describe(`${name}: not run`, () => {
    it(`because ${NAME} is not set`, () => {
      console.info(`Not run: “${name}”. Set ${NAME} to the folder of the data pack.`);
      expect(process.env[NAME] ?? '').toBe('');
    });
  });
}
