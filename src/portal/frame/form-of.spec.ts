import { describe, expect, it } from '@jest/globals';
import {
  ChoiceField,
  CountField,
  FlagField,
  FormBody,
  ListField,
  LocalizedField,
  TextField,
  WordsField,
} from '../../platform/http/index.js';
import { Problem, type LocalizedText } from '../../platform/kernel/index.js';
import { FormOf, type FormShape } from './form-of.js';

class Vote {
  @TextField({ max: 10 })
  member!: string;

  @ChoiceField(['for', 'against'])
  choice!: string;

  @CountField({ min: 1, max: 9, optional: true })
  weight?: number;
}

class Sample {
  @LocalizedField({ max: 20 })
  title!: LocalizedText;

  @LocalizedField({ max: 20, optional: true })
  note?: LocalizedText;

  @CountField({ min: 1, max: 99 })
  seats!: number;

  @FlagField()
  open!: boolean;

  @FlagField({ optional: true })
  head?: boolean;

  @WordsField({ code: 'choice-unknown', holds: (value) => value !== 'wrong' }, { max: 3, optional: true })
  powers?: string[];

  @ListField(() => Vote, { max: 5, optional: true })
  votes?: Vote[];
}

const HOW: FormShape = {
  flags: ['open'],
  choicesOfTwo: ['head'],
  counts: ['seats', 'votes[].weight'],
  lists: ['powers'],
  optional: ['note'],
  aside: ['search'],
};

const form = new FormOf(Sample, HOW);
const body = (...fields: (readonly [string, string])[]): FormBody => new FormBody(fields);
const ENOUGH = [
  ['title.kk', 'Атауы'],
  ['title.ru', 'Название'],
  ['title.en', ''],
  ['seats', '15'],
] as const;

const errorsOf = (sent: FormBody): (string | undefined)[] => {
  try {
    form.read(sent);
  } catch (error) {
    if (error instanceof Problem) {
      const errors = error.parts.errors ?? [];
      return errors.map(({ pointer, code }) => `${form.fieldAt(sent, pointer) ?? '?'} ${code}`);
    }
    throw error;
  }
  return [];
};

describe('a form as a request', () => {
  it('becomes the class of the API, with its types', () => {
    const sent = body(
      ...ENOUGH,
      ['_token', 'x'],
      ['search', 'aside'],
      ['open', 'true'],
      ['head', 'false'],
      ['powers', '1'],
      ['powers', '2'],
      ['votes[0].member', 'A'],
      ['votes[0].choice', 'for'],
      ['votes[0].weight', '2'],
    );
    const read = form.read(sent);
    expect(read).toBeInstanceOf(Sample);
    expect(JSON.parse(JSON.stringify(read))).toEqual({
      title: { kk: 'Атауы', ru: 'Название' },
      seats: 15,
      open: true,
      head: false,
      powers: ['1', '2'],
      votes: [{ member: 'A', choice: 'for', weight: 2 }],
    });
  });

  it('takes an empty field for an absent one and a missing tick for “no”', () => {
    const read = form.read(body(...ENOUGH, ['note.kk', ''], ['note.ru', ''], ['head', ''], ['powers', '']));
    expect(JSON.parse(JSON.stringify(read))).toMatchObject({ open: false, powers: [] });
    expect(read.note).toBeUndefined();
    expect(read.head).toBeUndefined();
  });

  it('wants all of a group of which something was filled in', () => {
    expect(errorsOf(body(...ENOUGH, ['note.kk', 'бар'], ['note.ru', '']))).toEqual(['note.ru text-expected']);
  });

  it('names the field of the form, also where rows before it were left empty', () => {
    const sent = body(
      ...ENOUGH,
      ['votes[0].member', ''],
      ['votes[0].choice', ''],
      ['votes[3].member', 'A'],
      ['votes[3].choice', 'for'],
      ['votes[7].member', 'B'],
      ['votes[7].choice', 'maybe'],
    );
    expect(errorsOf(sent)).toEqual(['votes[7].choice choice-unknown']);
  });

  it('leaves what is no number to the rule that says so', () => {
    const sent = body(['title.kk', 'a'], ['title.ru', 'b'], ['seats', '1e1']);
    expect(errorsOf(sent)).toEqual(['seats count-expected']);
    expect(errorsOf(body(['title.kk', ''], ['title.ru', ''], ['seats', '0x10']))).toEqual([
      'title.kk text-expected',
      'title.ru text-expected',
      'seats count-expected',
    ]);
  });

  it('finds the field for a fault of the whole group', () => {
    expect(form.fieldAt(body(...ENOUGH), '/title')).toBe('title.kk');
    expect(form.fieldAt(body(...ENOUGH), '/absent/kk')).toBe('absent.kk');
    expect(form.fieldAt(body(...ENOUGH), '')).toBeUndefined();
  });

  it.each(['title[kk', 'a..b', '[0]', 'a[1e9]', 'constructor.prototype[', 'a.0'])('refuses a name like %s', (name) => {
    expect(() => form.read(body([name, 'x']))).toThrow(new Problem('malformed', { code: 'forbidden-key' }));
  });

  it('reaches nothing by the names of what every object has', () => {
    for (const name of [
      'constructor.prototype.polluted',
      'toString.polluted',
      'votes[0].constructor.prototype.polluted',
    ]) {
      const sent = body(...ENOUGH, [name, 'x']);
      const read = errorsOf(sent).length > 0 ? {} : form.read(sent);
      expect(Object.keys(read)).not.toContain('polluted');
      expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    }
  });
});
