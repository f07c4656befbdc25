import type { JSX } from 'preact';
import type { AccountResponse } from '../../platform/identity/index.js';
import { Button, SummaryList } from '../components/index.js';
import { Form, LANGUAGE_NAMES, type PageContext } from '../frame/index.js';

/** Name, address, language and roles of who is signed in, and the way out. */
export function AccountBody({ ctx, account }: AccountProps): JSX.Element {
  const roles = [...new Set(ctx.by.grants.map(({ role }) => role))];
  return (
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        <h1 class="govuk-heading-xl">{ctx.t('portal.account.title')}</h1>
        <SummaryList
          rows={[
            { key: ctx.t('portal.account.name'), value: account.displayName },
            { key: ctx.t('portal.account.email'), value: account.email },
            {
              key: ctx.t('portal.account.language'),
              value: <span lang={account.language}>{LANGUAGE_NAMES[account.language]}</span>,
            },
            {
              key: ctx.t('portal.account.roles'),
              value: ctx.format.list(roles.map((role) => ctx.t(`portal.role.${role}`))),
            },
          ]}
        />
        <Form ctx={ctx} action="/sign-out">
          <Button variant="secondary">{ctx.t('portal.account.signOut')}</Button>
        </Form>
      </div>
    </div>
  );
}

interface AccountProps {
  readonly ctx: PageContext;
  readonly account: AccountResponse;
}
