import { describe, expect, it } from '@jest/globals';
import { plainToInstance, Transform } from 'class-transformer';
import { IsString, ValidateIf, validateSync } from 'class-validator';
import fc from 'fast-check';
import { compiledCheck } from './compiled-check.js';
import {
  ChoiceField,
  CountField,
  DateField,
  EmailField,
  FlagField,
  IdField,
  InstantField,
  ListField,
  ObjectField,
  TextField,
  UrlField,
  WordsField,
} from './fields.js';
import { PageQuery } from './page-query.js';
import { LocalizedField } from './localized-field.js';

class Plain {
  @TextField({ min: 2, max: 5 })
  text!: string;

  @TextField({ max: 3, optional: true, nullable: true })
  note?: string | null;

  @ChoiceField(['kk', 'ru', 'en'])
  language!: string;

  @CountField({ min: 1, max: 9, optional: true })
  count?: number;

  @FlagField({ nullable: true })
  flag!: boolean | null;

  @IdField({ optional: true })
  id?: string;

  @DateField({ optional: true })
  on?: string;

  @InstantField({ optional: true })
  at?: string;

  @EmailField({ optional: true })
  email?: string;

  @UrlField({ optional: true })
  url?: string;

  @WordsField({ code: 'choice-unknown', holds: (value) => value === 'a' || value === 'b' }, { max: 2, optional: true })
  words?: string[];

  @IsString()
  @ValidateIf((body: Plain) => body.language === 'en')
  named?: string;
}

class Heir extends Plain {
  @TextField({ max: 4 })
  more!: string;
}

class Inner {
  @TextField({ max: 3 })
  word!: string;
}

class Nested {
  @ObjectField(() => Inner)
  inner!: Inner;
}

class Enclosing extends Plain {
  @ObjectField(() => Inner, { optional: true })
  inner?: Inner;

  @IsString({ each: true })
  @ValidateIf((body: Plain) => body.words !== undefined)
  texts?: string[];
}

class Listed {
  @ListField(() => Inner, { max: 2 })
  list!: Inner[];
}

class Localized {
  @LocalizedField({ max: 10 })
  name!: object;
}

class Reshaped {
  @Transform(({ value }: { value: unknown }) => value, { since: 2 })
  @TextField({ max: 3 })
  text!: string;
}

class Eachwise {
  @IsString({ each: true })
  texts!: string[];
}

class Grouped {
  @IsString({ groups: ['later'] })
  text!: string;
}

class Bare {
  text!: string;
}

const OPTIONS = { whitelist: true, forbidNonWhitelisted: true, forbidUnknownValues: true, stopAtFirstError: true };

/** The verdict of the library itself: the instance, or undefined for a body with a fault. */
function byLibrary(shape: new () => object, body: object): object | undefined {
  const instance = plainToInstance(shape, body);
  return validateSync(instance, OPTIONS).length === 0 ? instance : undefined;
}

const good = {
  text: fc.constantFrom('ab', 'Әбіш', '😀😀😀😀😀', 'abcde'),
  note: fc.constantFrom('x', null, 'әәә'),
  language: fc.constantFrom('kk', 'ru', 'en'),
  count: fc.integer({ min: 1, max: 9 }),
  flag: fc.constantFrom(true, false, null),
  id: fc.uuid(),
  on: fc.constantFrom('2026-02-28', '2024-02-29'),
  at: fc.constantFrom('2026-02-28T10:00:00+05:00', '2026-02-28T10:00Z'),
  email: fc.constantFrom('a@example.kz'),
  url: fc.constantFrom('https://example.kz/a', 'http://localhost:3000'),
  words: fc.constantFrom(['a'], ['a', 'b'], []),
  named: fc.constantFrom('x', ''),
  more: fc.constantFrom('x', 'ұзын'),
};

/** Anything that a JSON text can hold, and what only looks right. */
const odd = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom(
    '',
    ' ',
    'a\u0000',
    'false',
    '1',
    '1e3',
    0,
    10,
    1.5,
    -0,
    '2026-02-30',
    '2026-13-01T00:00Z',
    'x@',
    'ftp://a.kz',
  ),
  fc.array(fc.constantFrom('kk', 'ab', 1), { maxLength: 2 }),
  fc.record({ word: fc.string() }),
);

const field = (name: keyof typeof good) =>
  fc.oneof({ weight: 40, arbitrary: good[name] }, { weight: 1, arbitrary: odd });
