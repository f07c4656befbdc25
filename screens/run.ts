import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { serve } from '../bench/processes.js';
import { openBrowser } from './browser.js';

// Pictures of the main pages with the demonstration's data, for people to look at: `npm run screens`.

const WIDTHS = [360, 1280];
const FOLDER = 'pictures';

interface Things {
  readonly items: readonly { readonly id: string }[];
}

async function main(): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'kenes-screens-'));
  // As root PostgreSQL runs as another user, who must be able to reach the data.
  await chmod(dataDir, 0o755);
  const kenes = await serve('../src/main.js', { KENES_DATA_DIR: dataDir, LOG_LEVEL: 'error' });
  try {
    const browser = await openBrowser();
    try {
      await mkdir(FOLDER, { recursive: true });
      await takeAll(browser, kenes.url);
    } finally {
      await browser.close();
    }
  } finally {
    await kenes.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function takeAll(browser: Browser, address: string): Promise<void> {
  const pages = await pagesOf(address);
  for (const width of WIDTHS) {
    const context = await browser.newContext({ viewport: { width, height: 900 } });
    const page = await context.newPage();
    for (const [name, path] of pages) {
      await page.goto(address + path);
      const file = join(FOLDER, `${name}-${width}.png`);
      await page.screenshot({ path: file, fullPage: true });
      console.log(file);
    }
    await context.close();
  }
}

/** The main pages, with things of the demonstration; half of them in each language. */
async function pagesOf(address: string): Promise<[name: string, path: string][]> {
  const first = async (path: string): Promise<string> => {
    const { items } = (await (await fetch(`${address}/api/v1${path}`)).json()) as Things;
    const [thing] = items;
    if (!thing) throw new Error(`Nothing at ${path}.`);
    return thing.id;
  };
  const council = await first('/councils?state=active');
  return [
    ['home', '/kk'],
    ['councils', '/ru/councils'],
    ['council', `/kk/councils/${council}`],
    ['meeting', `/ru/meetings/${await first(`/councils/${council}/meetings`)}`],
    ['recommendation', `/kk/recommendations/${await first('/recommendations?state=answered')}`],
    ['consultations', '/ru/consultations'],
    ['consultation', `/kk/consultations/${await first('/consultations?phase=commenting')}`],
    ['assessment', `/ru/assessments/${await first('/assessments')}`],
    ['follow-ups', '/kk/follow-ups'],
    ['rules', '/ru/rules'],
    ['timeline', '/kk/timeline'],
  ];
}

await main();
