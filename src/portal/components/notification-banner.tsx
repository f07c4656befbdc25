import type { ComponentChildren, JSX } from 'preact';
import { type HeadingLevel, type Styled, joined } from './markup.js';

/** What a notification takes: a title, and either one line (`heading`) or children. */
export interface NotificationBannerProps extends Styled {
  readonly title: ComponentChildren;
  readonly titleId?: string | undefined;
  readonly titleLevel?: HeadingLevel | undefined;
  readonly heading?: ComponentChildren;
  /** Something was done: read aloud at once and focused when scripts run. */
  readonly success?: boolean | undefined;
  readonly role?: 'alert' | 'region' | undefined;
  readonly disableAutoFocus?: boolean | undefined;
  readonly children?: ComponentChildren;
}

/** News above the heading of a page, such as the success of what was just done. */
export function NotificationBanner(props: NotificationBannerProps): JSX.Element {
  const { success, titleId = 'govuk-notification-banner-title' } = props;
  const Heading = `h${props.titleLevel ?? 2}` as const;
  return (
    <div
      class={joined('govuk-notification-banner', success && 'govuk-notification-banner--success', props.class)}
      role={props.role ?? (success ? 'alert' : 'region')}
      aria-labelledby={titleId}
      data-module="govuk-notification-banner"
      data-disable-auto-focus={props.disableAutoFocus}
      {...props.attributes}
    >
      <div class="govuk-notification-banner__header">
        <Heading class="govuk-notification-banner__title" id={titleId}>
          {props.title}
        </Heading>
      </div>
      <div class="govuk-notification-banner__content">
        {props.children ?? (props.heading && <p class="govuk-notification-banner__heading">{props.heading}</p>)}
      </div>
    </div>
  );
}
