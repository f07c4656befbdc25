import type { JSX } from 'preact';
import {
  ACCOUNT_STATES,
  GIVEN_ROLES,
  InvitationRequest,
  type AccountResponse,
  type AccountsQuery,
} from '../../platform/identity/index.js';
import { LANGUAGES, type Role } from '../../platform/kernel/index.js';
import { Button, Input, Radios, Select } from '../components/index.js';
import { Refusal } from '../desk/index.js';
import { type FilledForm, Form, FormOf, LANGUAGE_NAMES, List, type PageContext, Paging } from '../frame/index.js';
import { AccountStateTag } from './account-state.js';
import { Column } from './parts.js';

/** An account for somebody who chooses the password by a letter. */
export const INVITATION = new FormOf(InvitationRequest, {
  empty: {
    displayName: 'portal.account.signUp.nameEmpty',
    language: 'portal.account.signUp.languageEmpty',
    email: 'portal.admin.accounts.emailEmpty',
  },
});

interface AccountsProps {
  readonly ctx: PageContext;
  readonly query: AccountsQuery;
  readonly items: readonly AccountResponse[];
  readonly roles: ReadonlyMap<string, readonly Role[]>;
  readonly next: string | null;
}

/** The accounts, with a search, and the way to invite somebody. */
export function AccountsBody(props: AccountsProps): JSX.Element {
  const { ctx } = props;
  return (
    <>
      <h1 class="govuk-heading-xl">{ctx.t('portal.admin.accounts.title')}</h1>
      <p class="govuk-body">{ctx.t('portal.admin.accounts.lead')}</p>
      <Button href={ctx.url('/desk/accounts/new')}>{ctx.t('portal.admin.accounts.invite')}</Button>
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-one-third">
          <FilterForm {...props} />
        </div>
        <div class="govuk-grid-column-two-thirds">
          <Accounts {...props} />
        </div>
      </div>
    </>
  );
}

function FilterForm({ ctx, query }: AccountsProps): JSX.Element {
  const any = { value: '', text: ctx.t('portal.councils.any') };
  return (
    <form class="kenes-filters" action={ctx.url('/desk/accounts')} role="search">
      <Input name="q" label={ctx.t('portal.admin.accounts.words')} type="search" value={query.q} spellcheck={false} />
      <Select
        name="state"
        label={ctx.t('portal.admin.accounts.stateLabel')}
        value={query.state}
        items={[
          any,
          ...ACCOUNT_STATES.map((value) => ({ value, text: ctx.t(`portal.admin.accounts.state.${value}`) })),
        ]}
      />
      <Select
        name="role"
        label={ctx.t('portal.admin.accounts.roleLabel')}
        value={query.role}
        items={[any, ...GIVEN_ROLES.map((value) => ({ value, text: ctx.t(`portal.role.${value}`) }))]}
      />
      <Button>{ctx.t('portal.admin.accounts.find')}</Button>
    </form>
  );
}

function Accounts({ ctx, query, items, roles, next }: AccountsProps): JSX.Element {
  const { q, state, role, after } = query;
  const isAddress = q?.includes('@') === true;
  return (
    <>
      <h2 class="govuk-visually-hidden">{ctx.t('portal.admin.accounts.list')}</h2>
      <List
        level={3}
        empty={ctx.t('portal.admin.accounts.none')}
        items={items.map((account) => ({
          href: ctx.url(`/desk/accounts/${account.id}`),
          title: account.displayName,
          facts: [
            account.email,
            <AccountStateTag ctx={ctx} account={account} />,
            ...(roles.get(account.id) ?? []).map((one) => ctx.t(`portal.role.${one}`)),
          ],
        }))}
      />
      {items.length === 0 && isAddress && (
        <p class="govuk-body">
          <a class="govuk-link" href={ctx.url('/desk/accounts/new', { email: q })}>
            {ctx.t('portal.admin.accounts.inviteThis', { email: q })}
          </a>
        </p>
      )}
      <Paging ctx={ctx} path="/desk/accounts" query={{ q, state, role, after }} next={next} />
    </>
  );
}

/** The form of an invitation. */
export function InvitationBody({ ctx, filled }: InvitationProps): JSX.Element {
  return (
    <Column>
      <Refusal filled={filled} />
      <h1 class="govuk-heading-xl">{ctx.t('portal.admin.accounts.invite')}</h1>
      <p class="govuk-body">{ctx.t('portal.admin.accounts.inviteText')}</p>
      <Form ctx={ctx} action="/desk/accounts/new">
        <Input {...filled.field('displayName')} label={ctx.t('portal.account.name')} spellcheck={false} />
        <Input {...filled.field('email')} label={ctx.t('portal.account.email')} type="email" spellcheck={false} />
        <Radios
          {...filled.choice('language')}
          class="govuk-radios--inline"
          fieldset={{ legend: ctx.t('portal.account.language'), legendClass: 'govuk-fieldset__legend--s' }}
          items={LANGUAGES.map((language) => ({
            value: language,
            text: <span lang={language}>{LANGUAGE_NAMES[language]}</span>,
          }))}
        />
        <Button preventDoubleClick>{ctx.t('portal.admin.accounts.send')}</Button>
      </Form>
    </Column>
  );
}

interface InvitationProps {
  readonly ctx: PageContext;
  readonly filled: FilledForm;
}
