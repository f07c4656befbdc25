import type { ComponentChildren, JSX } from 'preact';
import type { LocalDate } from '../../platform/kernel/index.js';
import { joined } from '../components/index.js';
import type { PageContext } from '../frame/index.js';

/** Something that happened, or is awaited, on a day. */
export interface TimelineEvent {
  readonly on: LocalDate;
  readonly title: string;
  readonly look?: 'late' | 'awaited' | undefined;
  readonly children?: ComponentChildren;
}

/** What happened, in its order; how it looks repeats what the words say. */
export function Timeline({ ctx, events }: TimelineProps): JSX.Element {
  const inOrder = events.toSorted((one, other) => (one.on < other.on ? -1 : Number(one.on > other.on)));
  return (
    <ol class="kenes-timeline">
      {inOrder.map(({ on, title, look, children }) => (
        <li class={joined('kenes-timeline__event', look && `kenes-timeline__event--${look}`)}>
          <time class="kenes-timeline__date govuk-body-s govuk-!-margin-bottom-0" dateTime={on}>
            {ctx.format.date(on)}
          </time>
          <h3 class="govuk-heading-s govuk-!-margin-bottom-1">{title}</h3>
          {children}
        </li>
      ))}
    </ol>
  );
}

interface TimelineProps {
  readonly ctx: PageContext;
  readonly events: readonly TimelineEvent[];
}
