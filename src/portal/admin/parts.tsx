import type { ComponentChildren, JSX } from 'preact';
import { NotificationBanner } from '../components/index.js';
import type { PageContext } from '../frame/index.js';

/** The measure in which forms of an administrator are read. */
export function Column({ children }: { readonly children: ComponentChildren }): JSX.Element {
  return (
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">{children}</div>
    </div>
  );
}

/** A link in a line of its own. */
export function LinkLine({ href, children }: LinkLineProps): JSX.Element {
  return (
    <p class="govuk-body">
      <a class="govuk-link" href={href}>
        {children}
      </a>
    </p>
  );
}

interface LinkLineProps {
  readonly href: string;
  readonly children: ComponentChildren;
}

/** That something was done, after the form that did it; with what is to be done next. */
export function Done({ ctx, what, children }: DoneProps): JSX.Element | null {
  if (what === undefined) return null;
  return (
    <NotificationBanner success title={ctx.t('portal.account.done.title')}>
      <p class="govuk-notification-banner__heading">{ctx.t(`portal.admin.done.${what}`)}</p>
      {children}
    </NotificationBanner>
  );
}

interface DoneProps {
  readonly ctx: PageContext;
  readonly what: string | undefined;
  readonly children?: ComponentChildren;
}
