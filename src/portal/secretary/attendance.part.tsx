import type { JSX } from 'preact';
import { ATTENDANCE_STATUSES, type AttendanceResponse } from '../../meetings/index.js';
import { Button, Details, Input, Radios } from '../components/index.js';
import { timeField, type Compared } from '../desk/index.js';
import { EnterButton, FilledForm, Form, type FirstValues } from '../frame/index.js';
import { AllButton } from './all-button.js';
import { attendanceForm } from './meeting-forms.js';
import { fullName } from './names.js';
import type { ScreenProps } from './screen.js';

type Roll = AttendanceResponse['records'];

/** Who is there, with the count of the quorum; scripts count while marks are made. */
export function AttendancePart(props: ScreenProps): JSX.Element {
  const { ctx, screen, forms } = props;
  const { meeting, quorum } = screen;
  const counted = { members: quorum.members, needed: quorum.needed, present: '%{present}' };
  return (
    <section
      aria-labelledby="attendance"
      data-quorum=""
      data-members={quorum.members}
      data-needed={quorum.needed}
      data-reached={ctx.t('portal.desk.meeting.quorumReached', counted)}
      data-missing={ctx.t('portal.desk.meeting.quorumMissing', counted)}
    >
      <h2 class="govuk-heading-l" id="attendance">
        {ctx.t('portal.desk.meeting.attendance')}
      </h2>
      <QuorumCount {...props} />
      {meeting.state === 'announced' && <AttendanceForm {...props} />}
      {meeting.state === 'open' && (
        <Details summary={ctx.t('portal.desk.meeting.changeAttendance')} open={forms.attendance !== undefined}>
          <AttendanceForm {...props} />
        </Details>
      )}
      {meeting.state !== 'announced' && meeting.state !== 'open' && <RecordedRoll {...props} />}
    </section>
  );
}

function AttendanceForm({ ctx, screen, forms }: ScreenProps): JSX.Element {
  const { meeting, roll, version } = screen;
  const action = `/desk/meetings/${meeting.id}/attendance`;
  const button = ctx.t('portal.desk.meeting.saveAttendance');
  const filled = forms.attendance ?? new FilledForm(ctx, attendanceForm(roll.on), valuesOf(roll.records));
  return (
    <Form ctx={ctx} action={action} version={version}>
      <EnterButton>{button}</EnterButton>
      <AllButton filled={filled} action={ctx.url(action)} place="attendance" mark="present" />
      {roll.records.map((record, at) => (
        <MemberRow filled={filled} record={record} at={at} />
      ))}
      <Button preventDoubleClick>{button}</Button>
    </Form>
  );
}

/** The computation of M1, in words. */
export function QuorumCount({ ctx, screen }: ScreenProps): JSX.Element {
  const { members, needed, present, reached } = screen.quorum;
  return (
    <p class="govuk-body govuk-!-font-weight-bold" data-quorum-count="" aria-live="polite">
      {ctx.t(`portal.desk.meeting.${reached ? 'quorumReached' : 'quorumMissing'}`, {
        members,
        needed,
        present: `${present}`,
      })}
    </p>
  );
}

interface RowProps {
  readonly filled: FilledForm;
  readonly record: Roll[number];
  readonly at: number;
}

function MemberRow({ filled, record, at }: RowProps): JSX.Element {
  const { ctx } = filled;
  const name = `records[${at}]`;
  const times = ['arrivedAt', 'leftAt'].map((field) => filled.field(`${name}.${field}`));
  const isTimed = times.some(({ value, error }) => Boolean(value) || error !== undefined);
  return (
    <div class="govuk-!-margin-bottom-4">
      <input type="hidden" name={`${name}.memberId`} value={record.memberId} />
      <Radios
        {...filled.choice(`${name}.status`)}
        class="govuk-radios--inline govuk-radios--small"
        groupClass="govuk-!-margin-bottom-1"
        fieldset={{ legend: fullName(record), legendClass: 'govuk-fieldset__legend--s' }}
        items={ATTENDANCE_STATUSES.map((status) => ({
          value: status,
          text: ctx.t(`portal.desk.meeting.status.${status}`),
          attributes: status === 'present' || status === 'remote' ? { 'data-present': '' } : {},
        }))}
      />
      <Details summary={ctx.t('portal.desk.meeting.times')} open={isTimed}>
        {times.map((field, place) => (
          <Input
            {...field}
            type="time"
            class="govuk-input--width-5"
            label={ctx.t(place === 0 ? 'portal.desk.meeting.arrivedAt' : 'portal.desk.meeting.leftAt')}
          />
        ))}
      </Details>
    </div>
  );
}

/** After the closing: as it stands. */
function RecordedRoll({ ctx, screen }: ScreenProps): JSX.Element {
  return (
    <ul class="govuk-list">
      {screen.roll.records.map((record) => (
        <li>
          {fullName(record)}
          {record.status && ` – ${ctx.t(`portal.desk.meeting.status.${record.status}`)}`}
        </li>
      ))}
    </ul>
  );
}

function valuesOf(records: Roll): FirstValues {
  return Object.fromEntries(
    records.flatMap(({ status, arrivedAt, leftAt }, at) => [
      [`records[${at}].status`, status],
      [`records[${at}].arrivedAt`, timeField(arrivedAt)],
      [`records[${at}].leftAt`, timeField(leftAt)],
    ]),
  );
}

/** Members of whom other marks are stored by now than were sent. */
export function attendanceCompared({ ctx, screen, forms }: ScreenProps): Compared[] {
  const { attendance } = forms;
  const word = (status: string | null | undefined): string =>
    status ? ctx.t(`portal.desk.meeting.status.${status}`) : '–';
  if (!attendance) return [];
  return screen.roll.records
    .map((record, at) => ({ record, mine: attendance.value(`records[${at}].status`) }))
    .filter(({ record, mine }) => (mine ?? null) !== record.status)
    .map(({ record, mine }) => ({ field: fullName(record), stored: word(record.status), yours: word(mine) }));
}
