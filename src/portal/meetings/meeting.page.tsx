import type { JSX } from 'preact';
import type { CouncilFacts } from '../../councils/index.js';
import type { AttendanceResponse, MeetingResponse } from '../../meetings/index.js';
import type { MinutesResponse } from '../../minutes/index.js';
import type { RecommendationResponse } from '../../recommendations/index.js';
import type { RuleSet } from '../../rulebook/index.js';
import { InsetText, SummaryList, Table } from '../components/index.js';
import { personName } from '../councils/person-name.js';
import { TermBreaches } from '../councils/rule-note.js';
import { StateTag } from '../councils/state-tag.js';
import { Localized, LocalizedParagraph, type Names, type PageContext } from '../frame/index.js';
import { AgendaItemView } from './agenda-item-view.js';
import { meetingTitle } from './meeting-list.js';
import { QuorumView } from './quorum-view.js';

/** What the page of a meeting shows. */
export interface MeetingProps {
  readonly ctx: PageContext;
  readonly meeting: MeetingResponse;
  readonly council: CouncilFacts;
  readonly attendance: AttendanceResponse;
  readonly recommendations: readonly RecommendationResponse[];
  /** The edition that is in force, once one is published. */
  readonly minutes: MinutesResponse | undefined;
  /** The rules of the meeting's day, as they bind the council. */
  readonly rules: RuleSet;
  readonly names: Names;
}

/** A meeting: what it is about, who came and whether that was enough, item by item what was decided. */
export function MeetingBody(props: MeetingProps): JSX.Element {
  const { ctx, meeting, council, rules, names, recommendations } = props;
  return (
    <>
      <span class="govuk-caption-xl">
        <a class="govuk-link" href={ctx.url(`/councils/${council.id}`)}>
          <Localized ctx={ctx} text={council.name} />
        </a>
      </span>
      <h1 class="govuk-heading-xl">{meetingTitle(ctx, meeting)}</h1>
      <p class="govuk-body">
        <StateTag ctx={ctx} of="meetings" state={meeting.state} />
      </p>
      {meeting.cancelReason && (
        <InsetText>
          <LocalizedParagraph ctx={ctx} text={meeting.cancelReason} />
        </InsetText>
      )}
      <TermBreaches ctx={ctx} breaches={meeting.breaches} rules={rules} />
      <Facts {...props} />
      {meeting.quorum && <QuorumView ctx={ctx} quorum={meeting.quorum} />}
      <section aria-labelledby="agenda">
        <h2 class="govuk-heading-l govuk-!-margin-top-7" id="agenda">
          {ctx.t('portal.meetings.agenda')}
        </h2>
        {meeting.agenda.length === 0 && <p class="govuk-body">{ctx.t('portal.meetings.noAgenda')}</p>}
        {meeting.agenda.map((item, at) => (
          <AgendaItemView
            ctx={ctx}
            item={item}
            number={at + 1}
            names={names}
            rules={rules}
            recommendations={recommendations.filter(({ agendaItemId }) => agendaItemId === item.id)}
          />
        ))}
      </section>
      <Attendance {...props} />
      <Minutes {...props} />
    </>
  );
}

function Facts({ ctx, meeting, attendance }: MeetingProps): JSX.Element {
  const { kind, format, startsAt, place, announcedOn, openedAt, closedAt, broadcastUrl, recordingUrl } = meeting;
  const presiding = attendance.records.find(({ memberId }) => memberId === meeting.presidingMemberId);
  const link = (href: string): JSX.Element => (
    <a class="govuk-link" href={href}>
      {href}
    </a>
  );
  const fact = (key: string, value: JSX.Element | string | null) =>
    value !== null && { key: ctx.t(`portal.meetings.fact.${key}`), value };
  return (
    <SummaryList
      rows={[
        fact('startsAt', ctx.format.instant(startsAt)),
        fact('kind', ctx.t(`portal.meetings.kind.${kind}`)),
        fact('format', ctx.t(`portal.meetings.format.${format}`)),
        fact('place', place && <Localized ctx={ctx} text={place} />),
        fact('announcedOn', announcedOn && ctx.format.date(announcedOn)),
        fact('openedAt', openedAt && ctx.format.instant(openedAt)),
        fact('closedAt', closedAt && ctx.format.instant(closedAt)),
        fact('presiding', presiding ? personName(presiding) : null),
        fact('broadcast', broadcastUrl && link(broadcastUrl)),
        fact('recording', recordingUrl && link(recordingUrl)),
      ]}
    />
  );
}

function Attendance({ ctx, attendance }: MeetingProps): JSX.Element | null {
  const { records } = attendance;
  if (records.every(({ status }) => status === null)) return null;
  const caption = ctx.t('portal.meetings.attendanceOn', { date: ctx.format.date(attendance.on) });
  const time = (at: Date | null, key: string): string[] =>
    at === null ? [] : [ctx.t(`portal.meetings.${key}`, { time: ctx.format.time(at) })];
  return (
    <section aria-labelledby="attendance">
      <h2 class="govuk-heading-l govuk-!-margin-top-7" id="attendance">
        {ctx.t('portal.meetings.attendance')}
      </h2>
      <div class="kenes-scroll" role="region" aria-label={caption} tabIndex={0}>
        <Table
          caption={caption}
          captionClass="govuk-table__caption--m"
          head={['name', 'seat', 'status'].map((column) => ctx.t(`portal.meetings.column.${column}`))}
          firstCellIsHeader
          rows={records.map((record) => [
            personName(record),
            ctx.t(`portal.councils.seat.${record.seat}`),
            [
              ctx.t(`portal.meetings.status.${record.status ?? 'unknown'}`),
              ...time(record.arrivedAt, 'arrived'),
              ...time(record.leftAt, 'left'),
            ].join(', '),
          ])}
        />
      </div>
    </section>
  );
}

function Minutes({ ctx, meeting, minutes }: MeetingProps): JSX.Element | null {
  if (meeting.state !== 'closed' && meeting.state !== 'inquorate') return null;
  return (
    <section aria-labelledby="minutes">
      <h2 class="govuk-heading-l govuk-!-margin-top-7" id="minutes">
        {ctx.t('portal.meetings.minutes')}
      </h2>
      {minutes?.publishedOn ? (
        <p class="govuk-body">
          <a class="govuk-link" href={ctx.url(`/meetings/${meeting.id}/minutes`)}>
            {ctx.t('portal.meetings.readMinutes')}
          </a>
          {', '}
          {ctx.t('portal.meetings.publishedOn', { date: ctx.format.date(minutes.publishedOn) })}
        </p>
      ) : (
        <p class="govuk-body">{ctx.t('portal.meetings.noMinutes')}</p>
      )}
    </section>
  );
}
