import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LANGUAGES, type Language } from '../../src/platform/kernel/index.js';
import { openSite, SCREENS, type Site } from '../support/browser.js';
import { movingElements, NARROWEST, transferredBytes, unseenStops, wideElements } from '../support/browser-looks.js';
import type { Visitor } from '../support/browser-visitor.js';
import { startTestApplication, type TestApplication } from '../support/test-application.js';
import { ADDRESSES, pageRoutes } from './addresses.js';
import { portalWorld, type World } from './world.js';

const MOST_BYTES = 60_000;
const PATIENCE_MS = 1_200_000;
/** Pages of those who are not signed in; to others they say that they are. */
const OF_STRANGERS = /^(sign-in|sign-up|reset|confirm|new-password|account\/closed)/;

/** A page as it was seen. */
interface Sight {
  readonly path: string;
  readonly language: Language;
  readonly title: string;
  readonly lang: string;
  readonly fault: string;
  readonly wide: readonly string[];
  readonly moving: readonly string[];
  readonly unseen: readonly string[];
  readonly bytes: number;
}

describe('every page in a browser', () => {
  let test: TestApplication;
  let site: Site;
  let world: World;
  let sights: Sight[];
  beforeAll(async () => {
    test = await startTestApplication();
    world = await portalWorld(test);
    site = await openSite(test);
    sights = (await Promise.all(LANGUAGES.map(readAll))).flat();
  }, PATIENCE_MS);
  afterAll(async () => {
    await site.close();
    await test.close();
  });

  const addresses = (): string[] =>
    pageRoutes(test).flatMap((route) => {
      const address = ADDRESSES[route]?.(world);
      return address === null && !OF_STRANGERS.test(route) ? [] : [address ?? route];
    });

  /** Pages are read in each language, and in each language another third of them is looked at thoroughly. */
  async function readAll(language: Language, turn: number): Promise<Sight[]> {
    const [thorough, quick] = [await readers(language, true), await readers(language, false)];
    const seen: Sight[] = [];
    for (const [at, address] of [...addresses(), 'no-such-page'].entries()) {
      const isTurn = at % LANGUAGES.length === turn;
      const { everybody, stranger } = isTurn ? thorough : quick;
      const reader = OF_STRANGERS.test(address) ? stranger : everybody;
      seen.push(await sightOf(reader, `/${address}`.replace(/\/$/, ''), isTurn));
    }
    return seen;
  }

  async function readers(language: Language, axe: boolean): Promise<Record<'everybody' | 'stranger', Visitor>> {
    const viewport = axe ? SCREENS.desktop : NARROWEST;
    const wish = { language, axe, context: { viewport, reducedMotion: 'reduce' } } as const;
    const [everybody, stranger] = [await site.visitor(wish), await site.visitor(wish)];
    await everybody.open('/sign-in');
    await everybody.signIn(world.everybody.email);
    return { everybody, stranger };
  }

  it('opens without a fault: its status, axe, the console, what it loads, the policy for contents', () => {
    expect(sights.length).toBeGreaterThan(3 * 100);
    expect(sights.map(({ fault }) => fault).filter(Boolean)).toEqual([]);
  });

  it('has a title and says its language', () => {
    expect(sights.filter(({ title }) => !/^\S.* – Kenes$/s.test(title))).toEqual([]);
    expect(sights.filter(({ lang, language }) => lang !== language)).toEqual([]);
  });

  it.each<[string, (sight: Sight) => readonly string[]]>([
    ['is not scrolled sideways at 320 px, that is at a zoom of 400 %', ({ wide }) => wide],
    ['keeps still for those who want less motion', ({ moving }) => moving],
    ['shows where the focus is', ({ unseen }) => unseen],
  ])('%s', (_, faultsOf) => {
    const faulty = sights.filter((sight) => faultsOf(sight).length > 0);
    expect(faulty.map((sight) => [sight.path, ...faultsOf(sight)])).toEqual([]);
  });

  it('is put on paper without the frame around it', async () => {
    const reader = await site.visitor({ screen: 'desktop' });
    const records = [`/meetings/${world.meetingId}/minutes`, `/receipts/${world.receipt}`];
    for (const path of [...records, `/consultations/${world.consultation.consultationId}`]) {
      await reader.open(path);
      const frame = reader.page.locator('header nav, .govuk-breadcrumbs, footer, .govuk-skip-link, .govuk-button');
      const visible = (): Promise<number> => frame.filter({ visible: true }).count();
      expect(await visible()).toBeGreaterThan(2);
      await reader.page.emulateMedia({ media: 'print' });
      expect(await visible()).toBe(0);
      await expect(reader.page.locator('main h1').isVisible()).resolves.toBe(true);
      await reader.page.emulateMedia({ media: null });
    }
  });

  it('is looked at by eyes that see', async () => {
    const reader = await site.visitor({ screen: 'desktop' });
    const { page } = reader;
    await reader.open('');
    const seen404 = page.waitForResponse(/none\.png/);
    const seenError = page.waitForEvent('pageerror');
    await page.evaluate(() => {
      const [script, picture, link] = ['script', 'img', 'a'].map((name) => document.createElement(name));
      script?.append('globalThis.run = true');
      picture?.setAttribute('src', '/assets/none.png');
      link?.setAttribute('href', '/');
      const style = { display: 'block', width: '2000px', height: '30px', transition: 'color 1s' };
      for (const [name, value] of Object.entries(style)) link?.style.setProperty(name, value);
      for (const name of ['outline', 'box-shadow']) link?.style.setProperty(name, 'none', 'important');
      for (const one of [script, picture, link]) document.querySelector('main')?.prepend(one ?? '');
      setTimeout(() => {
        throw new Error('thrown');
      });
    });
    await Promise.all([seen404, seenError]);
    const { message } = await reader.look(404).then(
      () => new Error('Nothing was seen.'),
      (error: unknown) => error as Error,
    );
    const faults = [
      'Content Security Policy',
      'image-alt',
      'link-name',
      'answer: 404',
      'script: thrown',
      'status: 200',
    ];
    expect(faults.filter((fault) => !message.includes(fault))).toEqual([]);
    const seen = [await wideElements(page), await movingElements(page), await unseenStops(page)];
    expect(seen.map((found) => found.length > 0)).toEqual([true, true, true]);
  });

  it('is light: at most 60 kB over the wire with its style and script', () => {
    expect(sights.filter(({ bytes }) => bytes > MOST_BYTES || bytes < 10_000)).toEqual([]);
  });
});

/**
 * Looks at a page on the narrowest screen, before that at a desk in one of the languages: how it moves and how it shows
 * the focus is, as what axe finds, the same in all.
 */
async function sightOf(reader: Visitor, address: string, isThorough: boolean): Promise<Sight> {
  const { page, language } = reader;
  const path = `/${language}${address}`;
  if (isThorough) await page.setViewportSize(SCREENS.desktop);
  const fault = await reader.open(address, address === '/no-such-page' ? 404 : 200).then(
    () => '',
    (error: unknown) => `${path} ${String(error)}`,
  );
  const { title, lang } = await page.evaluate(() => ({ title: document.title, lang: document.documentElement.lang }));
  const [bytes, moving] = [await transferredBytes(page), isThorough ? await movingElements(page) : []];
  if (isThorough) await page.setViewportSize(NARROWEST);
  const [wide, unseen] = [await wideElements(page), isThorough ? await unseenStops(page) : []];
  return { path, language, title, lang, fault, wide, moving, unseen, bytes };
}
