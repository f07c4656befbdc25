import { load, type CheerioAPI } from 'cheerio';
import request, { type Response as Answer, type Test } from 'supertest';
import { PASSWORD } from './people.js';
import { connections, type TestApplication } from './test-application.js';

/** A page as it was answered, parsed. */
export interface Seen {
  /** Path and query it was asked under, after redirects. */
  readonly url: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly html: string;
  readonly $: CheerioAPI;
}

/** What is filled into a form, by the names of its fields; null empties a field or takes a tick away. */
export type Filling = Readonly<Record<string, string | readonly string[] | null>>;

/** Files chosen in a field of a form. */
export interface ChosenFiles {
  readonly field: string;
  readonly files: readonly { readonly name: string; readonly bytes: Buffer; readonly type: string }[];
}

interface Sent {
  readonly headers?: Readonly<Record<string, string>>;
  readonly follow?: boolean;
}

/** A person at a browser without scripts: has cookies, follows redirects, sends forms as they are on the page. */
export class Reader {
  readonly cookies = new Map<string, string>();

  constructor(private readonly test: TestApplication) {}

  /** Opens a page. */
  async get(url: string, { headers = {}, follow = true }: Sent = {}): Promise<Seen> {
    return this.#seen(url, await this.#asking('get', url).set(headers), follow);
  }

  /** Sends fields to an address, from a page of this site unless the headers say otherwise. */
  async post(url: string, fields: readonly (readonly [string, string])[], sent: Sent = {}): Promise<Seen> {
    const answer = await this.#sending(url)
      .set(sent.headers ?? {})
      .type('form')
      .send(new URLSearchParams(fields.map(([name, value]) => [name, value])).toString());
    return this.#seen(url, answer, sent.follow ?? true);
  }

  /** Fills in a form with files and presses this button; `files` are chosen in its field of this name. */
  async submitFiles(page: Seen, filling: Filling, button: string, chosen: ChosenFiles): Promise<Seen> {
    const { action, fields } = formOf(page, filling, button);
    const form = new FormData();
    for (const [name, value] of fields) form.append(name, value);
    for (const { name, bytes, type } of chosen.files) {
      form.append(chosen.field, new Blob([new Uint8Array(bytes)], { type }), name);
    }
    const packed = new Response(form);
    const answer = await this.#sending(action)
      .set('content-type', packed.headers.get('content-type') ?? '')
      .send(Buffer.from(await packed.arrayBuffer()));
    return this.#seen(action, answer, true);
  }

  /** Fills in the form with this button and presses it; hidden fields go with it, as in a browser. */
  async submit(page: Seen, filling: Filling = {}, button = 'main form button'): Promise<Seen> {
    const { action, fields } = formOf(page, filling, button);
    return this.post(action, fields);
  }

  /** The same for a form that takes Word documents, by the names of its fields. */
  async submitDocuments(
    page: Seen,
    files: Readonly<Record<string, Buffer>>,
    button = 'main form button',
  ): Promise<Seen> {
    const { action, fields } = formOf(page, {}, button);
    const sent = this.#sending(action);
    for (const [name, value] of fields) if (!(name in files)) void sent.field(name, value);
    for (const [name, bytes] of Object.entries(files)) void sent.attach(name, bytes, `${name}.docx`);
    return this.#seen(action, await sent, true);
  }

  /** Signs in by the form. */
  async signIn(email: string, password = PASSWORD, language = 'kk'): Promise<Seen> {
    return this.submit(await this.get(`/${language}/sign-in`), { email, password });
  }

  #sending(url: string): Test {
    return this.#asking('post', url).set({ origin: 'http://127.0.0.1:3000', 'sec-fetch-site': 'same-origin' });
  }

  #asking(verb: 'get' | 'post', url: string): Test {
    const server = this.test.app.getHttpServer();
    const test = request(server)[verb](url).agent(connections).redirects(0);
    return test.set(this.#headers()).ok(() => true);
  }

  #headers(): Record<string, string> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    return cookie === '' ? {} : { cookie };
  }

  async #seen(url: string, answer: Answer, follow: boolean): Promise<Seen> {
    const headers = answer.headers as Record<string, string>;
    for (const line of (answer.headers['set-cookie'] as unknown as string[] | undefined) ?? []) this.#keep(line);
    const isRedirect = answer.status >= 300 && answer.status < 400 && headers['location'] !== undefined;
    if (follow && isRedirect) return this.get(headers['location'] ?? '');
    // Bytes that are no text have none.
    const html = (answer.text as string | undefined) ?? '';
    return { url, status: answer.status, headers, html, $: load(html) };
  }

  #keep(line: string): void {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
    if (/max-age=0/i.test(line)) this.cookies.delete(name);
    else this.cookies.set(name, decodeURIComponent(value));
  }
}

/** Where a form goes and what it would send when this button is pressed. */
export function formOf(page: Seen, filling: Filling, button: string): { action: string; fields: [string, string][] } {
  const { $ } = page;
  const pressed = $(button).first();
  const form = pressed.closest('form');
  if (form.length === 0) throw new Error(`No form with ${button} on ${page.url}.`);
  const fields: [string, string][] = [];
  const left = new Map(Object.entries(filling));
  for (const element of form.find('input, textarea, select')) {
    const field = $(element);
    const name = field.attr('name');
    if (name === undefined || field.attr('disabled') !== undefined || field.attr('type') === 'file') continue;
    const wanted = left.get(name);
    if (/^(checkbox|radio)$/.test(field.attr('type') ?? '')) {
      const value = field.attr('value') ?? 'on';
      const isTicked = wanted === undefined ? field.attr('checked') !== undefined : [wanted].flat().includes(value);
      if (isTicked) fields.push([name, value]);
      continue;
    }
    const shown = element.tagName === 'select' ? field.find('option[selected]').attr('value') : field.val();
    const value = wanted === undefined ? String(shown ?? '') : String(wanted ?? '');
    fields.push([name, value.replaceAll(/\r?\n/g, '\r\n')]);
  }
  for (const name of left.keys()) {
    if (form.find(`[name="${name}"]`).length === 0) throw new Error(`The form on ${page.url} has no field ${name}.`);
  }
  const [name, value] = [pressed.attr('name'), pressed.attr('value')];
  if (name !== undefined) fields.push([name, value ?? '']);
  return { action: form.attr('action') ?? page.url, fields };
}
