import type { ConsoleMessage, Locator, Page, Request, Response } from 'playwright-core';
import { translate } from '../../src/platform/i18n/index.js';
import type { Language, Params } from '../../src/platform/kernel/index.js';
import { violationsOn } from './browser-axe.js';
import { reach } from './browser-keyboard.js';
import { PASSWORD } from './people.js';

/** Chromium's own line for each answer that is an error; we look at the answers themselves. */
const SAYS_STATUS = /^Failed to load resource: the server responded with a status of/;

/** Cores may be busy with other things. */
const PATIENCE_MS = 20_000;

/** By what means somebody uses the browser. */
export interface Means {
  readonly scripts: boolean;
  /** The pointer is never touched. */
  readonly keyboard: boolean;
}

/**
 * Somebody at a browser. Every page he comes to is looked at: axe finds nothing, the console is silent, nothing failed
 * to load, the policy for contents was kept.
 */
export class Visitor {
  readonly #faults: string[] = [];
  #status = 0;

  constructor(
    readonly address: string,
    readonly language: Language,
    readonly page: Page,
    private readonly means: Means,
  ) {
    page.setDefaultTimeout(PATIENCE_MS);
    page.on('console', (message) => {
      this.#heard(message);
    });
    page.on('pageerror', (error) => this.#faults.push(`script: ${error.message}`));
    page.on('requestfailed', (request) => {
      this.#failed(request);
    });
    page.on('response', (response) => {
      this.#answered(response);
    });
  }

  /** What a sentence is in his language. */
  say(key: string, params: Params = {}): string {
    return translate(this.language, key, params);
  }

  /** Opens a path of the site in his language, such as `/councils`, and looks at the page. */
  async open(path: string, status = 200): Promise<void> {
    await this.visit(`/${this.language}${path}`, status);
  }

  /** Opens an address as it is. */
  async visit(path: string, status = 200): Promise<void> {
    await this.page.goto(new URL(path, this.address).toString());
    await this.look(status);
  }

  /** Looks at the page that is shown. Throws for whatever is wrong with it, and for another status. */
  async look(status = 200): Promise<void> {
    if (this.#status !== status) this.#faults.push(`status: ${this.#status} instead of ${status}`);
    const found = await violationsOn(this.page, this.means.scripts);
    this.#faults.push(...found.map((one) => `axe: ${one}`));
    this.hadNoFault();
  }

  /** Throws when something went wrong since somebody asked last. */
  hadNoFault(): void {
    const faults = this.#faults.splice(0);
    if (faults.length > 0) throw new Error(`${this.page.url()}\n${faults.join('\n')}`);
  }

  /** The path of the page that is shown, with its query. */
  get path(): string {
    const { pathname, search } = new URL(this.page.url());
    return pathname + search;
  }

  /** What the page says, below its frame. */
  async text(): Promise<string> {
    return (await this.page.locator('main').innerText()).replaceAll(/\s+/g, ' ');
  }

  /** The link in the page with this sentence. */
  link(key: string, params?: Params): Locator {
    return this.page.getByRole('link', { name: this.say(key, params) }).first();
  }

  /** The button in the page with this sentence. */
  button(key: string, params?: Params): Locator {
    return this.page
      .locator('main')
      .getByRole('button', { name: this.say(key, params), exact: true })
      .first();
  }

  /** Uses a link or a button that leads to another page, and looks at that page. */
  async go(to: Locator, status = 200): Promise<void> {
    const loaded = this.page.waitForEvent('load');
    await this.use(to);
    await loaded;
    await this.look(status);
  }

  /** Uses something that stays on the page. */
  async use(what: Locator): Promise<void> {
    if (!this.means.keyboard) return what.click();
    await reach(this.page, what);
    await this.page.keyboard.press('Enter');
  }

  /** Types into the fields with these names; what stands in them goes. */
  async fill(texts: Readonly<Record<string, string>>): Promise<void> {
    for (const [name, text] of Object.entries(texts)) {
      const field = this.page.locator(`main [name="${name}"]`);
      if (this.means.keyboard) {
        await reach(this.page, field);
        await this.page.keyboard.press('ControlOrMeta+A');
        await this.page.keyboard.insertText(text);
      } else {
        await field.fill(text);
      }
    }
  }

  /** Marks a radio button or a box. */
  async mark(name: string, value: string): Promise<void> {
    const field = this.page.locator(`main [name="${name}"][value="${value}"]`);
    if (!this.means.keyboard) return field.check();
    await reach(this.page, field);
    await this.page.keyboard.press('Space');
  }

  /** Chooses from a list. */
  async choose(name: string, value: string): Promise<void> {
    await this.page.locator(`main select[name="${name}"]`).selectOption(value);
  }

  /** Opens a section of the site from the menu, which a small screen with scripts keeps closed. */
  async section(name: string): Promise<void> {
    const link = this.page
      .getByRole('navigation')
      .getByRole('link', { name: this.say(`portal.nav.${name}`) })
      .first();
    if (!(await link.isVisible())) await this.page.getByRole('button', { name: this.say('portal.frame.menu') }).click();
    await this.go(link);
  }

  /** Signs in by the form that is shown. */
  async signIn(email: string): Promise<void> {
    await this.fill({ email, password: PASSWORD });
    await this.go(this.button('portal.signIn.button'));
  }

  #heard(message: ConsoleMessage): void {
    const isFault = message.type() === 'error' || message.type() === 'warning';
    if (isFault && !SAYS_STATUS.test(message.text())) this.#faults.push(`console: ${message.text()}`);
  }

  /** A page that somebody leaves before it came is no fault. */
  #failed(request: Request): void {
    const reason = request.failure()?.errorText ?? '';
    if (request.isNavigationRequest() && reason === 'net::ERR_ABORTED') return;
    this.#faults.push(`failed: ${request.url()} ${reason}`);
  }

  #answered(response: Response): void {
    const request = response.request();
    if (request.isNavigationRequest()) this.#status = response.status();
    else if (response.status() >= 400) this.#faults.push(`answer: ${response.status()} for ${response.url()}`);
  }
}
