import { twoPlaces } from '../../assessments/index.js';
import type { JournalEntryResponse } from '../../platform/journal/index.js';
import { hasSentence } from '../../platform/i18n/index.js';
import { exactNumber } from '../assessments/numbers.js';
import type { PageContext } from '../frame/index.js';

/** Kinds of things that the timeline can be filtered by. */
export const KINDS = [
  'council',
  'member',
  'meeting',
  'agenda-item',
  'minutes',
  'recommendation',
  'consultation',
  'opinion',
  'comment',
  'comment-group',
  'methodology',
  'assessment',
  'follow-up',
  'rule',
  'day',
] as const;

/** A due date was moved by a changed calendar, or made final by a loaded year. */
const RECALCULATED = /\.due-date-(moved|settled)$/;

type Act = Pick<JournalEntryResponse, 'what' | 'subject' | 'data'>;

/** An act in one sentence of the page's language; one that has none is named as the journal names it. */
export function actInWords(ctx: PageContext, { what }: Pick<Act, 'what'>): string {
  const key = `portal.timeline.what.${what}`;
  return hasSentence(key) ? ctx.t(key) : ctx.t('portal.timeline.other', { what });
}

/** Ids of the council and the body that an act names; their names are shown with it. */
export function idsIn({ subject, data }: Act): string[] {
  const own = subject.kind === 'council' ? [subject.id] : [];
  return [...new Set([...own, ...['councilId', 'bodyId'].flatMap((key) => idAt(data, key) ?? [])])];
}

/** Where the thing that an act is about can be read; undefined where it has no page of its own. */
export function pathOf({ subject, data }: Act): string | undefined {
  const { kind, id } = subject;
  const within = (folder: string, key: string): string | undefined => {
    const found = idAt(data, key);
    return found && `/${folder}/${found}`;
  };
  const paths: Readonly<Record<string, string | undefined>> = {
    council: `/councils/${id}`,
    member: within('councils', 'councilId'),
    meeting: `/meetings/${id}`,
    'agenda-item': within('meetings', 'meetingId'),
    minutes: within('meetings', 'meetingId'),
    recommendation: `/recommendations/${id}`,
    consultation: `/consultations/${id}`,
    opinion: `/opinions/${id}`,
    comment: within('consultations', 'consultationId'),
    'comment-group':
      idAt(data, 'consultationId') && `/consultations/${idAt(data, 'consultationId') ?? ''}/groups/${id}`,
    methodology: `/methodologies/${id}`,
    assessment: `/assessments/${id}`,
    'follow-up': `/follow-ups/${id}`,
    rule: `/rules#${id}`,
  };
  return paths[kind];
}

/** Single facts that say more than the sentence: what was decided, by when, with which score. */
export function factsOf(ctx: PageContext, { what, subject, data }: Act): string[] {
  const { score, role } = data;
  const dueOn = RECALCULATED.test(what) ? data['to'] : data['dueOn'];
  const known = (key: string): string[] => (hasSentence(key) ? [ctx.t(key)] : []);
  return [
    ...(subject.kind === 'day' ? [ctx.format.date(subject.id)] : []),
    ...known(`portal.timeline.result.${resultOf(subject, data)}`),
    ...(isWord(role) ? known(`portal.timeline.role.${role}`) : []),
    ...(what === 'assessment.published' && isWord(score) ? [scoreFact(ctx, score)] : []),
    ...(isDate(dueOn) ? [ctx.t('portal.timeline.due', { date: ctx.format.date(dueOn) })] : []),
  ];
}

/** The word for what was decided; that of a body on an opinion is its own, as `rejected` is said of votes. */
function resultOf({ kind }: Act['subject'], data: Act['data']): string {
  const result = [data['decision'], data['outcome'], data['verdict'], data['result']].find(isWord) ?? 'none';
  return kind === 'opinion' ? `opinion-${result}` : result;
}

function scoreFact(ctx: PageContext, score: string): string {
  return ctx.t('portal.timeline.score', { score: exactNumber(ctx, twoPlaces(score) ?? '') });
}

function idAt(data: Act['data'], key: string): string | undefined {
  const id = data[key];
  return typeof id === 'string' && /^[0-9a-f-]{36}$/.test(id) ? id : undefined;
}

function isWord(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

function isDate(value: unknown): value is string {
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value);
}
