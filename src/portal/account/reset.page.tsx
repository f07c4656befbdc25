import type { JSX } from 'preact';
import { LINK_HOURS } from '../../platform/identity/index.js';
import { Button } from '../components/index.js';
import { type FilledForm, Form, FormErrors, type PageContext } from '../frame/index.js';
import { Column, EmailInput } from './parts.js';

/** Asks for the address of the account. */
export function ResetBody({ ctx, filled }: ResetProps): JSX.Element {
  return (
    <Column>
      <FormErrors filled={filled} />
      <h1 class="govuk-heading-xl">{ctx.t('portal.account.reset.title')}</h1>
      <p class="govuk-body">{ctx.t('portal.account.reset.lead', { hours: LINK_HOURS.reset })}</p>
      <Form ctx={ctx} action="/reset">
        <EmailInput filled={filled} />
        <Button preventDoubleClick>{ctx.t('portal.account.reset.button')}</Button>
      </Form>
    </Column>
  );
}

interface ResetProps {
  readonly ctx: PageContext;
  readonly filled: FilledForm;
}
