import type { CDPSession, ConsoleMessage, Locator, Page, Request, Response } from 'playwright-core';
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
  /** axe looks at each page. */
  readonly axe: boolean;
}

/**
 * Somebody at a browser. Every page he comes to is looked at: the console is silent, nothing failed to load, the policy
 * for contents was kept, and axe finds nothing where it looks.
 */
export class Visitor {
  readonly #faults: string[] = [];
  #status = 0;
  #session: CDPSession | undefined;

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
    if (this.means.axe) {
      const found = await this.#withScripts(() => violationsOn(this.page));
      this.#faults.push(...found.map((one) => `axe: ${one}`));
    }
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
    await to.waitFor();
    await Promise.all([this.page.waitForEvent('load'), this.use(to)]);
    await this.look(status);
  }

  /** Presses a button twice in a moment, as by a double click, and looks at the page it leads to. */
  async goTwice(to: Locator): Promise<void> {
    const before = this.page.url();
    if (this.means.keyboard) {
      await reach(this.page, to);
      await this.page.keyboard.press('Enter');
      await this.page.keyboard.press('Enter');
    } else await to.dblclick();
    await this.page.waitForURL((url) => url.toString() !== before);
    await this.look();
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

  /** Chooses a file that is not on a disk; its name says of what kind it is. */
  async attach(name: string, file: { readonly name: string; readonly bytes: Buffer }): Promise<void> {
    const field = this.page.locator(`main input[type="file"][name="${name}"]`);
    await field.setInputFiles({ name: file.name, mimeType: 'application/octet-stream', buffer: file.bytes });
  }

  /** Opens a section of the site from the menu, which a small screen with scripts keeps closed, or from the last lines. */
  async section(name: string): Promise<void> {
    const frame = this.page.locator('header, footer');
    const link = frame.getByRole('link', { name: this.say(`portal.nav.${name}`), includeHidden: true }).first();
    if (!(await link.isVisible())) await this.page.getByRole('button', { name: this.say('portal.frame.menu') }).click();
    await this.go(link);
  }

  /** Signs in by the form that is shown. */
  async signIn(email: string): Promise<void> {
    await this.fill({ email, password: PASSWORD });
    await this.go(this.button('portal.signIn.button'));
  }

  /**
   * Scripts that look at a page must run where its own may not: those of the page stay still, as they were refused when
   * it was loaded. The session is kept: when it ends, the browser forgets what was forbidden.
   */
  async #withScripts<T>(look: () => Promise<T>): Promise<T> {
    if (this.means.scripts) return look();
    this.#session ??= await this.page.context().newCDPSession(this.page);
    const forbid = async (value: boolean): Promise<void> => {
      await this.#session?.send('Emulation.setScriptExecutionDisabled', { value });
    };
    // Only what a session has forbidden itself can it allow.
    await forbid(true);
    await forbid(false);
    try {
      return await look();
    } finally {
      await forbid(true);
    }
  }

  #heard(message: ConsoleMessage): void {
    const isFault = message.type() === 'error' || message.type() === 'warning';
    if (isFault && !SAYS_STATUS.test(message.text())) this.#faults.push(`console: ${message.text()}`);
  }

  /** What is not waited for any longer is no fault: a page that was left, a picture of another width. */
  #failed(request: Request): void {
    const reason = request.failure()?.errorText ?? '';
    if (reason !== 'net::ERR_ABORTED') this.#faults.push(`failed: ${request.url()} ${reason}`);
  }

  #answered(response: Response): void {
    const request = response.request();
    if (request.isNavigationRequest()) this.#status = response.status();
    else if (response.status() >= 400) this.#faults.push(`answer: ${response.status()} for ${response.url()}`);
  }
}
