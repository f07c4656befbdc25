import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CheerioAPI } from 'cheerio';
import { assetNames, CONTENT_SECURITY_POLICY } from '../../src/portal/frame/index.js';
import { LANGUAGES } from '../../src/platform/kernel/index.js';
import { Reader, type Seen } from '../support/reader.js';
import { startTestApplication, type TestApplication } from '../support/test-application.js';
import { ADDRESSES, pageRoutes } from './addresses.js';
import { portalWorld, type World } from './world.js';

describe('every page', () => {
  let test: TestApplication;
  let world: World;
  let reader: Reader;
  let stranger: Reader;
  beforeAll(async () => {
    test = await startTestApplication();
    world = await portalWorld(test);
    reader = new Reader(test);
    await reader.signIn(world.everybody.email);
    stranger = new Reader(test);
  });
  afterAll(() => test.close());

  const addresses = (): string[] =>
    pageRoutes(test).flatMap((route) => {
      const address = ADDRESSES[route]?.(world);
      if (address === undefined && route.includes(':')) throw new Error(`Say in ADDRESSES where ${route} leads.`);
      return address === null ? [] : [address ?? route];
    });

  /** Every page as it was opened once, by its path. */
  const opened = new Map<string, Seen>();
  const each = async (look: (seen: Seen, language: string) => void | Promise<void>): Promise<void> => {
    for (const address of [...addresses(), 'no-such-page']) {
      for (const language of LANGUAGES) {
        const path = `/${language}/${address}`.replace(/\/$/, '');
        const seen = opened.get(path) ?? (await reader.get(path));
        opened.set(path, seen);
        try {
          await look(seen, language);
        } catch (error) {
          throw new Error(path, { cause: error });
        }
      }
    }
  };

  it('opens, in its language, with a title and one heading of the first level', async () => {
    let pages = 0;
    await each(({ status, url, $, headers }, language) => {
      pages += 1;
      expect(status).toBe(url.endsWith('no-such-page') ? 404 : 200);
      expect($('html').attr('lang')).toBe(language);
      expect(headers['content-language']).toBe(language);
      expect($('title').text()).toMatch(/^\S.* – Kenes$/s);
      expect($('h1')).toHaveLength(1);
      expect($('main h1')).toHaveLength(1);
      expect(levelsSkipped($)).toEqual([]);
    });
    expect(pages).toBeGreaterThan(3 * 8);
  });

  it('loads one style sheet and one script, both ours, and does nothing inline that the policy does not name', async () => {
    const { style, script } = assetNames();
    await each(({ $, headers }) => {
      expect(
        $('link[rel=stylesheet]')
          .map((_, one) => $(one).attr('href'))
          .get(),
      ).toEqual([`/assets/${style}`]);
      expect(
        $('script[src]')
          .map((_, one) => $(one).attr('src'))
          .get(),
      ).toEqual([`/assets/${script}`]);
      expect($('script:not([src])')).toHaveLength(1);
      expect($('[style], style, iframe, object, embed')).toHaveLength(0);
      expect(handlersIn($)).toEqual([]);
      expect(headers['content-security-policy']).toBe(CONTENT_SECURITY_POLICY);
      expect(
        $('[src], link[href]')
          .map((_, one) => $(one).attr('src') ?? $(one).attr('href'))
          .get()
          .filter(isForeign),
      ).toEqual([]);
    });
  });

  it('names what it has: no id twice, a label for every field, words in every link and button', async () => {
    await each(({ $ }) => {
      const ids = $('[id]')
        .map((_, one) => $(one).attr('id'))
        .get();
      expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
      const fields = $('main').find('input:not([type=hidden]), textarea, select').get();
      expect(fields.filter((one) => $(`label[for="${$(one).attr('id') ?? ''}"]`).length !== 1)).toEqual([]);
      expect(
        $('a, button')
          .get()
          .filter((one) => $(one).text().trim() === ''),
      ).toEqual([]);
      const pointedAt = $('[aria-labelledby], [aria-describedby]')
        .map((_, one) => $(one).attr('aria-labelledby') ?? $(one).attr('aria-describedby'))
        .get();
      expect(pointedAt.flatMap((text) => text.split(' ')).filter((id) => !ids.includes(id))).toEqual([]);
    });
  });

  it('leads to itself in the other languages', async () => {
    await each(({ $, url }, language) => {
      const others = $('.govuk-language-navigation a')
        .map((_, one) => $(one).attr('href'))
        .get();
      expect(others).toHaveLength(2);
      const here = url.replace(`/${language}`, '') || undefined;
      const pages = others.map((other) => new URL(other, 'http://a').searchParams.get('page') ?? undefined);
      expect(pages).toEqual([here, here]);
    });
  });

  it('is kept by everyone or by no one', async () => {
    await each(async ({ headers, $, html, url, status }) => {
      if (headers['cache-control']?.startsWith('public') !== true) {
        expect(headers['cache-control']).toBe('no-store');
        return;
      }
      expect(status).toBe(200);
      expect($('form[method=post], input[type=hidden]')).toHaveLength(0);
      expect((await stranger.get(url)).html).toBe(html);
    });
  });

  it('shows no key in place of a sentence, and markup as text', async () => {
    await each(({ $, html }) => {
      expect($.text()).not.toMatch(/\bportal\.\w+|undefined|\[object|NaN/);
      expect(html).not.toMatch(/<script>alert|<img src=x/);
    });
  });
});

/** Headings that lie more than one level below the one before. */
function levelsSkipped($: CheerioAPI): string[] {
  const levels = $('main')
    .find('h1, h2, h3, h4, h5, h6')
    .map((_, one) => Number(one.tagName[1]))
    .get();
  return levels.flatMap((level, at) =>
    level > (levels[at - 1] ?? 0) + 1 ? [`h${levels[at - 1] ?? 0} h${level}`] : [],
  );
}

function handlersIn($: CheerioAPI): string[] {
  return $('*')
    .get()
    .flatMap((one) => Object.keys('attribs' in one ? one.attribs : {}).filter((name) => name.startsWith('on')));
}

function isForeign(address: string | undefined): boolean {
  return address !== undefined && !/^\/(?!\/)/.test(address);
}