const fields = Object.fromEntries((Object.keys(good) as (keyof typeof good)[]).map((name) => [name, field(name)]));
const names = Object.keys(good) as (keyof typeof good)[];
const own = names.filter((name) => name !== 'more');

const rarely = <T>(arbitrary: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 12, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary });
const needed = ['text', 'language', 'flag', 'named', 'more'];

/** A body with these fields, now and then with one that is odd, unknown or left out. */
const bodyOf = (keys: readonly string[]) =>
  fc
    .tuple(
      fc.record(Object.fromEntries(keys.map((key) => [key, fields[key] ?? odd])), {
        requiredKeys: keys.filter((key) => needed.includes(key)),
      }),
      rarely(fc.tuple(fc.constantFrom('unknown', 'Text', '0'), odd)),
      rarely(fc.constantFrom(...keys)),
    )
    .map(([body, unknown, left]): object => {
      const entries = Object.entries({ ...body, ...(unknown ? { [unknown[0]]: unknown[1] } : {}) });
      return Object.fromEntries(entries.filter(([key]) => key !== left));
    });

describe('the compiled check of a body', () => {
  it.each([
    ['a class', Plain, own],
    ['a class with fields of its parent', Heir, names],
    ['a class with an object, where none is sent', Enclosing, own.filter((name) => name !== 'words')],
  ])('gives the same verdict and the same instance as class-validator: %s', (_, shape, keys) => {
    const check = compiledCheck(shape);
    const seen = { good: 0, wrong: 0 };
    fc.assert(
      fc.property(bodyOf(keys), (body) => {
        const expected = byLibrary(shape, body);
        const given = check?.(body);
        seen[expected ? 'good' : 'wrong'] += 1;
        expect(given === undefined).toBe(expected === undefined);
        if (!expected || !given) return;
        expect(given).toBeInstanceOf(shape);
        expect(Object.entries(given)).toEqual(Object.entries(expected));
      }),
      { numRuns: 800 },
    );
    expect(Math.min(seen.good, seen.wrong)).toBeGreaterThan(80);
  });

  it('leaves a body to the library that sends an object, or lacks what is more than a plain value', () => {
    const body = { text: 'ab', language: 'kk', flag: true };
    const check = compiledCheck(Enclosing);
    expect(check?.(body)).toBeInstanceOf(Enclosing);
    expect(check?.({ ...body, inner: { word: 'x' } })).toBeUndefined();
    expect(check?.({ ...body, inner: undefined })).toBeUndefined();
    expect(byLibrary(Enclosing, { ...body, words: ['a'] })).toBeUndefined();
    expect(check?.({ ...body, words: ['a'] })).toBeUndefined();
  });

  it('gives the same verdict on what is no record of fields at all', () => {
    const check = compiledCheck(Plain);
    fc.assert(
      fc.property(fc.oneof(fc.object(), fc.array(odd)), (body) => {
        expect(check?.(body) === undefined).toBe(byLibrary(Plain, body) === undefined);
      }),
    );
  });

  it.each([
    ['an object inside', Nested],
    ['a list of objects', Listed],
    ['a text in languages', Localized],
    ['a value that is changed under a condition', Reshaped],
    ['a rule for each element', Eachwise],
    ['a rule of a group', Grouped],
    ['no rule', Bare],
  ])('leaves a class with %s to the library', (_, shape) => {
    expect(compiledCheck(shape)).toBeNull();
  });

  it.each([{}, { limit: '7' }, { limit: '007', after: 'x' }, { limit: '1e3' }, { limit: '0' }, { limit: ['1'] }])(
    'reads the numbers of a query as the library does: %j',
    (query) => {
      const expected = byLibrary(PageQuery, query);
      expect(compiledCheck(PageQuery)?.(query)).toEqual(expected instanceof PageQuery ? expected : undefined);
    },
  );

  it('does not reach into prototypes: a body’s own `__proto__` is an unknown field', () => {
    const body = JSON.parse('{"text":"ab","language":"kk","flag":true,"__proto__":{"count":3}}') as object;
    expect(compiledCheck(Plain)?.(body)).toBeUndefined();
  });

  it.each(['constructor', 'toString'])('leaves a key to the library that it drops without a word: %s', (key) => {
    const body = { text: 'ab', language: 'kk', flag: true, [key]: 'x' };
    expect(byLibrary(Plain, body)).toBeInstanceOf(Plain);
    expect(compiledCheck(Plain)?.(body)).toBeUndefined();
  });

  it('is made once for a class', () => {
    expect(compiledCheck(Plain)).toBe(compiledCheck(Plain));
  });
});
