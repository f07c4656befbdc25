import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';

const rowsOf = (file: string): Record<string, string>[] =>
  parse<Record<string, string>>(readFileSync(new URL(file, import.meta.url)), { columns: true });

const territories = rowsOf('./territories.csv');
const bodies = rowsOf('./bodies.csv');
const byCode = new Map(territories.map((row) => [row['code'], row]));
const count = (level: string): number => territories.filter((row) => row['level'] === level).length;

describe('the territories', () => {
  it('are the country, 17 regions, 3 cities of republican significance, and what they consist of', () => {
    expect(territories).toHaveLength(255);
    expect(byCode.size).toBe(255);
    expect([count('country'), count('region'), count('city_of_republican_significance')]).toEqual([1, 17, 3]);
    expect([count('city_of_regional_significance'), count('district')]).toEqual([39, 195]);
  });

  it('have a code of nine digits whose first two are those of the region they belong to', () => {
    for (const { code = '', parent_code: parent = '' } of territories.filter((row) => row['level'] !== 'country')) {
      expect(code).toMatch(/^\d{9}$/);
      expect(byCode.has(parent)).toBe(true);
      expect(parent === 'KZ' || parent.slice(0, 2) === code.slice(0, 2)).toBe(true);
    }
  });

  it('have names in Kazakh, Russian and English, in the letters of each', () => {
    for (const { name_kk: kk = '', name_ru: ru = '', name_en: en = '' } of territories) {
      expect(kk).toMatch(/^[А-ЯЁӘҒҚҢӨҰҮҺІ]/);
      expect(ru).toMatch(/^[А-ЯЁа-яё]/);
      expect(en).toMatch(/^[A-Za-z][A-Za-z -]*$/);
    }
  });
});

describe('the government bodies', () => {
  it('are 21 ministries, 7 agencies and one akimat in each first-level territory', () => {
    const kinds = ['ministry', 'agency', 'akimat'];
    expect(kinds.map((kind) => bodies.filter((row) => row['subkind'] === kind).length)).toEqual([21, 7, 20]);
    const akimats = bodies.filter((row) => row['kind'] === 'local_executive').map((row) => row['territory_code']);
    const first = territories.filter((row) => row['parent_code'] === 'KZ').map((row) => row['code']);
    expect(akimats.sort()).toEqual(first.sort());
  });

  it('have an id of their own, a known territory and three names', () => {
    expect(new Set(bodies.map((row) => row['id'])).size).toBe(48);
    for (const row of bodies) {
      expect(byCode.has(row['territory_code'])).toBe(true);
      expect([row['name_kk'], row['name_ru'], row['name_en']]).not.toContain('');
      expect(row['website']).toMatch(/^$|^https:\/\//);
    }
  });
});
