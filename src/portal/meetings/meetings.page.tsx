import type { JSX } from 'preact';
import type { CouncilRead } from '../../councils/index.js';
import { meetingLifecycle, type MeetingsQuery, type MeetingSummaryResponse } from '../../meetings/index.js';
import { Button, Select } from '../components/index.js';
import { Localized, type PageContext, Paging } from '../frame/index.js';
import { MeetingList } from './meeting-list.js';

/** All meetings of a council, with a filter by their state. */
export function MeetingsBody({ ctx, council, query, items, next }: MeetingsProps): JSX.Element {
  const path = `/councils/${council.id}/meetings`;
  const { state, after } = query;
  const states = meetingLifecycle.states.filter((one) => one !== 'planned');
  return (
    <>
      <span class="govuk-caption-xl">
        <Localized ctx={ctx} text={council.name} />
      </span>
      <h1 class="govuk-heading-xl">{ctx.t('portal.meetings.listTitle')}</h1>
      <form action={ctx.url(path)} role="search">
        <Select
          name="state"
          label={ctx.t('portal.councils.stateLabel')}
          value={state}
          items={[
            { value: '', text: ctx.t('portal.councils.any') },
            ...states.map((value) => ({ value, text: ctx.t(`portal.meetings.state.${value}`) })),
          ]}
        />
        <Button class="govuk-button--secondary">{ctx.t('portal.councils.show')}</Button>
      </form>
      <MeetingList ctx={ctx} level={2} meetings={items} empty={ctx.t('portal.meetings.none')} />
      <Paging ctx={ctx} path={path} query={{ state, after }} next={next} />
    </>
  );
}

interface MeetingsProps {
  readonly ctx: PageContext;
  readonly council: CouncilRead;
  readonly query: MeetingsQuery;
  readonly items: readonly MeetingSummaryResponse[];
  readonly next: string | null;
}
