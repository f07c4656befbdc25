import type { JSX } from 'preact';
import type { NewsKind, SubscriptionResponse } from '../../subscriptions/index.js';
import { Column, Done, LinkLine } from '../account/parts.js';
import { Button } from '../components/index.js';
import { phaseDate } from '../consultations/phase-date.js';
import { PhaseTag } from '../consultations/phase-tag.js';
import { Form, List, Localized, Name, type Names, type PageContext, Paging } from '../frame/index.js';

/** Where what is new is read, below the page of the discussion. */
const READ_AT: Readonly<Record<NewsKind, string>> = {
  version: '/comparison',
  extension: '',
  document: '',
  opinion: '#opinions',
  answer: '/comments',
  report: '/report',
  conclusion: '',
  withdrawal: '',
};

/** The discussions that the reader follows. */
export function SubscriptionsBody({ ctx, items, next, after, names, done }: SubscriptionsProps): JSX.Element {
  return (
    <Column>
      <h1 class="govuk-heading-xl">{ctx.t('portal.subscriptions.title')}</h1>
      <Done ctx={ctx} what={done} />
      <p class="govuk-body">{ctx.t('portal.subscriptions.lead')}</p>
      <List
        level={2}
        empty={ctx.t('portal.subscriptions.none')}
        items={items.map((item) => ({
          href: ctx.url(`/consultations/${item.consultationId}`),
          title: <Localized ctx={ctx} text={item.title} />,
          facts: [
            <PhaseTag ctx={ctx} phase={item.phase} />,
            <Name ctx={ctx} names={names} id={item.bodyId} />,
            phaseDate(ctx, item),
          ],
          children: <News ctx={ctx} item={item} />,
        }))}
      />
      {items.length === 0 && (
        <LinkLine href={ctx.url('/consultations', { phase: 'commenting' })}>
          {ctx.t('portal.account.comments.open')}
        </LinkLine>
      )}
      <Paging ctx={ctx} path="/account/subscriptions" query={{ after }} next={next} />
    </Column>
  );
}

interface SubscriptionsProps {
  readonly ctx: PageContext;
  readonly items: readonly SubscriptionResponse[];
  readonly next: string | null;
  readonly after: string | undefined;
  readonly names: Names;
  readonly done: 'followed' | 'unfollowed' | 'seen' | undefined;
}

/** What has happened since the reader last looked, that it is known now, and the way out. */
function News({ ctx, item }: NewsProps): JSX.Element {
  const { consultationId, title, seenAt, news } = item;
  const path = `/consultations/${consultationId}`;
  const isNew = news.length > 0;
  const which = <span class="govuk-visually-hidden">{`: ${ctx.text(title)}`}</span>;
  return (
    <>
      <p class="govuk-body govuk-!-margin-top-1">
        {ctx.t(`portal.subscriptions.${isNew ? 'since' : 'nothing'}`, { date: ctx.format.instant(seenAt) })}
      </p>
      {isNew && (
        <>
          <ul class="govuk-list govuk-list--bullet">
            {news.map(({ kind, count }) => (
              <li>
                <a class="govuk-link" href={ctx.url(path) + READ_AT[kind]}>
                  {ctx.t(`portal.subscriptions.news.${kind}`, { count: ctx.format.number(count) })}
                </a>
              </li>
            ))}
          </ul>
          <Form ctx={ctx} action={`${path}/subscription/seen`}>
            <input type="hidden" name="upTo" value={item.upTo} />
            <Button variant="secondary" preventDoubleClick>
              {ctx.t('portal.subscriptions.seen')}
              {which}
            </Button>
          </Form>
        </>
      )}
      <p class="govuk-body">
        <a class="govuk-link" href={ctx.url(`${path}/subscription`)}>
          {ctx.t('portal.subscriptions.stop.button')}
          {which}
        </a>
      </p>
    </>
  );
}

interface NewsProps {
  readonly ctx: PageContext;
  readonly item: SubscriptionResponse;
}
