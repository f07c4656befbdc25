import { countsOf, type ComparedProvision, type Comparison, type WordsByLanguage } from '../comparisons/index.js';
import { OUTCOMES } from '../comments/index.js';
import type { ConsultationRead } from '../consultations/index.js';
import { paragraph, type Block, type Blocks, type Run } from '../platform/documents/index.js';
import { LANGUAGES, type LocalDate, type LocalizedText } from '../platform/kernel/index.js';
import { textBlocks } from './report-document-texts.js';
import { isChanged } from './report-freezing.service.js';
import { DOCUMENT_CHARACTERS, DOCUMENT_TEXTS, type ReportExtent } from './report-texts.queries.js';
import type { ReportText } from './report-text.js';
import type { ReportWords } from './report-words.js';
import type { OnProvision } from './reports.queries.js';
import type { ReportResponse } from './reports.responses.js';

/** What a report for people is made of, beside its texts. */
export interface ReportMaterial {
  readonly consultation: ConsultationRead;
  readonly report: ReportResponse;
  readonly comparison: Comparison;
  readonly onProvisions: readonly OnProvision[];
  readonly extent: ReportExtent;
  /** Names of the body and of councils. */
  readonly names: ReadonlyMap<string, LocalizedText>;
  /** Where the report is on the web. */
  readonly url: string;
  readonly today: LocalDate;
}

/** The report block by block: figures, what changed, every text with its answer, the annex, and how to check it. */
export async function* reportBlocks(
  words: ReportWords,
  material: ReportMaterial,
  texts: AsyncIterable<ReportText>,
): Blocks {
  yield* titleBlocks(words, material);
  yield* figureBlocks(words, material);
  yield* changeBlocks(words, material);
  yield { kind: 'heading', level: 2, text: words.say('texts') };
  yield paragraph(words.say('textsLead'));
  const places = placesIn(material.comparison);
  const nameOf = (id: string): string | undefined => {
    const place = places.get(id);
    return place && placeName(words, place);
  };
  for await (const text of texts) yield* textBlocks(words, text, nameOf);
  yield* extentBlocks(words, material.extent);
  yield* annexBlocks(words, material);
  yield* hashBlocks(words, material);
}

function* titleBlocks(words: ReportWords, { consultation, report, names, url, today, extent }: ReportMaterial) {
  const { title, actType, bodyId, publishedOn, closesOn } = consultation;
  const body = names.get(bodyId);
  const fact = (key: string, value: string): Block => bold(words.other(`consultation.${key}`), value);
  yield heading(1, words.other('consultation.report'));
  yield heading(2, words.text(title));
  if (body) yield fact('body', words.text(body));
  yield fact('kind', words.actType(actType));
  if (publishedOn !== null) yield fact('publishedOn', words.day(publishedOn));
  yield fact('closesOn', words.day(closesOn));
  const days = { on: words.day(report.publishedOn), due: words.day(report.dueOn) };
  yield fact('reportOn', words.other('consultation.reportDays', days));
  yield paragraph(words.say('address', { url }), { style: 'note' });
  yield paragraph(`${words.say('madeOn', { date: words.day(today) })} ${words.say('asOf')}`, { style: 'note' });
  yield* extentBlocks(words, extent);
  if (report.summary) yield words.localized(report.summary);
}

/** That a document does not hold everything is said where it begins and where it ends. */
function extentBlocks(words: ReportWords, { texts, printed }: ReportExtent): Block[] {
  if (texts === 0) return [paragraph(words.say('noTexts'))];
  if (printed === texts) return [];
  const most = { most: DOCUMENT_TEXTS, characters: DOCUMENT_CHARACTERS };
  return [paragraph(words.say('shortened', { printed, texts, ...most }), { style: 'quote' })];
}

function* figureBlocks(words: ReportWords, { report, onProvisions, comparison }: ReportMaterial) {
  const { counts, breaches } = report;
  const { total, withdrawn, answered, answeredOnTime, participants, texts, groups, inGroups } = counts;
  yield heading(2, words.say('figures'));
  yield paragraph(words.say('alike', { total, texts }));
  yield paragraph(words.say('groups', { groups, inGroups }));
  for (const [key, count] of Object.entries({ participants, total, answered, answeredOnTime })) {
    yield paragraph(words.counted(words.other(`consultation.${key}`), count));
  }
  yield paragraph(words.counted(words.say('withdrawn'), withdrawn));
  for (const outcome of OUTCOMES) {
    yield paragraph(words.counted(words.other(`consultation.outcomes.${outcome}`), counts.byOutcome[outcome] ?? 0));
  }
  yield listed(words, 'byChannel', counts.byChannel, (code) => words.channel(code));
  yield listed(words, 'byLanguage', counts.byLanguage, (lang) => words.say('inLanguage', { lang }));
  for (const { rule, required, actual } of breaches) {
    const late = { required: words.day(required), actual: words.day(actual) };
    yield paragraph(`${rule}: ${words.other('councils.tooLate', late)}`);
  }
  yield* provisionBlocks(words, comparison, onProvisions, total);
}

function listed(
  words: ReportWords,
  key: string,
  counts: Readonly<Record<string, number>>,
  name: (code: string) => string,
): Block {
  const parts = Object.entries(counts).map(([code, count]) => words.counted(name(code), count));
  return bold(words.say(key), parts.length > 0 ? parts.join('; ') : '–');
}

