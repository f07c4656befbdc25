import type { JSX } from 'preact';
import { ClosureRequest } from '../../platform/identity/index.js';
import { Button } from '../components/index.js';
import { type FilledForm, Form, FormErrors, FormOf, type PageContext } from '../frame/index.js';
import { Column, LinkLine, PasswordField } from './parts.js';

/** The form that closes an account. */
export const CLOSE = new FormOf(ClosureRequest, { empty: { password: 'portal.signIn.passwordEmpty' } });

/** What is deleted, what stays, and the password as proof of who asks. */
export function CloseBody({ ctx, filled }: { readonly ctx: PageContext; readonly filled: FilledForm }): JSX.Element {
  const text = (name: string): string => ctx.t(`portal.account.close.${name}`);
  return (
    <Column>
      <FormErrors filled={filled} />
      <h1 class="govuk-heading-xl">{text('title')}</h1>
      <p class="govuk-body-l">{text('lead')}</p>
      <ul class="govuk-list govuk-list--bullet">
        {['name', 'comments', 'roles'].map((what) => (
          <li>{text(what)}</li>
        ))}
      </ul>
      <LinkLine href={ctx.url('/account/data')}>{text('download')}</LinkLine>
      <Form ctx={ctx} action="/account/close">
        <PasswordField filled={filled} label={text('password')} hint={text('passwordHint')} isCurrent />
        <Button variant="warning" preventDoubleClick>
          {text('button')}
        </Button>
      </Form>
    </Column>
  );
}

/** That it is done, for who is nobody here now. */
export function ClosedBody({ ctx }: { readonly ctx: PageContext }): JSX.Element {
  return (
    <Column>
      <h1 class="govuk-heading-xl">{ctx.t('portal.account.close.closedTitle')}</h1>
      <p class="govuk-body">{ctx.t('portal.account.close.closedText')}</p>
      <LinkLine href={ctx.url('/receipts')}>{ctx.t('portal.account.links.receipts')}</LinkLine>
    </Column>
  );
}
