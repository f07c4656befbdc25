import type { JSX } from 'preact';
import type { MeetingSummaryResponse } from '../../meetings/index.js';
import { List, Localized, type PageContext } from '../frame/index.js';
import { StateTag } from '../councils/state-tag.js';

/** Number and day of a meeting, as it is named everywhere. */
export function meetingTitle(
  ctx: PageContext,
  { number, startsAt }: Pick<MeetingSummaryResponse, 'number' | 'startsAt'>,
): string {
  return ctx.t('portal.meetings.title', { number: String(number), date: ctx.format.instant(startsAt) });
}

/** Meetings one below the other. */
export function MeetingList({ ctx, meetings, level, empty }: MeetingListProps): JSX.Element {
  return (
    <List
      level={level}
      empty={empty}
      items={meetings.map((meeting) => ({
        href: ctx.url(`/meetings/${meeting.id}`),
        title: meetingTitle(ctx, meeting),
        facts: [
          <StateTag ctx={ctx} of="meetings" state={meeting.state} />,
          ctx.t(`portal.meetings.kind.${meeting.kind}`),
          ctx.t(`portal.meetings.format.${meeting.format}`),
          meeting.place && <Localized ctx={ctx} text={meeting.place} />,
        ],
      }))}
    />
  );
}

interface MeetingListProps {
  readonly ctx: PageContext;
  readonly meetings: readonly MeetingSummaryResponse[];
  readonly level: 2 | 3 | 4;
  /** Said when there is none. */
  readonly empty: string;
}
