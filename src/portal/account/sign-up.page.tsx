import type { JSX } from 'preact';
import { LetterRequest, LINK_HOURS, SignUpRequest } from '../../platform/identity/index.js';
import { LANGUAGES } from '../../platform/kernel/index.js';
import { Button, Input, Radios } from '../components/index.js';
import { type FilledForm, Form, FormErrors, FormOf, LANGUAGE_NAMES, type PageContext } from '../frame/index.js';
import { Column, EmailInput, LinkLine, PasswordField } from './parts.js';

/** The form of signing up. */
export const SIGN_UP = new FormOf(SignUpRequest, {
  empty: {
    email: 'portal.signIn.emailEmpty',
    displayName: 'portal.account.signUp.nameEmpty',
    language: 'portal.account.signUp.languageEmpty',
    password: 'portal.account.signUp.passwordEmpty',
  },
});

/** The form by which a letter is asked for. */
export const LETTER = new FormOf(LetterRequest, { empty: { email: 'portal.signIn.emailEmpty' } });

interface FilledProps {
  readonly ctx: PageContext;
  readonly filled: FilledForm;
}

/** Address, name, language of letters and password. */
export function SignUpBody({ ctx, filled }: FilledProps): JSX.Element {
  return (
    <Column>
      <FormErrors filled={filled} />
      <h1 class="govuk-heading-xl">{ctx.t('portal.account.signUp.title')}</h1>
      <p class="govuk-body-l">{ctx.t('portal.account.signUp.lead')}</p>
      <LinkLine href={ctx.url('/sign-in')}>{ctx.t('portal.account.signUp.have')}</LinkLine>
      <Form ctx={ctx} action="/sign-up">
        <EmailInput filled={filled} />
        <Input
          {...filled.field('displayName')}
          label={ctx.t('portal.account.signUp.name')}
          hint={ctx.t('portal.account.signUp.nameHint')}
          autocomplete="name"
          spellcheck={false}
        />
        <Radios
          {...filled.choice('language')}
          fieldset={{ legend: ctx.t('portal.account.signUp.language') }}
          class="govuk-radios--inline"
          items={LANGUAGES.map((value) => ({ value, text: <span lang={value}>{LANGUAGE_NAMES[value]}</span> }))}
        />
        <PasswordField filled={filled} label={ctx.t('portal.signIn.password')} />
        <Button preventDoubleClick>{ctx.t('portal.account.signUp.button')}</Button>
      </Form>
    </Column>
  );
}

/** What happens next: a letter comes, to be looked for. The same for every address. */
export function SentBody({ ctx, after }: SentProps): JSX.Element {
  const hours = LINK_HOURS[after === 'reset' ? 'reset' : 'confirmation'];
  return (
    <Column>
      <h1 class="govuk-heading-xl">{ctx.t('portal.account.sent.title')}</h1>
      <p class="govuk-body-l">{ctx.t(`portal.account.sent.${after === 'signUp' ? 'signUp' : 'again'}`, { hours })}</p>
      <p class="govuk-body">{ctx.t('portal.account.sent.missing')}</p>
      <LinkLine href={ctx.url(after === 'reset' ? '/reset' : '/sign-up/again')}>
        {ctx.t('portal.account.sent.askAgain')}
      </LinkLine>
    </Column>
  );
}

interface SentProps {
  readonly ctx: PageContext;
  /** What the letter was asked for by. */
  readonly after: 'signUp' | 'again' | 'reset';
}

/** Asks for the address to which the link is sent once more. */
export function AgainBody({ ctx, filled }: FilledProps): JSX.Element {
  return (
    <Column>
      <FormErrors filled={filled} />
      <h1 class="govuk-heading-xl">{ctx.t('portal.account.again.title')}</h1>
      <p class="govuk-body">{ctx.t('portal.account.again.text')}</p>
      <Form ctx={ctx} action="/sign-up/again">
        <EmailInput filled={filled} />
        <Button preventDoubleClick>{ctx.t('portal.account.again.button')}</Button>
      </Form>
    </Column>
  );
}
