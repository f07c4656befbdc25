import { groundOf } from '../moderation/index.js';
import { paragraph, type Block } from '../platform/documents/index.js';
import type { ReportEarlierAnswer, ReportText } from './report-text.js';
import type { ReportWords } from './report-words.js';

/** The name of a provision; undefined for one that neither the first nor the last version has. */
type NameOf = (provisionId: string) => string | undefined;

type Leading = Pick<ReportEarlierAnswer, 'provisionId'>;

/** A text with its answer: who sent it, how often, what the body decided and what it had said before. */
export function* textBlocks(words: ReportWords, text: ReportText, nameOf: NameOf): Generator<Block, void> {
  const { number, comments, provisionNumber, versionNumber, quote, answer, earlierAnswers } = text;
  const copies = comments > 1 ? ` – ${words.say('copies', { count: comments })}` : '';
  yield {
    kind: 'heading',
    level: 3,
    text: `${words.other('comments.number', { number: words.number(number) })}${copies}`,
  };
  const author = authorOf(words, text);
  const facts = [
    comments > 1 ? words.say('firstOf', { author }) : author,
    words.channel(text.channel),
    words.dayOf(text.acceptedAt),
    provisionNumber !== null && words.say('place', { number: provisionNumber, version: versionNumber ?? 1 }),
  ];
  yield paragraph(facts.filter((fact) => fact !== false).join('; '), { style: 'note' });
  if (quote !== null) yield paragraph(`«${quote}»`, { style: 'quote', lang: words.unless(text.language) });
  yield* wordsOf(words, text);
  if (answer) {
    const given = { outcome: words.other(`outcome.${answer.outcome}`), date: words.dayOf(answer.answeredAt) };
    yield { kind: 'paragraph', runs: [{ text: words.say('answer', given), mark: 'bold' }] };
    yield words.localized(answer.reasons, 'quote');
    yield* leadBlocks(words, answer, (id) => nameOf(id) ?? text.answerProvisionNumber ?? '–');
  }
  for (const earlier of earlierAnswers) yield* earlierBlocks(words, earlier, nameOf);
}

/** The words, or why there are none. */
function* wordsOf(words: ReportWords, { text, language, concealment }: ReportText): Generator<Block, void> {
  if (text !== null) {
    yield paragraph(text, { lang: words.unless(language) });
    return;
  }
  if (concealment === null) return;
  const { ground, explanation, concealedOn, appeal } = concealment;
  const name = groundOf(ground)?.name;
  const hidden = words.other('moderation.hidden', { date: words.day(concealedOn) });
  const on = `${words.other('moderation.ground')}: ${name ? words.text(name) : ground}.`;
  yield paragraph(`${hidden} ${on}`, { style: 'quote' });
  yield words.localized(explanation, 'quote');
  yield paragraph(words.other(`moderation.appeal.${appeal}`), { style: 'quote' });
}

/** The provision that an answer leads to. */
function leadBlocks(words: ReportWords, { provisionId }: Leading, nameOf: NameOf): Block[] {
  if (provisionId === null) return [];
  const name = nameOf(provisionId) ?? '–';
  return [paragraph(words.other('comments.leadsTo.text', { name }), { style: 'note' })];
}

function* earlierBlocks(words: ReportWords, earlier: ReportEarlierAnswer, nameOf: NameOf): Generator<Block, void> {
  const { outcome, answeredAt, replacedAt, reasons, why } = earlier;
  const stood = {
    outcome: words.other(`outcome.${outcome}`),
    from: words.dayOf(answeredAt),
    until: words.dayOf(replacedAt),
  };
  yield paragraph(words.say('earlierAnswer', stood), { style: 'note' });
  yield words.localized(reasons, 'quote');
  yield* leadBlocks(words, earlier, nameOf);
  yield paragraph(words.other('comments.why'), { style: 'note' });
  yield words.localized(why, 'quote');
}

function authorOf(words: ReportWords, { author, participant }: ReportText): string {
  if (author) return author.name;
  if (participant === null) return words.other('comments.unnamed');
  return words.other('comments.participant', { number: words.number(participant) });
}
