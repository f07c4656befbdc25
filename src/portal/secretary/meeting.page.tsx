import type { JSX } from 'preact';
import { Button, Select, Tag, WarningText } from '../components/index.js';
import { refused, Refusal, TimeField } from '../desk/index.js';
import { FilledForm, Form, Localized } from '../frame/index.js';
import { attendanceCompared, AttendancePart } from './attendance.part.js';
import { ItemPart, votesCompared } from './item.part.js';
import { closingForm, openingForm } from './meeting-forms.js';
import { fullName } from './names.js';
import type { ScreenProps } from './screen.js';

/** A meeting on one screen, from the attendance to the closing. */
export function MeetingBody(props: ScreenProps): JSX.Element {
  const { ctx, screen, forms } = props;
  const { meeting, council } = screen;
  return (
    <>
      <Refusal filled={refused(forms)} compared={[...attendanceCompared(props), ...votesCompared(props)]} />
      <span class="govuk-caption-xl">
        <Localized ctx={ctx} text={council.name} />
      </span>
      <h1 class="govuk-heading-xl">{ctx.t('portal.desk.meeting.title', { number: meeting.number })}</h1>
      <p class="govuk-body">
        <Tag colour={meeting.state === 'open' ? 'green' : 'blue'}>
          {ctx.t(`portal.desk.meeting.state.${meeting.state}`)}
        </Tag>{' '}
        {ctx.format.instant(meeting.startsAt)}
      </p>
      <Course {...props} />
      {meeting.state !== 'planned' && <AttendancePart {...props} />}
      {meeting.state === 'announced' && <OpeningForm {...props} />}
      {meeting.agenda.length > 0 && <AgendaPart {...props} />}
      {(meeting.state === 'open' || meeting.state === 'closed') && <ItemPart {...props} />}
      {meeting.state === 'open' && <ClosingForm {...props} />}
    </>
  );
}

/** Where the meeting stands and where to go on. */
function Course({ ctx, screen }: ScreenProps): JSX.Element {
  const { meeting } = screen;
  const link = (path: string, text: string): JSX.Element => (
    <li>
      <a class="govuk-link" href={ctx.url(path)}>
        {ctx.t(text)}
      </a>
    </li>
  );
  const isOver = meeting.state === 'closed' || meeting.state === 'inquorate';
  return (
    <>
      {meeting.state === 'inquorate' && <p class="govuk-body">{ctx.t('portal.desk.meeting.inquorate')}</p>}
      <ul class="govuk-list">
        {meeting.state !== 'cancelled' &&
          !isOver &&
          link(`/desk/meetings/${meeting.id}/agenda`, 'portal.desk.meeting.toAgenda')}
        {isOver && link(`/desk/meetings/${meeting.id}/minutes`, 'portal.desk.meeting.toMinutes')}
        {meeting.announcedOn !== null && link(`/meetings/${meeting.id}`, 'portal.desk.meeting.toPublic')}
      </ul>
    </>
  );
}

function OpeningForm({ ctx, screen, forms }: ScreenProps): JSX.Element {
  const { meeting, members, quorum, roll } = screen;
  const chair = members.find(({ roles }) => roles.includes('chair'))?.memberId;
  const filled = forms.opening ?? new FilledForm(ctx, openingForm(roll.on), { presidingMemberId: chair });
  return (
    <section aria-labelledby="opening">
      <h2 class="govuk-heading-l" id="opening">
        {ctx.t('portal.desk.meeting.opening')}
      </h2>
      {!quorum.reached && (
        <WarningText prefix={ctx.t('portal.desk.warning')}>
          {ctx.t('portal.desk.meeting.openWithoutQuorum')}
        </WarningText>
      )}
      <Form ctx={ctx} action={`/desk/meetings/${meeting.id}/opening`} version={screen.version}>
        <Select
          {...filled.field('presidingMemberId')}
          label={ctx.t('portal.desk.meeting.presiding')}
          items={[
            { value: '', text: '–' },
            ...members.map((member) => ({ value: member.memberId, text: fullName(member) })),
          ]}
        />
        <TimeField
          filled={filled}
          name="openedAt"
          label={ctx.t('portal.desk.meeting.openedAt')}
          hint={ctx.t('portal.desk.meeting.emptyIsNow')}
        />
        <Button preventDoubleClick>{ctx.t('portal.desk.meeting.open')}</Button>
      </Form>
    </section>
  );
}

/** The agenda as the way through the meeting. */
function AgendaPart({ ctx, screen }: ScreenProps): JSX.Element {
  const { meeting, item } = screen;
  return (
    <nav aria-labelledby="agenda">
      <h2 class="govuk-heading-l" id="agenda">
        {ctx.t('portal.desk.meeting.agenda')}
      </h2>
      <ol class="govuk-list govuk-list--number">
        {meeting.agenda.map(({ id, position, title, state, result }) => (
          <li value={position}>
            <a
              class="govuk-link"
              aria-current={id === item?.id ? 'true' : undefined}
              href={`${ctx.url(`/desk/meetings/${meeting.id}`, { item: id })}#item`}
            >
              <Localized ctx={ctx} text={title} />
            </a>
            {' – '}
            {ctx.t(
              result === null
                ? `portal.desk.meeting.itemState.${state}`
                : `portal.desk.meeting.outcome.${result.outcome}`,
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}

function ClosingForm({ ctx, screen, forms }: ScreenProps): JSX.Element {
  const { meeting, roll } = screen;
  const filled = forms.closing ?? new FilledForm(ctx, closingForm(roll.on), {});
  return (
    <section aria-labelledby="closing">
      <h2 class="govuk-heading-l" id="closing">
        {ctx.t('portal.desk.meeting.closing')}
      </h2>
      <p class="govuk-body">{ctx.t('portal.desk.meeting.closingText')}</p>
      <Form ctx={ctx} action={`/desk/meetings/${meeting.id}/closing`} version={screen.version}>
        <TimeField
          filled={filled}
          name="closedAt"
          label={ctx.t('portal.desk.meeting.closedAt')}
          hint={ctx.t('portal.desk.meeting.emptyIsNow')}
        />
        <Button variant="warning" preventDoubleClick>
          {ctx.t('portal.desk.meeting.close')}
        </Button>
      </Form>
    </section>
  );
}
