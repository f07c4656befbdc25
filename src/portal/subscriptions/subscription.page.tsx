import type { JSX } from 'preact';
import type { LocalizedText } from '../../platform/kernel/index.js';
import type { SubscriptionResponse } from '../../subscriptions/index.js';
import { Column, LinkLine } from '../account/parts.js';
import { Button } from '../components/index.js';
import { Form, Localized, type PageContext } from '../frame/index.js';

/** The button that begins to follow a discussion, or the one that ends it. */
export function SubscriptionBody({ ctx, id, title, subscription }: SubscriptionProps): JSX.Element {
  const of = subscription ? 'stop' : 'follow';
  const action = `/consultations/${id}/subscription`;
  return (
    <Column>
      <h1 class="govuk-heading-xl">{ctx.t(`portal.subscriptions.${of}.title`)}</h1>
      <p class="govuk-body-l">
        <Localized ctx={ctx} text={title} note />
      </p>
      <p class="govuk-body">
        {ctx.t(`portal.subscriptions.${of}.text`, {
          date: subscription ? ctx.format.instant(subscription.followedAt) : '',
        })}
      </p>
      <Form ctx={ctx} action={subscription ? `${action}/end` : action}>
        <Button variant={subscription && 'secondary'} preventDoubleClick>
          {ctx.t(`portal.subscriptions.${of}.button`)}
        </Button>
      </Form>
      <LinkLine href={ctx.url('/account/subscriptions')}>{ctx.t('portal.subscriptions.title')}</LinkLine>
    </Column>
  );
}

interface SubscriptionProps {
  readonly ctx: PageContext;
  /** Of the consultation. */
  readonly id: string;
  readonly title: LocalizedText;
  /** Undefined where the reader does not follow it. */
  readonly subscription: SubscriptionResponse | undefined;
}
