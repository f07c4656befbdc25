import { translate } from '../platform/i18n/index.js';
import {
  inLanguage,
  localDateOf,
  ZONE,
  type Language,
  type LocalDate,
  type LocalizedText,
} from '../platform/kernel/index.js';
import type { AttendanceFact, ItemFact, MinutesFacts, NamedMember } from './minutes-facts.js';

/** What an edition adds to the facts. */
export interface Edition {
  readonly edition: number;
  /** Why the edition before was superseded; null for the first. */
  readonly reason: LocalizedText | null;
  readonly notes: LocalizedText | null;
}

type Params = Readonly<Record<string, string | number>>;

const CHOICES = ['for', 'against', 'abstain', 'conflict'] as const;

/** The minutes as plain paragraphs, in both languages that the law asks for. */
export function minutesText(facts: MinutesFacts, edition: Edition): { kk: string[]; ru: string[] } {
  return { kk: paragraphs(facts, edition, 'kk'), ru: paragraphs(facts, edition, 'ru') };
}

function paragraphs(facts: MinutesFacts, { edition, reason, notes }: Edition, language: Language): string[] {
  const say = (key: string, params: Params = {}): string => translate(language, `minutes.${key}`, params);
  const text = (given: LocalizedText): string => inLanguage(given, language).text;
  const corrected = reason === null ? [] : [say('correction', { edition, reason: text(reason) })];
  const remarks = notes === null ? [] : [say('notes', { notes: text(notes) })];
  const course =
    facts.state === 'inquorate' ? [say('inquorate')] : [...agenda(facts, say, text), ...closing(facts, say)];
  return [...opening(facts, corrected, say, text), ...roll(facts, say), ...course, ...remarks];
}

type Say = (key: string, params?: Params) => string;
type Text = (given: LocalizedText) => string;

function opening(facts: MinutesFacts, corrected: readonly string[], say: Say, text: Text): string[] {
  const { council, number, kind, format, on, place, openedAt, presiding } = facts;
  return [
    say('heading', { council: text(council), number, kind }),
    ...corrected,
    say('held', { date: dateIn(say, on), format }),
    ...(place === null ? [] : [say('place', { place: text(place) })]),
    ...(openedAt === null || facts.state === 'inquorate' ? [] : [say('opened', momentIn(say, openedAt))]),
    ...(presiding === null ? [] : [say('presiding', { name: presiding.name })]),
  ];
}

function closing({ closedAt }: MinutesFacts, say: Say): string[] {
  return closedAt === null ? [] : [say('closed', momentIn(say, closedAt))];
}

function roll({ attendance, quorum }: MinutesFacts, say: Say): string[] {
  const there = attendance.filter(({ status }) => status === 'present' || status === 'remote');
  const away = attendance.filter((one) => !there.includes(one));
  const listed = (key: string, people: readonly AttendanceFact[]): string[] =>
    people.length === 0
      ? []
      : [say(key, { count: people.length, names: people.map((one) => person(one, say)).join('; ') })];
  return [...listed('present', there), ...listed('absent', away), ...(quorum === null ? [] : [quorumIn(quorum, say)])];
}

function person({ name, status, arrivedAt, leftAt }: AttendanceFact, say: Say): string {
  const remarks = [
    ...(status === 'remote' ? [say('remote')] : []),
    ...(status === 'excused' ? [say('excused')] : []),
    ...(arrivedAt === null ? [] : [say('arrived', momentIn(say, arrivedAt))]),
    ...(leftAt === null ? [] : [say('left', momentIn(say, leftAt))]),
  ];
  return remarks.length === 0 ? name : `${name} (${remarks.join(', ')})`;
}

function quorumIn({ members, present, needed, reached, rule }: NonNullable<MinutesFacts['quorum']>, say: Say): string {
  const { fraction } = rule.value as { fraction: string };
  return say('quorum', { members, present, needed, fraction, reached: String(reached) });
}

function agenda({ items }: MinutesFacts, say: Say, text: Text): string[] {
  if (items.length === 0) return [];
  const lines = items.map(({ position, title }) => say('agenda-line', { position, title: text(title) }));
  return [say('agenda'), ...lines, ...items.flatMap((item) => itemIn(item, say, text))];
}

function itemIn(item: ItemFact, say: Say, text: Text): string[] {
  const { position, title, power, powerName, rapporteur, body, headPresent } = item;
  return [
    say('item', { position, title: text(title), power, powerName: powerName === null ? power : text(powerName) }),
    ...(item.addedLate ? [say('added-late')] : []),
    ...(item.state === 'listed' ? [] : [say(item.state)]),
    ...(rapporteur === null ? [] : [say('rapporteur', { name: speakerName(rapporteur, text) })]),
    ...item.speakers.map((one) => say('speaker', { role: one.role, name: speakerName(one, text) })),
    ...(headPresent === null ? [] : [say('head', { present: String(headPresent), body: bodyName(body, text) })]),
    ...(item.state === 'listed' ? voteIn(item, say) : []),
    ...item.recommendations.map((one) =>
      say('recommendation', { body: bodyName(one.body, text), power: one.power, text: text(one.text) }),
    ),
  ];
}

function voteIn({ result, votes }: ItemFact, say: Say): string[] {
  if (result === null) return [say('no-vote')];
  const by = (choice: string): readonly NamedMember[] => votes.filter((vote) => vote.choice === choice);
  const ballots = CHOICES.filter((choice) => by(choice).length > 0).map((choice) =>
    say('ballots', {
      choice,
      count: by(choice).length,
      names: by(choice)
        .map(({ name }) => name)
        .join('; '),
    }),
  );
  const { base, tally, quorum, outcome } = result;
  const { members, present, needed } = quorum;
  const lacking = quorum.reached ? [] : [say('vote-inquorate', { members, present, needed })];
  return [...ballots, ...lacking, say('result', { base, for: tally.for, outcome })];
}

function speakerName({ name, office }: { name: string; office?: LocalizedText | undefined }, text: Text): string {
  return office === undefined ? name : `${name}, ${text(office)}`;
}

function bodyName(body: LocalizedText | null, text: Text): string {
  return body === null ? '–' : text(body);
}

function dateIn(say: Say, date: LocalDate): string {
  const [year = '', month = '', day = ''] = date.split('-').map((part) => String(Number(part)));
  return say('date', { year, month, day });
}

const clockFace = new Intl.DateTimeFormat('en-GB', { timeZone: ZONE, hour: '2-digit', minute: '2-digit' });

function momentIn(say: Say, at: string): { date: string; time: string } {
  const instant = new Date(at);
  return { date: dateIn(say, localDateOf(instant)), time: clockFace.format(instant) };
}
