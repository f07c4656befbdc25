import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type Axe from 'axe-core';
import type { Page } from 'playwright-core';

/** axe itself. A page that has it from the start need not be sent it: half of the time of a look was that. */
export const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** WCAG 2.2 at the levels A and AA, and what axe holds to be good practice. */
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe finds wrong with the page as it is shown now, one line for each element. */
export async function violationsOn(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(AXE);
  const found = await page.evaluate(async (tags) => {
    const { axe } = globalThis as unknown as { axe: typeof Axe };
    return axe.run(document, {
      runOnly: { type: 'tag', values: tags },
      // Off unless it is asked for: targets of 24 px (WCAG 2.2, 2.5.8).
      rules: { 'target-size': { enabled: true } },
      resultTypes: ['violations'],
      // Asks for style sheets once more, which the policy of our pages forbids to scripts.
      preload: false,
      // Only what we print is put together.
      selectors: false,
      reporter: 'no-passes',
      iframes: false,
    });
  }, TAGS);
  return found.violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html, failureSummary = '' }) => `${id}: ${help} ${html.slice(0, 200)} ${failureSummary}`),
  );
}
