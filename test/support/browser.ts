import type { AddressInfo } from 'node:net';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { openBrowser } from '../../screens/browser.js';
import type { Language } from '../../src/platform/kernel/index.js';
import { AXE } from './browser-axe.js';
import { Visitor } from './browser-visitor.js';
import type { TestApplication } from './test-application.js';

/** The screens people sit at. */
export const SCREENS = { phone: { width: 360, height: 800 }, desktop: { width: 1280, height: 900 } } as const;

/** How somebody visits: a phone in Kazakh with scripts and a pointer, unless said otherwise. */
export interface VisitWish {
  readonly language?: Language;
  readonly screen?: keyof typeof SCREENS;
  readonly scripts?: boolean;
  /** Never touches the pointer. */
  readonly keyboard?: boolean;
  /** Whether axe looks at each page he comes to; if not said, in the first language, with scripts. */
  readonly axe?: boolean;
  readonly context?: BrowserContextOptions;
}

/** A browser in front of the application, which listens at an address of its own. */
export interface Site {
  readonly address: string;
  /** Somebody with a window and cookies of his own. */
  visitor(wish?: VisitWish): Promise<Visitor>;
  /** Closes all windows. Throws when a visitor met a fault that nobody looked at. */
  leave(): Promise<void>;
  close(): Promise<void>;
}

/** Opens a browser in front of the application. Throws when there is none. */
export async function openSite({ app }: TestApplication): Promise<Site> {
  const browser: Browser = await openBrowser();
  const { port } = app.getHttpServer().address() as AddressInfo;
  const address = `http://127.0.0.1:${port}`;
  const visitors: Visitor[] = [];
  let first: Language | undefined;
  const leave = async (): Promise<void> => {
    for (const visitor of visitors.splice(0)) {
      await visitor.page.context().close();
      visitor.hadNoFault();
    }
  };
  return {
    address,
    visitor: async (wish = {}) => {
      const { language = 'kk', screen = 'phone', scripts = true, keyboard = false } = wish;
      // What axe finds is the same in all languages; a third of a journey was its looking.
      first ??= language;
      const { axe = first === language && scripts } = wish;
      const viewport = SCREENS[screen];
      const options = { viewport, javaScriptEnabled: scripts, locale: language, ...wish.context };
      const context = await browser.newContext(options);
      if (scripts && axe) await context.addInitScript(AXE);
      const page = await context.newPage();
      const visitor = new Visitor(address, language, page, { scripts, keyboard, axe });
      visitors.push(visitor);
      return visitor;
    },
    leave,
    close: async () => {
      try {
        await leave();
      } finally {
        await browser.close();
      }
    },
  };
}
