import type { ComponentChildren, JSX } from 'preact';
import { PASSWORD_MIN } from '../../platform/identity/index.js';
import { Input, NotificationBanner, PasswordInput } from '../components/index.js';
import type { FilledForm, PageContext } from '../frame/index.js';
import { passwordTexts } from './password-texts.js';

/** The measure in which pages of the account are read. */
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

/** That something was done, after the form that did it. */
export function Done({
  ctx,
  what,
}: {
  readonly ctx: PageContext;
  readonly what: string | undefined;
}): JSX.Element | null {
  if (what === undefined) return null;
  return (
    <NotificationBanner success title={ctx.t('portal.account.done.title')}>
      <p class="govuk-notification-banner__heading">{ctx.t(`portal.account.done.${what}`)}</p>
    </NotificationBanner>
  );
}

/** The field of one's address of mail. */
export function EmailInput({ filled }: { readonly filled: FilledForm }): JSX.Element {
  return (
    <Input
      {...filled.field('email')}
      label={filled.ctx.t('portal.signIn.email')}
      type="email"
      autocomplete="email"
      spellcheck={false}
    />
  );
}

/** The field of a password that is chosen now, or, with `isCurrent`, of the one that holds; never filled in. */
export function PasswordField({ filled, label, hint, isCurrent = false }: PasswordFieldProps): JSX.Element {
  const { ctx } = filled;
  return (
    <PasswordInput
      {...filled.field('password')}
      value={undefined}
      label={label}
      hint={hint ?? (isCurrent ? undefined : ctx.t('portal.account.signUp.passwordHint', { min: PASSWORD_MIN }))}
      texts={passwordTexts(ctx)}
      autocomplete={isCurrent ? 'current-password' : 'new-password'}
    />
  );
}

interface PasswordFieldProps {
  readonly filled: FilledForm;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly isCurrent?: boolean;
}
