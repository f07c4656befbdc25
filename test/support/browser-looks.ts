import type { Page } from 'playwright-core';
import { showsFocus } from './browser-keyboard.js';

/** The narrowest screen, which is also a window of 1280 px at a zoom of 400 % (WCAG 1.4.10). */
export const NARROWEST = { width: 320, height: 640 } as const;

/** What counts for the headers of an answer, as browsers count it (Resource Timing). */
const HEADERS = 300;

/** Elements that reach beyond the right edge of a window that is scrolled sideways; empty where it is not. */
export async function wideElements(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { documentElement: root } = document;
    if (root.scrollWidth <= innerWidth) return [];
    const wide = [...document.querySelectorAll('body *')].filter((one) => {
      const { right } = one.getBoundingClientRect();
      return right > innerWidth + 1 && one.children.length === 0;
    });
    return [`${root.scrollWidth} px`, ...wide.slice(0, 3).map(({ outerHTML }) => outerHTML.slice(0, 200))];
  });
}

/** Elements that move although the reader wants less motion. */
export async function movingElements(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const lasts = (times: string): boolean => times.split(',').some((time) => parseFloat(time) > 0);
    return [...document.querySelectorAll('*')]
      .filter((one) => {
        const { transitionDuration, animationDuration, animationName, scrollBehavior } = getComputedStyle(one);
        const isAnimated = animationName !== 'none' && lasts(animationDuration);
        return isAnimated || lasts(transitionDuration) || scrollBehavior === 'smooth';
      })
      .map(({ outerHTML }) => outerHTML.slice(0, 200));
  });
}

/** Stops of the Tab key, from the top of the page and then in what it is about, that do not look focused. */
export async function unseenStops(page: Page): Promise<string[]> {
  const unseen: string[] = [];
  for (let stop = 0; stop < 3; stop += 1) {
    await page.keyboard.press('Tab');
    // The element itself: what is asked next is asked of the same one, wherever the focus is by then.
    const focused = await page.locator(':focus').elementHandle();
    if (!(await focused.evaluate(showsFocus))) unseen.push(await focused.evaluate(({ outerHTML }) => outerHTML));
  }
  return [...unseen, ...(await page.evaluate<string[]>(UNSEEN_IN_MAIN))];
}

/** Those that are seen and look like none before them. */
function firstOfEachKind(elements: readonly HTMLElement[]): HTMLElement[] {
  const kinds = elements.map((one) => (one.checkVisibility() ? `${one.tagName} ${one.className}` : ''));
  return elements.filter((_, at) => kinds[at] !== '' && kinds.indexOf(kinds[at] ?? '') === at);
}

/** All at once and in the browser: asked one by one, the stops of a page took longer than axe. */
const UNSEEN_IN_MAIN = `(() => {
  const [firstOfEachKind, showsFocus] = [${firstOfEachKind.toString()}, ${showsFocus.toString()}];
  const stops = 'a[href], button, input, select, textarea, summary';
  const inMain = document.querySelectorAll('main :is(' + stops + '):not([tabindex="-1"])');
  const unseen = firstOfEachKind([...inMain]).filter((one) => {
    one.focus();
    return !showsFocus(one);
  });
  return unseen.map(({ outerHTML }) => outerHTML);
})()`;

/** Bytes over the wire of the page, its style and its script, as the browser counted them. */
export async function transferredBytes(page: Page): Promise<number> {
  const entries = await page.evaluate(() =>
    [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')].map((entry) => {
      const { initiatorType, encodedBodySize } = entry as PerformanceResourceTiming;
      return { initiatorType, encodedBodySize };
    }),
  );
  const counted = entries.filter(({ initiatorType }) => ['navigation', 'link', 'script'].includes(initiatorType));
  return counted.reduce((sum, { encodedBodySize }) => sum + encodedBodySize + HEADERS, 0);
}