function* provisionBlocks(
  words: ReportWords,
  comparison: Comparison,
  onProvisions: readonly OnProvision[],
  total: number,
) {
  yield heading(3, words.say('provisions'));
  const places = placesIn(comparison);
  let onWhole = total;
  for (const one of onProvisions) {
    onWhole -= one.comments;
    const place = places.get(one.provisionId);
    yield bold(place ? placeName(words, place) : (one.number ?? '–'), words.say('onProvision', figuresOf(one)));
  }
  yield paragraph(words.say('onWhole', { count: onWhole }));
}

function figuresOf({ comments, accepted, partly, declined }: OnProvision) {
  return { comments, accepted, partly, declined };
}

function* changeBlocks(words: ReportWords, { comparison, onProvisions }: ReportMaterial) {
  const changed = comparison.provisions.filter(isChanged);
  yield heading(2, words.say('changes'));
  if (changed.length === 0) {
    yield paragraph(words.say('noChanges'));
    return;
  }
  const versions = { from: comparison.before.version, to: comparison.after.version };
  yield paragraph(words.say('changed', { ...versions, ...countsOf(comparison.provisions) }));
  const said = new Map(onProvisions.map((one) => [one.provisionId, one]));
  for (const one of changed) yield* changedBlocks(words, one, said.get(one.provisionId));
}

function* changedBlocks(words: ReportWords, one: ComparedProvision, said: OnProvision | undefined) {
  const place = one.after ?? one.before;
  if (place) yield heading(3, placeName(words, place));
  const fate = fateOf(words, one);
  if (fate !== '') yield paragraph(fate, { style: 'note' });
  yield* changedWordsBlocks(words, one.heading);
  yield* changedWordsBlocks(words, one.text);
  yield paragraph(said ? words.say('onProvision', figuresOf(said)) : words.say('unsaid'), { style: 'note' });
}

/** What happened to a provision beside its words. */
function fateOf(words: ReportWords, { change, moved, renumbered, before, after }: ComparedProvision): string {
  const numbers = { before: before?.number ?? '–', after: after?.number ?? '–' };
  const fates = [
    change === 'same' ? '' : words.other(`comparison.change.${change}`),
    moved ? words.other('comparison.moved') : '',
    renumbered ? words.other('comparison.renumbered', numbers) : '',
  ];
  return fates.filter((fate) => fate !== '').join('; ');
}

/** In the language of the document; where only another was changed, in that one: the law is in both. */
function changedWordsBlocks(words: ReportWords, changed: WordsByLanguage | null): Block[] {
  if (changed === null) return [];
  const languages = LANGUAGES.filter((lang) => changed[lang]?.some(({ kind }) => kind !== 'same'));
  const shown = languages.includes(words.lang) ? [words.lang] : languages;
  return shown.map((lang) => ({
    kind: 'paragraph',
    lang: words.unless(lang),
    runs: (changed[lang] ?? []).map(({ kind, text }): Run => (kind === 'same' ? { text } : { text, mark: kind })),
  }));
}

function* annexBlocks(words: ReportWords, { report, names }: ReportMaterial) {
  const { annex, approvedBySilence } = report;
  yield heading(2, words.say('annex'));
  const nameOf = (id: string | null): string => {
    const name = id === null ? undefined : names.get(id);
    return name ? words.text(name) : '–';
  };
  for (const { councilId, organization, stance, late, decision } of annex) {
    const source = organization ? words.text(organization) : nameOf(councilId);
    const said = { source, stance: words.other(`opinions.stance.${stance}`) };
    yield paragraph(words.say(late ? 'lateOpinion' : 'opinion', said));
    if (decision === null) continue;
    yield paragraph(words.say('decided', { decision: words.other(`opinions.decision.${decision}`) }), {
      style: 'note',
    });
  }
  for (const id of approvedBySilence) yield paragraph(`${nameOf(id)}: ${words.other('opinions.silent')}`);
  if (annex.length + approvedBySilence.length === 0) yield paragraph(words.say('noOpinions'));
}

function* hashBlocks(words: ReportWords, { report: { hashes } }: ReportMaterial) {
  yield heading(2, words.say('check'));
  if (hashes === null) {
    yield paragraph(words.say('notKept'));
    return;
  }
  yield paragraph(words.say('checkText'));
  yield bold(words.say('lines'), words.number(hashes.lines));
  yield bold(words.say('content'), hashes.content);
  yield bold(words.say('byLine'), hashes.byLine);
}

/** Provisions of both versions by their ids, as they were last. */
function placesIn({ before, after }: Comparison) {
  return new Map([...before.provisions, ...after.provisions].map((one) => [one.id, one]));
}

/** A place in the text by its number and heading. */
function placeName(words: ReportWords, place: NonNullable<ComparedProvision['after']>): string {
  const { number, heading: title, position } = place;
  const parts = [number && `${number}.`, title && words.text(title)].filter(Boolean);
  return parts.length > 0 ? parts.join(' ') : words.other('consultation.place', { number: position });
}

function heading(level: 1 | 2 | 3, text: string): Block {
  return { kind: 'heading', level, text };
}

function bold(name: string, value: string): Block {
  return { kind: 'paragraph', runs: [{ text: `${name}: `, mark: 'bold' }, { text: value }] };
}
