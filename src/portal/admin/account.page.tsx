import type { JSX } from 'preact';
import type { AccountResponse, GrantResponse } from '../../platform/identity/index.js';
import { Button, InsetText, SummaryList } from '../components/index.js';
import { personName, type PersonName } from '../councils/person-name.js';
import { Refusal } from '../desk/index.js';
import { type FilledForm, Form, LANGUAGE_NAMES, Name, type Names, type PageContext } from '../frame/index.js';
import { AccountStateTag, accountState } from './account-state.js';
import { Column, Done, LinkLine } from './parts.js';

/** An account with the roles it holds, and the names of what they are for. */
export interface HeldAccount {
  readonly account: AccountResponse;
  readonly grants: readonly GrantResponse[];
  readonly names: Names;
  readonly seats: ReadonlyMap<string, PersonName>;
}

interface AccountProps {
  readonly ctx: PageContext;
  readonly held: HeldAccount;
  readonly done: string | undefined;
  /** The letter that was asked for and refused. */
  readonly letter?: FilledForm | undefined;
}

/** One account: who it is, its roles, and what can be done with it. */
export function AccountBody({ ctx, held, done, letter }: AccountProps): JSX.Element {
  const { account } = held;
  return (
    <Column>
      <Refusal filled={letter} />
      <Done ctx={ctx} what={done} />
      <h1 class="govuk-heading-xl kenes-as-written">{account.displayName}</h1>
      <Facts ctx={ctx} account={account} />
      {accountState(account) === 'unconfirmed' && <Letter ctx={ctx} account={account} />}
      <h2 class="govuk-heading-l">{ctx.t('portal.account.roles')}</h2>
      {held.grants.length === 0 ? (
        <p class="govuk-body">{ctx.t('portal.admin.account.noRoles')}</p>
      ) : (
        <SummaryList
          rows={held.grants.map((grant) => ({
            key: ctx.t(`portal.role.${grant.role}`),
            value: <ScopeOf ctx={ctx} held={held} grant={grant} />,
            actions: [
              {
                href: ctx.url(`/desk/accounts/${account.id}/grants/${grant.id}`),
                text: ctx.t('portal.admin.account.revoke'),
                hidden: ctx.t(`portal.role.${grant.role}`),
              },
            ],
          }))}
        />
      )}
      <Button href={ctx.url(`/desk/accounts/${account.id}/grant`)} variant="secondary">
        {ctx.t('portal.admin.grant.title')}
      </Button>
      <h2 class="govuk-heading-l">{ctx.t('portal.admin.account.use')}</h2>
      <Use ctx={ctx} account={account} />
    </Column>
  );
}

function Facts({ ctx, account }: OfAccount): JSX.Element {
  const { email, language, confirmedAt, disabledAt } = account;
  return (
    <SummaryList
      rows={[
        { key: ctx.t('portal.account.email'), value: email },
        { key: ctx.t('portal.account.language'), value: <span lang={language}>{LANGUAGE_NAMES[language]}</span> },
        { key: ctx.t('portal.admin.accounts.stateLabel'), value: <AccountStateTag ctx={ctx} account={account} /> },
        confirmedAt !== null && {
          key: ctx.t('portal.admin.account.confirmedAt'),
          value: ctx.format.instant(confirmedAt),
        },
        disabledAt !== null && { key: ctx.t('portal.admin.account.disabledAt'), value: ctx.format.instant(disabledAt) },
      ]}
    />
  );
}

function Letter({ ctx, account }: OfAccount): JSX.Element {
  return (
    <InsetText>
      <p class="govuk-body">{ctx.t('portal.admin.account.letterText')}</p>
      <Form ctx={ctx} action={`/desk/accounts/${account.id}/letter`}>
        <Button variant="secondary" class="govuk-!-margin-bottom-0" preventDoubleClick>
          {ctx.t('portal.admin.account.letter')}
        </Button>
      </Form>
    </InsetText>
  );
}

function Use({ ctx, account }: OfAccount): JSX.Element {
  if (account.id === ctx.by.accountId) {
    return (
      <>
        <p class="govuk-body">{ctx.t('portal.admin.account.own')}</p>
        <LinkLine href={ctx.url('/account')}>{ctx.t('portal.account.title')}</LinkLine>
      </>
    );
  }
  const way = account.disabledAt === null ? 'disable' : 'enable';
  return (
    <>
      <p class="govuk-body">{ctx.t(`portal.admin.account.${way}Text`)}</p>
      <LinkLine href={ctx.url(`/desk/accounts/${account.id}/${way}`)}>{ctx.t(`portal.admin.account.${way}`)}</LinkLine>
    </>
  );
}

interface OfAccount {
  readonly ctx: PageContext;
  readonly account: AccountResponse;
}

/** What a role is for: a council, with the seat of a member, or a body; the whole platform. */
export function ScopeOf({ ctx, held, grant }: ScopeProps): JSX.Element {
  const { names, seats } = held;
  const scope = grant.councilId ?? grant.bodyId;
  const seat = grant.memberId === null ? undefined : seats.get(grant.memberId);
  if (scope === null) return <>{ctx.t('portal.admin.account.everywhere')}</>;
  return (
    <>
      <Name ctx={ctx} names={names} id={scope} />
      {seat && (
        <>
          <br />
          {personName(seat)}
        </>
      )}
    </>
  );
}

interface ScopeProps {
  readonly ctx: PageContext;
  readonly held: HeldAccount;
  readonly grant: GrantResponse;
}
