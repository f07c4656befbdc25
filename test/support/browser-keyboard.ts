import type { Locator, Page } from 'playwright-core';

const MOST_STOPS = 200;

/**
 * Goes to an element by the Tab key alone, to a radio button by the arrows within its group. Throws when it is not
 * reached, or when one cannot see that the focus is there (WCAG 2.4.7).
 */
export async function reach(page: Page, target: Locator): Promise<void> {
  await target.waitFor({ state: 'attached' });
  for (let stops = 0; stops < MOST_STOPS; stops += 1) {
    const place = await target.evaluate(placeOf);
    if (place === 'here') return seesFocus(target);
    await page.keyboard.press(place === 'group' ? 'ArrowDown' : 'Tab');
  }
  throw new Error(`Not reached by the keyboard: ${await target.evaluate(({ outerHTML }) => outerHTML)}`);
}

async function seesFocus(target: Locator): Promise<void> {
  if (await target.evaluate(showsFocus)) return;
  throw new Error(`The focus is not seen: ${await target.evaluate(({ outerHTML }) => outerHTML)}`);
}

function placeOf(element: Element): 'here' | 'group' | 'elsewhere' {
  const { activeElement: focused } = document;
  if (focused === element) return 'here';
  const group = (one: Element | null): string =>
    one instanceof HTMLInputElement && one.type === 'radio' ? one.name : '';
  return group(element) !== '' && group(focused) === group(element) ? 'group' : 'elsewhere';
}

/** True in the browser when an element looks focused: it, or the label that is drawn in place of a box or radio button. */
export function showsFocus(element: Element): boolean {
  const isDrawnByLabel = element.matches('[type=radio], [type=checkbox]');
  const shown = isDrawnByLabel ? (element.nextElementSibling ?? element) : element;
  const { top, bottom, width } = shown.getBoundingClientRect();
  const isDrawn = [undefined, '::before', '::after'].some((part) => {
    const { outlineStyle, outlineWidth, outlineColor, boxShadow } = getComputedStyle(shown, part);
    const isTransparent = /transparent|rgba\(.*, 0\)$/.test(outlineColor);
    return (outlineStyle !== 'none' && parseFloat(outlineWidth) > 0 && !isTransparent) || boxShadow !== 'none';
  });
  return isDrawn && width > 1 && bottom > 0 && top < innerHeight;
}
