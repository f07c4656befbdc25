import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { bytesArray, plainArray, textArray } from '../../src/platform/database/index.js';
import { cloneDatabase, type TestDatabase } from '../support/database.js';

describe('an array as a parameter', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await cloneDatabase();
  });
  afterAll(() => database.drop());

  const back = async (type: string, value: unknown): Promise<unknown> => {
    const [row] = await database.query<{ back: unknown }>(`select $1::${type}[] as back`, [value]);
    return row?.back;
  };
  const orNull = <T>(one: fc.Arbitrary<T>): fc.Arbitrary<(T | null)[]> => fc.array(fc.option(one), { maxLength: 20 });

  it('gives every text back as it was, with its quotes, commas, backslashes and letters of any script', async () => {
    const text = fc.oneof(
      fc.string({ unit: fc.constantFrom('ә', 'Ұ', '"', '\\', ',', '{', '}', ' ', '\n', 'NULL', '😀', 'a') }),
      fc.string({ unit: 'grapheme' }).filter((one) => !one.includes('\0')),
    );
    await fc.assert(
      fc.asyncProperty(orNull(text), async (values) => {
        expect(await back('text', textArray(values))).toEqual(values);
      }),
      { numRuns: 200 },
    );
  });

  it('gives bytes, numbers, booleans, dates and ids back', async () => {
    const bytes = fc.uint8Array({ maxLength: 70 }).map((one) => Buffer.from(one));
    await fc.assert(
      fc.asyncProperty(orNull(bytes), orNull(fc.integer({ min: -1e9, max: 1e9 })), async (blobs, numbers) => {
        expect(await back('bytea', bytesArray(blobs))).toEqual(blobs);
        expect(await back('int', plainArray(numbers))).toEqual(numbers);
      }),
      { numRuns: 50 },
    );
    expect(await back('boolean', plainArray([true, null, false]))).toEqual([true, null, false]);
    const ids = [randomUUID(), null];
    expect(await back('uuid', plainArray(ids))).toEqual(ids);
    const at = new Date();
    expect(await back('timestamptz', plainArray([at.toISOString()]))).toEqual([at]);
  });
});
