import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import packed from '@sparticuz/chromium';

/**
 * A browser: the one that `CHROMIUM_PATH` names, else the Chromium that comes as an npm package. It is unpacked into a
 * folder of our own; the package's own switches are not used: they turn the web's security off.
 */
export async function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: await pathOf(), args: ['--no-sandbox', '--disable-dev-shm-usage'] });
}

async function pathOf(): Promise<string> {
  const named = process.env['CHROMIUM_PATH'];
  if (named) return named;
  const before = process.env['TMPDIR'];
  process.env['TMPDIR'] = await mkdtemp(join(tmpdir(), 'kenes-chromium-'));
  try {
    return await packed.executablePath();
  } finally {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
  }
}
