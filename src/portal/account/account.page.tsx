import type { JSX } from 'preact';
import type { KeptDraft } from '../../comment-drafts/index.js';
import type { AccountResponse } from '../../platform/identity/index.js';
import { Button, SummaryList } from '../components/index.js';
import { Form, LANGUAGE_NAMES, List, Localized, type PageContext } from '../frame/index.js';
import { Column, Done } from './parts.js';

/** What can be done here, each on its own page, in the order in which it is wanted. */
const WAYS = [
  { name: 'desk', path: '/desk' },
  { name: 'comments', path: '/account/comments' },
  { name: 'subscriptions', path: '/account/subscriptions' },
  { name: 'sessions', path: '/account/sessions' },
  { name: 'password', path: '/reset' },
  { name: 'data', path: '/account/data' },
  { name: 'close', path: '/account/close' },
] as const;

/** Name, address, language and roles of who is signed in, what can be done with them, and the way out. */
export function AccountBody({ ctx, account, drafts, done }: AccountProps): JSX.Element {
  const roles = [...new Set(ctx.by.grants.map(({ role }) => role))];
  return (
    <Column>
      <h1 class="govuk-heading-xl">{ctx.t('portal.account.title')}</h1>
      <Done ctx={ctx} what={done} />
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
      {drafts.length > 0 && (
        <section aria-labelledby="drafts">
          <h2 class="govuk-heading-m" id="drafts">
            {ctx.t('portal.account.drafts')}
          </h2>
          <List
            level={3}
            empty=""
            items={drafts.map(({ consultationId, title, keptAt, closesOn }) => ({
              href: ctx.url(`/consultations/${consultationId}/comment`),
              title: <Localized ctx={ctx} text={title} />,
              facts: [
                ctx.t('portal.account.keptAt', { date: ctx.format.instant(keptAt) }),
                ctx.t('portal.account.keptUntil', { date: ctx.format.date(closesOn) }),
              ],
            }))}
          />
        </section>
      )}
      <h2 class="govuk-heading-m">{ctx.t('portal.account.more')}</h2>
      <ul class="govuk-list govuk-list--spaced">
        {WAYS.filter(({ name }) => name !== 'desk' || roles.some(hasDesk)).map(({ name, path }) => (
          <li>
            <a class="govuk-link" href={ctx.url(path)}>
              {ctx.t(`portal.account.links.${name}`)}
            </a>
            <br />
            {ctx.t(`portal.account.links.${name}Text`)}
          </li>
        ))}
      </ul>
      <Form ctx={ctx} action="/sign-out">
        <Button variant="secondary">{ctx.t('portal.account.signOut')}</Button>
      </Form>
    </Column>
  );
}

function hasDesk(role: string): boolean {
  return role !== 'citizen';
}

interface AccountProps {
  readonly ctx: PageContext;
  readonly account: AccountResponse;
  /** Comments that were kept to go on with. */
  readonly drafts: readonly KeptDraft[];
  readonly done: 'kept' | undefined;
}
