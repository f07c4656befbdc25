import type { JSX } from 'preact';
import type { Followed } from '../../subscriptions/index.js';
import { Column, LinkLine } from '../account/parts.js';
import { Button } from '../components/index.js';
import { Localized, type PageContext } from '../frame/index.js';

/** What RFC 8058 has programs of mail send; the button sends the same. */
export const ONE_CLICK = { name: 'List-Unsubscribe', value: 'One-Click' } as const;

/** The button that ends it. */
export function UnsubscribeBody({ ctx, followed }: FollowedProps): JSX.Element {
  return (
    <Column>
      <h1 class="govuk-heading-xl">{ctx.t('portal.subscriptions.unsubscribe.title')}</h1>
      <Which ctx={ctx} followed={followed} text="portal.subscriptions.unsubscribe.text" />
      <form method="post" action={ctx.url(ctx.here)} novalidate accept-charset="utf-8">
        <input type="hidden" name={ONE_CLICK.name} value={ONE_CLICK.value} />
        <Button preventDoubleClick>{ctx.t('portal.subscriptions.stop.button')}</Button>
      </form>
    </Column>
  );
}

/** That it is over, and where it could begin again. */
export function UnsubscribedBody({ ctx, followed }: FollowedProps): JSX.Element {
  return (
    <Column>
      <h1 class="govuk-heading-xl">{ctx.t('portal.subscriptions.unsubscribe.doneTitle')}</h1>
      <Which ctx={ctx} followed={followed} text="portal.subscriptions.unsubscribe.doneText" />
      <p class="govuk-body">{ctx.t('portal.subscriptions.unsubscribe.again')}</p>
    </Column>
  );
}

/** That nothing is followed by this link, and where what is followed stands. */
export function NothingFollowedBody({ ctx }: { readonly ctx: PageContext }): JSX.Element {
  return (
    <Column>
      <h1 class="govuk-heading-xl">{ctx.t('portal.subscriptions.unsubscribe.nothingTitle')}</h1>
      <p class="govuk-body">{ctx.t('portal.subscriptions.unsubscribe.nothingText')}</p>
      <LinkLine href={ctx.url('/account/subscriptions')}>{ctx.t('portal.subscriptions.title')}</LinkLine>
    </Column>
  );
}

interface FollowedProps {
  readonly ctx: PageContext;
  readonly followed: Followed;
}

function Which({ ctx, followed, text }: FollowedProps & { readonly text: string }): JSX.Element {
  const { consultationId, title } = followed;
  return (
    <>
      <p class="govuk-body">{ctx.t(text)}</p>
      <p class="govuk-body-l">
        <a class="govuk-link" href={ctx.url(`/consultations/${consultationId}`)}>
          <Localized ctx={ctx} text={title} />
        </a>
      </p>
    </>
  );
}
