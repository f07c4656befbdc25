import type { JSX } from 'preact';
import type { AccountResponse, GrantResponse } from '../../platform/identity/index.js';
import { Button, SummaryList, WarningText } from '../components/index.js';
import { Refusal, type Compared } from '../desk/index.js';
import { type FilledForm, Form, type PageContext } from '../frame/index.js';
import { accountState } from './account-state.js';
import { ScopeOf, type HeldAccount } from './account.page.js';
import { Column, LinkLine } from './parts.js';

/** To end the use of an account, or to let it be used again. */
export type Way = 'disable' | 'enable';

interface UseProps {
  readonly ctx: PageContext;
  readonly account: AccountResponse;
  readonly version: number | undefined;
  readonly way: Way;
  readonly filled: FilledForm | undefined;
}

/** What it means that an account is disabled or enabled, and the button that does it. */
export function UseBody({ ctx, account, version, way, filled }: UseProps): JSX.Element {
  const isPossible = way === (account.disabledAt === null ? 'disable' : 'enable') && account.id !== ctx.by.accountId;
  const t = (name: string): string => ctx.t(`portal.admin.account.${name}`);
  return (
    <Column>
      <Refusal filled={filled} compared={compared(ctx, account, way)} />
      <span class="govuk-caption-xl">{account.displayName}</span>
      <h1 class="govuk-heading-xl">{t(way)}</h1>
      {isPossible && (
        <>
          <WarningText prefix={ctx.t('portal.desk.warning')}>{t(`${way}Text`)}</WarningText>
          <SummaryList
            rows={[
              { key: ctx.t('portal.account.name'), value: account.displayName },
              { key: ctx.t('portal.account.email'), value: account.email },
            ]}
          />
          <Form ctx={ctx} action={`/desk/accounts/${account.id}/${way}`} version={version}>
            <Button variant={way === 'disable' ? 'warning' : undefined} preventDoubleClick>
              {t(`${way}Button`)}
            </Button>
          </Form>
        </>
      )}
      {!isPossible && <p class="govuk-body">{t(account.id === ctx.by.accountId ? 'own' : `${way}dAlready`)}</p>}
      <Back ctx={ctx} account={account} />
    </Column>
  );
}

function compared(ctx: PageContext, account: AccountResponse, way: Way): Compared[] {
  return [
    {
      field: ctx.t('portal.admin.accounts.stateLabel'),
      stored: ctx.t(`portal.admin.accounts.state.${accountState(account)}`),
      yours: ctx.t(`portal.admin.account.${way}`),
    },
  ];
}

interface RevocationProps {
  readonly ctx: PageContext;
  readonly held: HeldAccount;
  /** Undefined when the account holds it no longer. */
  readonly grant: GrantResponse | undefined;
  readonly filled: FilledForm | undefined;
}

/** The role that is to be taken away, and the button that does it. */
export function RevocationBody({ ctx, held, grant, filled }: RevocationProps): JSX.Element {
  const { account } = held;
  return (
    <Column>
      <Refusal filled={filled} />
      <span class="govuk-caption-xl">{account.displayName}</span>
      <h1 class="govuk-heading-xl">{ctx.t('portal.admin.revoke.title')}</h1>
      {grant ? (
        <>
          <SummaryList
            rows={[
              { key: ctx.t('portal.admin.accounts.roleLabel'), value: ctx.t(`portal.role.${grant.role}`) },
              { key: ctx.t('portal.admin.revoke.scope'), value: <ScopeOf ctx={ctx} held={held} grant={grant} /> },
              { key: ctx.t('portal.admin.revoke.since'), value: ctx.format.instant(grant.grantedAt) },
            ]}
          />
          <p class="govuk-body">{ctx.t('portal.admin.revoke.text')}</p>
          <Form ctx={ctx} action={`/desk/accounts/${account.id}/grants/${grant.id}`}>
            <Button variant="warning" preventDoubleClick>
              {ctx.t('portal.admin.revoke.button')}
            </Button>
          </Form>
        </>
      ) : (
        <p class="govuk-body">{ctx.t('portal.admin.revoke.gone')}</p>
      )}
      <Back ctx={ctx} account={account} />
    </Column>
  );
}

function Back({ ctx, account }: Pick<UseProps, 'ctx' | 'account'>): JSX.Element {
  return <LinkLine href={ctx.url(`/desk/accounts/${account.id}`)}>{ctx.t('portal.admin.account.back')}</LinkLine>;
}
