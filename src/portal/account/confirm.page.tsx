import type { JSX } from 'preact';
import { ConfirmationRequest, PasswordRequest } from '../../platform/identity/index.js';
import { Button } from '../components/index.js';
import { type FilledForm, Form, FormErrors, FormOf, type PageContext } from '../frame/index.js';
import { Column, LinkLine, PasswordField } from './parts.js';

const EMPTY = { password: 'portal.account.signUp.passwordEmpty' };

/** The form that uses the link of a letter. */
export const CONFIRM = new FormOf(ConfirmationRequest, { empty: EMPTY });

/** The form that chooses a password anew. */
export const CHOOSE = new FormOf(PasswordRequest, { empty: EMPTY });

interface FilledProps {
  readonly ctx: PageContext;
  readonly filled: FilledForm;
}

/** The button that confirms, with a password where none goes with the link. */
export function ConfirmBody({
  ctx,
  filled,
  asksPassword,
}: FilledProps & { readonly asksPassword: boolean }): JSX.Element {
  const text = asksPassword ? 'textPassword' : 'text';
  return (
    <Column>
      <FormErrors filled={filled} />
      <h1 class="govuk-heading-xl">{ctx.t('portal.account.confirm.title')}</h1>
      <p class="govuk-body">{ctx.t(`portal.account.confirm.${text}`)}</p>
      <Form ctx={ctx} action="/confirm">
        <input type="hidden" name="token" value={filled.value('token')} />
        {asksPassword && <PasswordField filled={filled} label={ctx.t('portal.account.confirm.password')} />}
        <Button preventDoubleClick>{ctx.t('portal.account.confirm.button')}</Button>
      </Form>
    </Column>
  );
}

/** A new password, and what follows from it. */
export function ChooseBody({ ctx, filled }: FilledProps): JSX.Element {
  return (
    <Column>
      <FormErrors filled={filled} />
      <h1 class="govuk-heading-xl">{ctx.t('portal.account.choose.title')}</h1>
      <p class="govuk-body">{ctx.t('portal.account.choose.text')}</p>
      <Form ctx={ctx} action="/new-password">
        <input type="hidden" name="token" value={filled.value('token')} />
        <PasswordField filled={filled} label={ctx.t('portal.account.choose.password')} />
        <Button preventDoubleClick>{ctx.t('portal.account.choose.button')}</Button>
      </Form>
    </Column>
  );
}

/** A link that was used, is too old or was cut off, and the ways on from it. */
export function UselessLinkBody({ ctx, askAgain }: UselessProps): JSX.Element {
  return (
    <Column>
      <h1 class="govuk-heading-xl">{ctx.t('portal.account.useless.title')}</h1>
      <p class="govuk-body">{ctx.t('portal.account.useless.text')}</p>
      <LinkLine href={ctx.url(askAgain)}>{ctx.t('portal.account.sent.askAgain')}</LinkLine>
      <LinkLine href={ctx.url('/sign-in')}>{ctx.t('portal.account.useless.signIn')}</LinkLine>
    </Column>
  );
}

interface UselessProps {
  readonly ctx: PageContext;
  /** The page where a new letter is asked for. */
  readonly askAgain: string;
}
