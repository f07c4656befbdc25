import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import type { ComponentChildren } from 'preact';
import { jsxTemplate } from 'preact/jsx-runtime';
import type { Attributes, FieldError, HeadingLevel, PluralText } from '../../../src/portal/components/index.js';

/** A text, or markup in place of it, with classes and attributes: what most options of the Nunjucks macros are. */
export interface Content {
  readonly text?: string;
  readonly html?: string;
  readonly classes?: string;
  readonly attributes?: Attributes;
}

/** Options that several macros share. */
export interface Shared extends Content {
  readonly id?: string;
  readonly name?: string;
  readonly href?: string;
  readonly label?: Content & { readonly isPageHeading?: boolean };
  readonly hint?: Content;
  readonly errorMessage?: Content & { readonly visuallyHiddenText?: string };
  readonly formGroup?: Content;
  readonly fieldset?: Content & { readonly describedBy?: string; readonly legend?: LegendOptions };
  readonly describedBy?: string;
}

/** Options of a legend. */
export interface LegendOptions extends Content {
  readonly isPageHeading?: boolean;
}

/** A fixture as govuk-frontend ships it: options of the macro and the markup it makes of them. */
export interface Fixture<Options = unknown> {
  readonly name: string;
  readonly options: Options;
  readonly html: string;
}

/** Our component for a macro's options, and what of the expected markup is ours to change before comparing. */
export interface Adapter {
  readonly render: (options: never) => ComponentChildren;
  /** The markup that ours must equal; the shipped markup itself if not said. */
  readonly expected?: (html: string, options: never) => string;
}

const require = createRequire(import.meta.url);
const components = new URL(
  '..',
  pathToFileURL(require.resolve('govuk-frontend/dist/govuk/components/tag/fixtures.json')),
);

/** All components of the installed govuk-frontend. */
export function shippedComponents(): string[] {
  const entries = readdirSync(components, { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
}

/** The fixtures of one component. */
export function fixturesOf(component: string): Fixture[] {
  const text = readFileSync(new URL(`${component}/fixtures.json`, components), 'utf8');
  return (JSON.parse(text) as { fixtures: Fixture[] }).fixtures;
}

/** Markup as it is, which only these tests need: our components take children, never markup in strings. */
export function raw(html: string): ComponentChildren {
  return jsxTemplate([html]) as ComponentChildren;
}

/** The markup of an option if it has some, else its text. */
export function content(option: { readonly text?: string; readonly html?: string } | undefined): ComponentChildren {
  return option?.html ? raw(option.html) : option?.text;
}

/** Classes and attributes by our names. */
export function styled({ classes, attributes }: Content = {}): { class?: string; attributes?: Attributes } {
  return { ...(classes && { class: classes }), ...(attributes && { attributes }) };
}

/** An error by our names; the English word is what GOV.UK Frontend takes if none is given. */
export function errorOf(option: Shared['errorMessage']): FieldError | undefined {
  return option && { ...styled(option), prefix: option.visuallyHiddenText ?? 'Error', message: content(option) };
}

/** A level of heading, if the options give one. */
export function level(value: number | undefined): HeadingLevel | undefined {
  return value as HeadingLevel | undefined;
}

/** The first element's markup with further attributes that it does not have yet. */
export function withAttributes(html: string, added: Readonly<Record<string, string | PluralText>>): string {
  const missing = Object.entries(added).flatMap(([key, text]) =>
    html.includes(` data-i18n.${key}`)
      ? []
      : typeof text === 'string'
        ? [`data-i18n.${key}="${text}"`]
        : Object.entries(text).map(([form, message]) => `data-i18n.${key}.${form}="${String(message)}"`),
  );
  return html.replace(/^\s*<\w+/, (start) => [start, ...missing].join(' '));
}
