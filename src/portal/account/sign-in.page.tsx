import type { JSX } from 'preact';
import { SignInRequest } from '../../platform/identity/index.js';
import { Button, Input, InsetText, PasswordInput } from '../components/index.js';
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
import { passwordTexts } from './password-texts.js';

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
}

/** Signing in; what was written in a form that waits for it is kept. */
export function SignInBody({ ctx, filled = emptyForm(ctx, SIGN_IN), carried, next }: SignInProps): JSX.Element {
  return (
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        <FormErrors filled={filled} />
        <h1 class="govuk-heading-xl">{ctx.t('portal.signIn.title')}</h1>
        {carried && <InsetText>{ctx.t('portal.carried.kept')}</InsetText>}
        <Form ctx={ctx} action="/sign-in">
          {carried && <input type="hidden" name={CARRIED_FIELD} value={carriedText(carried)} />}
          {next && <input type="hidden" name={NEXT_FIELD} value={next} />}
          <Input
            {...filled.field('email')}
            label={ctx.t('portal.signIn.email')}
            type="email"
            autocomplete="email"
            spellcheck={false}
          />
          <PasswordInput
            {...filled.field('password')}
            value={undefined}
            label={ctx.t('portal.signIn.password')}
            texts={passwordTexts(ctx)}
            autocomplete="current-password"
          />
          <Button preventDoubleClick>{ctx.t('portal.signIn.button')}</Button>
        </Form>
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
