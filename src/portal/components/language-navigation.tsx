import type { ComponentChildren, JSX } from 'preact';
import { type Attributes, joined, type Styled } from './markup.js';

/** One language, named in itself; the current one (or one without `href`) is no link. */
export interface LanguageLink {
  readonly text: ComponentChildren;
  readonly lang: string;
  readonly href?: string | undefined;
  readonly hrefLang?: string | undefined;
  readonly current?: boolean | undefined;
  readonly dir?: 'ltr' | 'rtl' | undefined;
  /** Heard after the name, in the language of the link: “Change the language to English”. */
  readonly description?: string | undefined;
  readonly class?: string | undefined;
  readonly attributes?: Attributes | undefined;
}

/** What the switch of languages takes; `label` names the landmark. */
export interface LanguageNavigationProps extends Styled {
  readonly label: string;
  readonly items: readonly LanguageLink[];
}

/** Links to the same page in the other languages. */
export function LanguageNavigation({ label, items, ...root }: LanguageNavigationProps): JSX.Element {
  return (
    <nav class={joined('govuk-language-navigation', root.class)} {...root.attributes} aria-label={label}>
      <ul class="govuk-language-navigation__list">
        {items.map((item) => (
          <li class="govuk-language-navigation__list-item">
            {item.current || !item.href ? here(item) : link({ ...item, href: item.href })}
          </li>
        ))}
      </ul>
    </nav>
  );
}

function here({ text, lang, dir, class: extra, attributes }: LanguageLink): JSX.Element {
  return (
    <span
      class={joined('govuk-language-navigation__text', extra)}
      aria-current="true"
      lang={lang}
      dir={dir}
      {...attributes}
    >
      {text}
    </span>
  );
}

type Linked = LanguageLink & { readonly href: string };

function link({ text, lang, href, hrefLang, dir, description, class: extra, attributes }: Linked): JSX.Element {
  return (
    <a
      class={joined('govuk-language-navigation__link', extra)}
      href={href}
      rel="alternate"
      lang={lang}
      hreflang={hrefLang ?? lang}
      dir={dir}
      {...attributes}
    >
      {text}
      {description && <span class="govuk-visually-hidden"> {description}</span>}
    </a>
  );
}
