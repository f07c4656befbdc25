import { Injectable } from '@nestjs/common';
import { inBreaths, isRush } from '../comment-groups/index.js';
import { UnitOfWork } from '../platform/database/index.js';
import { Clock, LANGUAGES, type Language } from '../platform/kernel/index.js';
import { IndexingRepository, type DraftToIndex, type IndexedDraft } from './indexing.repository.js';
import { LexemeVector, type Stems } from './lexemes.js';
import { StemsQueries } from './stems.queries.js';
import { EVERYWHERE, marksOf } from './windows.js';
import { wordsOf, type Word } from './words.js';

/** Comments of one transaction. */
const BATCH = 256;

/** UTF-16 units of a draft in one language whose words are searched; an index entry holds a megabyte. */
const MOST_OF_DRAFT = 400_000;

/** How much a word counts: in the title, in what stands before the text (summary, objectives, note), in the text. */
const WEIGHTS = { title: 'A', about: 'B', provision: '' } as const;

/** A part of a draft in one language. */
interface Part {
  readonly provisionId: string | null;
  readonly text: string;
  readonly words: readonly Word[];
}

/** Keeps the index of search, batch by batch, behind what is written; what was done is never done again. */
@Injectable()
export class IndexingService {
  constructor(
    private readonly repository: IndexingRepository,
    private readonly stems: StemsQueries,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Indexes what was published or accepted since, except in a rush. Throws at the end what went wrong on the way. */
  async sweep(): Promise<void> {
    const faults: unknown[] = [];
    // A fault in one consultation keeps no other waiting.
    const tried = (work: Promise<unknown>): Promise<unknown> => work.catch((fault: unknown) => faults.push(fault));
    for (const id of await this.repository.changedDrafts()) await tried(this.indexDraft(id));
    const now = this.clock.now();
    for (const waiting of await this.repository.waiting()) {
      if (!isRush(waiting, now)) await tried(this.indexComments(waiting.consultationId));
    }
    if (faults.length > 0) throw new AggregateError(faults, 'Not everything could be indexed.');
  }

  /** Indexes the comments of a consultation that wait, a transaction for each batch. Gives how many. */
  async indexComments(consultationId: string, size = BATCH): Promise<number> {
    for (let count = 0; ;) {
      const done = await this.unitOfWork.run(() => this.#next(consultationId, size));
      count += done;
      if (done < size) return count;
    }
  }

  /** Indexes a published draft as it stands. */
  indexDraft(consultationId: string): Promise<void> {
    return this.unitOfWork.run(async () => {
      if (!(await this.repository.lock(consultationId))) return;
      const draft = await this.repository.draft(consultationId);
      if (!draft) return;
      const languages = LANGUAGES.filter((language) => draft.title[language] !== undefined);
      const indexed = await inBreaths(languages, (language) => ({ language, ...partsOf(draft, language) }));
      const stems = await this.stems.of(plainWords(indexed.flatMap(({ title, parts }) => [title, ...parts])));
      const drafts = await inBreaths(indexed, (one) => vectorsOf(one, stems));
      await this.repository.putDraft(consultationId, draft.version, drafts);
    });
  }

  async #next(consultationId: string, size: number): Promise<number> {
    const lock = await this.repository.lock(consultationId);
    if (!lock) return 0;
    const batch = await this.repository.batch(consultationId, lock.indexed, size);
    if (batch.length === 0) return 0;
    const read = await inBreaths(batch, (comment) => ({ ...comment, words: [...wordsOf(comment.text)] }));
    const stems = await this.stems.of(plainWords(read));
    const behind = await this.repository.places(batch.length);
    const vectors = read.map(({ words, language, number }, at) => {
      const vector = new LexemeVector();
      vector.add(words, language, stems);
      return vector.text([...marksOf(lock.scope, number), ...marksOf(EVERYWHERE, behind + at + 1)]);
    });
    await this.repository.put(consultationId, behind, batch, vectors);
    return batch.length;
  }
}

function partsOf(draft: DraftToIndex, language: Language): { title: Part; parts: Part[] } {
  const partOf = (text: string, provisionId: string | null = null): Part => ({
    provisionId,
    text,
    words: [...wordsOf(text)],
  });
  let left = MOST_OF_DRAFT;
  const fits = (text: string): boolean => text !== '' && (left -= text.length) >= 0;
  const about = draft.about.map((text) => text?.[language] ?? '').filter(fits);
  const provisions = draft.provisions
    .map(({ id, heading, text }) => {
      const lines = [heading?.[language], text[language]].filter((line) => line !== undefined);
      return { id, text: lines.join('\n') };
    })
    .filter(({ text }) => fits(text));
  return {
    title: partOf(draft.title[language] ?? ''),
    parts: [...about.map((text) => partOf(text)), ...provisions.map(({ id, text }) => partOf(text, id))],
  };
}

function vectorsOf(
  { language, title, parts }: { language: Language; title: Part; parts: readonly Part[] },
  stems: Stems,
): IndexedDraft {
  const whole = new LexemeVector();
  whole.add(title.words, language, stems, WEIGHTS.title);
  const indexed = parts.map(({ provisionId, text, words }) => {
    whole.add(words, language, stems, provisionId === null ? WEIGHTS.about : WEIGHTS.provision);
    const own = new LexemeVector();
    own.add(words, language, stems);
    return { provisionId, text, words: own.text() };
  });
  return { language, words: whole.text(), parts: indexed };
}

function* plainWords(texts: Iterable<{ readonly words: readonly Word[] }>): Generator<string> {
  for (const { words } of texts) for (const { plain } of words) yield plain;
}
