import type { ComponentChildren, JSX } from 'preact';
import { LANGUAGES } from '../../platform/kernel/index.js';
import { Input, NotificationBanner, Textarea } from '../components/index.js';
import type { FilledForm, PageContext } from '../frame/index.js';

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

interface TrilingualProps {
  readonly filled: FilledForm;
  /** Of the field: `<name>.kk`, `<name>.ru` and `<name>.en` are sent. */
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  /** Lines of the fields; one line is an input. */
  readonly rows?: number;
}

/** A text in the three languages. */
export function Trilingual({ filled, name, label, hint, rows = 1 }: TrilingualProps): JSX.Element {
  return (
    <>
      {LANGUAGES.map((language, at) => {
        const props = {
          ...filled.field(`${name}.${language}`),
          label: filled.ctx.t('portal.desk.inLanguage', { label, language }),
          hint: at === 0 ? hint : undefined,
          attributes: { lang: language },
        };
        return rows === 1 ? <Input {...props} /> : <Textarea {...props} rows={rows} />;
      })}
    </>
  );
}
