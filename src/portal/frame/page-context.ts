import type { FastifyRequest } from 'fastify';
import type { Env } from '../../platform/config/index.js';
import { actorOf, languageOf } from '../../platform/http/index.js';
import { translate } from '../../platform/i18n/index.js';
import {
  inLanguage,
  type Actor,
  type Language,
  type LocalDate,
  type LocalizedText,
  type Params,
} from '../../platform/kernel/index.js';
import { formatsOf, type Formats } from './formats.js';
import type { Navigation } from './navigation.js';
import { Proof } from './proof.js';

/** Values of a query; what is undefined or empty is left out. */
export type QueryValues = Readonly<Record<string, string | number | boolean | undefined>>;

/** What pages have in common, whoever reads them. */
export interface Surroundings {
  readonly env: Env;
  readonly today: LocalDate;
  readonly navigation: Navigation;
}

/** What every page knows: its language and words, where it is, and, where it is somebody's own, whose. */
export class PageContext {
  readonly lang: Language;
  readonly format: Formats;
  /** Path and query without the language, such as `/consultations?phase=commenting`. */
  readonly here: string;
  /** Who reads; nobody known on public pages, which are the same for everyone. */
  readonly by: Actor;
  readonly env: Env;
  readonly today: LocalDate;
  readonly navigation: Navigation;
  /** Proves that forms of this page are ours. */
  readonly proof: Proof;

  constructor(
    readonly request: FastifyRequest,
    { env, today, navigation }: Surroundings,
  ) {
    this.env = env;
    this.today = today;
    this.navigation = navigation;
    this.lang = languageOf(request);
    this.format = formatsOf(this.lang);
    this.here = hereOf(request.url);
    this.by = actorOf(request);
    this.proof = new Proof(env, request, this.isSignedIn);
  }

  get isSignedIn(): boolean {
    return this.by.kind === 'account';
  }

  /** The sentence for a dotted key of `platform/i18n`. */
  t(key: string, params?: Params): string {
    return translate(this.lang, key, params);
  }

  /** Where a page is in the reader's language. */
  url(path: string, query: QueryValues = {}): string {
    return this.urlIn(this.lang, path, query);
  }

  /** Where a page is in a language. */
  urlIn(language: Language, path: string, query: QueryValues = {}): string {
    const parameters = new URLSearchParams();
    for (const [name, value] of Object.entries(query)) {
      if (value !== undefined && value !== '') parameters.set(name, String(value));
    }
    const text = parameters.toString();
    return `/${language}${path === '/' ? '' : path}${text === '' ? '' : `?${text}`}`;
  }

  /** A localized text as a plain string, for titles and attributes; bodies use `Localized`, which says the language. */
  text(text: LocalizedText): string {
    return inLanguage(text, this.lang).text;
  }
}

function hereOf(url: string): string {
  const rest = url.replace(/^\/(kk|ru|en)(?=[/?]|$)/, '');
  return rest.startsWith('/') ? rest : `/${rest}`;
}
