import type { ComponentChildren, JSX } from 'preact';
import { type Attributes, joined, type Styled } from './markup.js';

/** A link of the footer. */
export interface FooterLink {
  readonly text: ComponentChildren;
  readonly href: string;
  readonly attributes?: Attributes | undefined;
}

/** Links under a heading, in columns. */
export interface FooterSection {
  readonly title: ComponentChildren;
  readonly width?: 'full' | 'one-half' | 'one-third' | 'two-thirds' | 'one-quarter' | 'three-quarters' | undefined;
  readonly columns?: 2 | 3 | undefined;
  readonly items?: readonly FooterLink[] | undefined;
}

/** The last lines; `title` is a heading that is heard, not seen. */
export interface FooterMeta {
  readonly title: string;
  readonly items?: readonly FooterLink[] | undefined;
  readonly content?: ComponentChildren;
}

/** What the footer takes. */
export interface FooterProps extends Styled {
  readonly containerClass?: string | undefined;
  readonly sections?: readonly FooterSection[] | undefined;
  readonly meta?: FooterMeta | undefined;
}

/** The end of every page: GOV.UK Frontend's footer without the crown, the licence and the copyright of the Crown. */
export function Footer({ containerClass, sections = [], meta, ...root }: FooterProps): JSX.Element {
  return (
    <div class={joined('govuk-footer', root.class)} {...root.attributes}>
      <div class={joined('govuk-width-container', containerClass)}>
        {sections.length > 0 && (
          <>
            <div class="govuk-footer__navigation">{sections.map(sectionOf)}</div>
            <hr class="govuk-footer__section-break" />
          </>
        )}
        <div class="govuk-footer__meta">
          <div class="govuk-footer__meta-item govuk-footer__meta-item--grow">{meta && <Meta {...meta} />}</div>
        </div>
      </div>
    </div>
  );
}

function sectionOf({ title, width = 'full', columns, items = [] }: FooterSection): JSX.Element {
  return (
    <div class={`govuk-footer__section govuk-grid-column-${width}`}>
      <h2 class="govuk-footer__heading govuk-heading-m">{title}</h2>
      {items.length > 0 && (
        <ul class={joined('govuk-footer__list', columns && `govuk-footer__list--columns-${columns}`)}>
          {items.map(({ text, href, attributes }) => (
            <li class="govuk-footer__list-item">
              <a class="govuk-footer__link" href={href} {...attributes}>
                {text}
              </a>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function Meta({ title, items = [], content }: FooterMeta): JSX.Element {
  return (
    <>
      <h2 class="govuk-visually-hidden">{title}</h2>
      {items.length > 0 && (
        <ul class="govuk-footer__inline-list">
          {items.map(({ text, href, attributes }) => (
            <li class="govuk-footer__inline-list-item">
              <a class="govuk-footer__link" href={href} {...attributes}>
                {text}
              </a>
            </li>
          ))}
        </ul>
      )}
      {content && <div class="govuk-footer__meta-custom">{content}</div>}
    </>
  );
}
