import { AttendanceRequest, MeetingClosingRequest, MeetingOpeningRequest, VotesRequest } from '../../meetings/index.js';
import { FormBody, type FormField } from '../../platform/http/index.js';
import type { LocalDate } from '../../platform/kernel/index.js';
import { RecommendationRequest } from '../../recommendations/index.js';
import { instantAt, PreparedForm } from '../desk/index.js';
import { FormOf } from '../frame/index.js';

/** What is chosen for all who are not marked one by one. */
export const OTHERS_FIELD = '_others';

/** What a button writes in for all who are not marked; the form is shown again, nothing is stored by it. */
export const ALL_FIELD = '_all';

/** Where it is said that nobody was marked. */
const FIRST_STATUS = 'records[0].status';

const ROW = /^(records|votes)\[\d{1,3}\]/;

/** Who was there; members of whom nothing is marked are left out, times are of the meeting's day. */
export function attendanceForm(day: LocalDate): PreparedForm<AttendanceRequest> {
  const timed = ([name, value]: FormField): FormField =>
    /\.(arrivedAt|leftAt)$/.test(name) ? [name, instantAt(day, value)] : [name, value];
  return new PreparedForm(
    AttendanceRequest,
    { empty: { [FIRST_STATUS]: 'portal.desk.meeting.attendanceEmpty' } },
    (fields) => markedOnly(fields, 'status').map(timed),
    (name) => (name === 'records' ? FIRST_STATUS : name.replace(/\.memberId$/, '.status')),
  );
}

/** Votes by name; who is not marked votes as `OTHERS_FIELD` says, or not at all. */
export const VOTES = new PreparedForm(
  VotesRequest,
  { empty: { [OTHERS_FIELD]: 'portal.desk.meeting.votesEmpty' } },
  (fields) => markedOnly(withOthers(fields), 'choice'),
  (name) => (name === 'votes' ? OTHERS_FIELD : name.replace(/\.memberId$/, '.choice')),
);

/** The opening, at a time of the meeting's day. */
export const openingForm = (day: LocalDate): PreparedForm<MeetingOpeningRequest> =>
  new PreparedForm(MeetingOpeningRequest, {}, (fields) => onDay(fields, 'openedAt', day));

/** The closing, at a time of the meeting's day. */
export const closingForm = (day: LocalDate): PreparedForm<MeetingClosingRequest> =>
  new PreparedForm(MeetingClosingRequest, {}, (fields) => onDay(fields, 'closedAt', day));

/** What the council asks of a body. */
export const RECOMMENDATION = new FormOf(RecommendationRequest, {
  empty: { bodyId: 'portal.desk.meeting.bodyEmpty', power: 'portal.desk.meeting.powerEmpty' },
});

/** The attendance with all who are not marked as present, where that button was pressed. */
export function allPresent(body: FormBody): FormBody | undefined {
  return body.get(ALL_FIELD) === 'present' ? markedAll(body, 'status', 'present') : undefined;
}

/** The votes with all who are not marked in favour, where that button was pressed. */
export function allInFavour(body: FormBody): FormBody | undefined {
  return body.get(ALL_FIELD) === 'for' ? markedAll(body, 'choice', 'for') : undefined;
}

function markedAll(body: FormBody, leaf: string, mark: string): FormBody {
  const added = body.fields.flatMap(([name]): FormField[] => {
    const row = name.endsWith('.memberId') ? rowOf(name) : undefined;
    return row === undefined || body.get(`${row}.${leaf}`) ? [] : [[`${row}.${leaf}`, mark]];
  });
  return new FormBody([...body.fields.filter(([name]) => !added.some(([other]) => other === name)), ...added]);
}

function onDay(fields: readonly FormField[], wanted: string, day: LocalDate): FormField[] {
  return fields.map(([name, value]) => (name === wanted ? [name, instantAt(day, value)] : [name, value]));
}

function rowOf(name: string): string | undefined {
  return ROW.exec(name)?.[0];
}

/** Without the rows of which this field was left empty. */
function markedOnly(fields: readonly FormField[], leaf: string): FormField[] {
  const marked = new Set(
    fields.flatMap(([name, value]) => (name.endsWith(`.${leaf}`) && value !== '' ? [rowOf(name)] : [])),
  );
  return fields.filter(([name]) => {
    const row = rowOf(name);
    return row === undefined || marked.has(row);
  });
}

function withOthers(fields: readonly FormField[]): FormField[] {
  const others = fields.find(([name]) => name === OTHERS_FIELD)?.[1] ?? '';
  if (others === '') return [...fields];
  const marked = new Set(fields.flatMap(([name]) => (name.endsWith('.choice') ? [rowOf(name)] : [])));
  return fields.flatMap(([name, value]): FormField[] => {
    const row = rowOf(name);
    const isUnmarked = name.endsWith('.memberId') && !marked.has(row);
    return isUnmarked
      ? [
          [name, value],
          [`${row ?? ''}.choice`, others],
        ]
      : [[name, value]];
  });
}
