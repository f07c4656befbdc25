import type { JSX } from 'preact';
import { SignInRequest } from '../../platform/identity/index.js';
import { Button, InsetText } from '../components/index.js';
import {
  type Carried,
  CarriedForm,
  carriedText,
  emptyForm,
  type FilledForm,
  Form,
  FormErrors,
  FormOf,
  type PageContext,
} from '../frame/index.js';
import { Done, EmailInput, LinkLine, PasswordField } from './parts.js';

export const CARRIED_FIELD = '_carried';
export const NEXT_FIELD = '_next';

/** The form of signing in. */
export const SIGN_IN = new FormOf(SignInRequest, {
  empty: { email: 'portal.signIn.emailEmpty', password: 'portal.signIn.passwordEmpty' },
});

interface SignInProps {
  readonly ctx: PageContext;
  readonly filled?: FilledForm;
  /** A form that waits for this. */
  readonly carried?: Carried | undefined;
  /** Where to go then. */
  readonly next?: string | undefined;
  /** What was just done. */
  readonly done?: string | undefined;
}

/** Signing in; what was written in a form that waits for it is kept. */
export function SignInBody({ ctx, filled = emptyForm(ctx, SIGN_IN), carried, next, done }: SignInProps): JSX.Element {
  return (
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        <FormErrors filled={filled} />
        <h1 class="govuk-heading-xl">{ctx.t('portal.signIn.title')}</h1>
        <Done ctx={ctx} what={done} />
        {carried && <InsetText>{ctx.t('portal.carried.kept')}</InsetText>}
        <Form ctx={ctx} action="/sign-in">
          {carried && <input type="hidden" name={CARRIED_FIELD} value={carriedText(carried)} />}
          {next && <input type="hidden" name={NEXT_FIELD} value={next} />}
          <EmailInput filled={filled} />
          <PasswordField filled={filled} label={ctx.t('portal.signIn.password')} isCurrent />
          <Button preventDoubleClick>{ctx.t('portal.signIn.button')}</Button>
        </Form>
        <LinkLine href={ctx.url('/reset')}>{ctx.t('portal.account.forgotten')}</LinkLine>
        <LinkLine href={ctx.url('/sign-up')}>{ctx.t('portal.account.new')}</LinkLine>
      </div>
    </div>
  );
}

/** Signed in, with a form that waited: one button sends it. */
export function CarryOnBody({ ctx, carried }: { readonly ctx: PageContext; readonly carried: Carried }): JSX.Element {
  return (
    <>
      <h1 class="govuk-heading-xl">{ctx.t('portal.carried.on')}</h1>
      <p class="govuk-body">{ctx.t('portal.carried.onText')}</p>
      <CarriedForm ctx={ctx} carried={carried} button={ctx.t('portal.carried.continue')} />
    </>
  );
}
