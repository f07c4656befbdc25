import { chromium, type Browser } from 'playwright-core';
import { packedChromium, type Program } from './chromium.js';

/**
 * The package's own switches are not used: they turn the web's security off. Each page is looked at once, so its scripts
 * are not worth optimizing.
 */
const SWITCHES = [
  '--no-sandbox',
  '--disable-dev-shm-usage',
  '--font-render-hinting=none',
  '--js-flags=--no-turbofan --no-maglev',
];

/**
 * A browser: the one that `CHROMIUM_PATH` names, else the Chromium that comes as an npm package. Throws when it does not
 * start, and says what can be done.
 */
export async function openBrowser(): Promise<Browser> {
  try {
    const { executablePath, env } = await program();
    return await chromium.launch({ executablePath, env: { ...process.env, ...env }, args: SWITCHES });
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new Error(`No browser could be started; CHROMIUM_PATH can name another one. ${reason}`, { cause });
  }
}

async function program(): Promise<Program> {
  const named = process.env['CHROMIUM_PATH'];
  return named ? { executablePath: named, env: {} } : packedChromium();
}
