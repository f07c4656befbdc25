import type { JSX } from 'preact';
import { type MemberOn } from '../../members/index.js';
import { GIVEN_ROLES, GrantRequest, type AccountResponse } from '../../platform/identity/index.js';
import { Button, Radios, Select } from '../components/index.js';
import { personName } from '../councils/person-name.js';
import { PreparedForm, Refusal } from '../desk/index.js';
import { type FilledForm, Form, type PageContext } from '../frame/index.js';
import type { Scopes } from './held-accounts.service.js';
import { Column, LinkLine } from './parts.js';

/** A role for the account with this address. */
export function grantForm(email: string): PreparedForm<GrantRequest> {
  const empty = { role: 'portal.admin.grant.roleEmpty', memberId: 'portal.admin.grant.seatEmpty' };
  const how = { empty: { ...empty, ...SCOPE_EMPTY } };
  return new PreparedForm(GrantRequest, how, (fields) => [...fields, ['email', email]]);
}

const SCOPE_EMPTY = { councilId: 'portal.admin.grant.councilEmpty', bodyId: 'portal.admin.grant.bodyEmpty' };

interface GrantProps {
  readonly ctx: PageContext;
  readonly account: AccountResponse;
  readonly scopes: Scopes;
  readonly filled: FilledForm;
}

/** The form of a role: which, and for which council or body. */
export function GrantBody({ ctx, account, scopes, filled }: GrantProps): JSX.Element {
  const t = (name: string): string => ctx.t(`portal.admin.grant.${name}`);
  const none = { value: '', text: t('none') };
  const named = (things: Scopes['councils'] | Scopes['bodies']) =>
    things.map(({ id, name }) => ({ value: id, text: ctx.text(name) }));
  return (
    <Column>
      <Refusal filled={filled} />
      <Heading ctx={ctx} account={account} />
      <Form ctx={ctx} action={`/desk/accounts/${account.id}/grant`}>
        <Radios
          {...filled.choice('role')}
          fieldset={{ legend: t('role'), legendClass: 'govuk-fieldset__legend--m' }}
          items={GIVEN_ROLES.map((role) => ({
            value: role,
            text: ctx.t(`portal.role.${role}`),
            hint: t(`roleHint.${role}`),
          }))}
        />
        <Select
          {...filled.field('councilId')}
          label={t('council')}
          hint={t('councilHint')}
          items={[none, ...named(scopes.councils)]}
        />
        <Select
          {...filled.field('bodyId')}
          label={t('body')}
          hint={t('bodyHint')}
          items={[none, ...named(scopes.bodies)]}
        />
        <Button preventDoubleClick>{t('button')}</Button>
      </Form>
      <Back ctx={ctx} account={account} />
    </Column>
  );
}

interface SeatProps {
  readonly ctx: PageContext;
  readonly account: AccountResponse;
  readonly councilId: string;
  readonly council: string;
  readonly members: readonly MemberOn[];
  readonly filled: FilledForm;
}

/** The second step for a member of a council: whose seat it is. */
export function SeatBody({ ctx, account, councilId, council, members, filled }: SeatProps): JSX.Element {
  const t = (name: string): string => ctx.t(`portal.admin.grant.${name}`);
  return (
    <Column>
      <Refusal filled={filled} />
      <Heading ctx={ctx} account={account} />
      <p class="govuk-body">{council}</p>
      {members.length === 0 ? (
        <p class="govuk-body">{t('noMembers')}</p>
      ) : (
        <Form ctx={ctx} action={`/desk/accounts/${account.id}/grant`}>
          <input type="hidden" name="role" value="member" />
          <input type="hidden" name="councilId" value={councilId} />
          <Select
            {...filled.field('memberId')}
            label={t('seat')}
            hint={t('seatHint')}
            items={[
              { value: '', text: t('none') },
              ...members.map((member) => ({ value: member.memberId, text: personName(member) })),
            ]}
          />
          <Button preventDoubleClick>{t('button')}</Button>
        </Form>
      )}
      <LinkLine href={ctx.url(`/desk/accounts/${account.id}/grant`)}>{t('otherRole')}</LinkLine>
      <Back ctx={ctx} account={account} />
    </Column>
  );
}

interface OfAccount {
  readonly ctx: PageContext;
  readonly account: AccountResponse;
}

function Heading({ ctx, account }: OfAccount): JSX.Element {
  return (
    <>
      <span class="govuk-caption-xl">
        {account.displayName}, {account.email}
      </span>
      <h1 class="govuk-heading-xl">{ctx.t('portal.admin.grant.title')}</h1>
    </>
  );
}

function Back({ ctx, account }: OfAccount): JSX.Element {
  return <LinkLine href={ctx.url(`/desk/accounts/${account.id}`)}>{ctx.t('portal.admin.account.back')}</LinkLine>;
}
