import type { ComponentChildren, JSX } from 'preact';
import { type Attributes, joined, type Maybe, type Styled } from './markup.js';

/** A section of the service; `current` is this very page, `active` the section it lies in. */
export interface NavigationItem {
  readonly text: ComponentChildren;
  readonly href?: string | undefined;
  readonly current?: boolean | undefined;
  readonly active?: boolean | undefined;
  readonly attributes?: Attributes | undefined;
}

/** What the service navigation takes; `label` names the region, `menu` is the word on the button of phones. */
export interface ServiceNavigationProps extends Styled {
  readonly label: string;
  readonly menu: string;
  readonly menuLabel?: string | undefined;
  readonly serviceName?: ComponentChildren;
  readonly serviceUrl?: string | undefined;
  readonly items?: readonly Maybe<NavigationItem>[] | undefined;
  readonly navigationLabel?: string | undefined;
  readonly navigationId?: string | undefined;
  readonly navigationClass?: string | undefined;
  /** Behind a button on phones when scripts run; so from two items on if not said. */
  readonly collapseOnMobile?: boolean | undefined;
  readonly start?: ComponentChildren;
  readonly end?: ComponentChildren;
  /** The end slot (a language switch, an account) stands in line with the rest. */
  readonly endInline?: boolean | undefined;
  readonly navigationStart?: ComponentChildren;
  readonly navigationEnd?: ComponentChildren;
}

/** The sections of the service, under the header of every page. */
export function ServiceNavigation(props: ServiceNavigationProps): JSX.Element {
  const { serviceName, start, end, endInline } = props;
  const common = {
    class: joined('govuk-service-navigation', props.class),
    'data-module': 'govuk-service-navigation',
    ...props.attributes,
  };
  const inner = (
    <div class={joined('govuk-width-container', endInline && 'govuk-service-navigation__inlining-container')}>
      {start}
      <div class="govuk-service-navigation__container">
        {serviceName && <ServiceName name={serviceName} url={props.serviceUrl} />}
        <Sections {...props} />
      </div>
      {end}
    </div>
  );
  return [serviceName, start, end].some(Boolean) ? (
    <section aria-label={props.label} {...common}>
      {inner}
    </section>
  ) : (
    <div {...common}>{inner}</div>
  );
}

interface ServiceNameProps {
  readonly name: ComponentChildren;
  readonly url: string | undefined;
}

function ServiceName({ name, url }: ServiceNameProps): JSX.Element {
  return (
    <span class="govuk-service-navigation__service-name">
      {url ? (
        <a href={url} class="govuk-service-navigation__link">
          {name}
        </a>
      ) : (
        <span class="govuk-service-navigation__text">{name}</span>
      )}
    </span>
  );
}

function Sections(props: ServiceNavigationProps): JSX.Element | null {
  const { menu, navigationId = 'navigation', navigationStart, navigationEnd } = props;
  const items = present(props.items);
  if (items.length === 0 && !navigationStart && !navigationEnd) return null;
  return (
    <nav
      aria-label={props.navigationLabel ?? menu}
      class={joined('govuk-service-navigation__wrapper', props.navigationClass)}
    >
      {(props.collapseOnMobile ?? items.length > 1) && <Toggle {...props} controls={navigationId} />}
      <ul class="govuk-service-navigation__list" id={navigationId}>
        {navigationStart}
        {items.map(sectionOf)}
        {navigationEnd}
      </ul>
    </nav>
  );
}

function present(items: ServiceNavigationProps['items'] = []): NavigationItem[] {
  return items.flatMap((item) => (item ? [item] : []));
}

function Toggle(props: ServiceNavigationProps & { readonly controls: string }): JSX.Element {
  const { menu, menuLabel, controls } = props;
  return (
    <button
      type="button"
      class="govuk-service-navigation__toggle govuk-js-service-navigation-toggle"
      aria-controls={controls}
      aria-label={menuLabel === menu ? undefined : menuLabel}
      hidden
      aria-hidden="true"
    >
      {menu}
    </button>
  );
}

function sectionOf({ text, href, current, active, attributes }: NavigationItem): JSX.Element {
  const isActive = current ?? active;
  const words = isActive ? <strong class="govuk-service-navigation__active-fallback">{text}</strong> : text;
  const state = isActive ? (current ? 'page' : 'true') : undefined;
  return (
    <li class={joined('govuk-service-navigation__item', isActive && 'govuk-service-navigation__item--active')}>
      {href ? (
        <a class="govuk-service-navigation__link" href={href} aria-current={state} {...attributes}>
          {words}
        </a>
      ) : (
        <span class="govuk-service-navigation__text" aria-current={state}>
          {words}
        </span>
      )}
    </li>
  );
}
