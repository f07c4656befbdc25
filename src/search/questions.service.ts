import { Injectable } from '@nestjs/common';
import { lexemeQuestion, type LexemeQuestion } from './lexemes.js';
import { nothingSought, questionOf } from './query-words.js';
import { StemsQueries } from './stems.queries.js';

/** Reads questions. */
@Injectable()
export class QuestionsService {
  constructor(private readonly stems: StemsQueries) {}

  /** What a person typed, as the index is asked. Throws `malformed` where there is nothing to search by. */
  async read(typed: string): Promise<LexemeQuestion> {
    const question = questionOf(typed);
    const stems = await this.stems.of(question.flatMap((all) => all.flatMap(({ words }) => words)));
    const read = lexemeQuestion(question, stems);
    if (!read) throw nothingSought();
    return read;
  }
}
