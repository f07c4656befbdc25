import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';

interface Name {
  kk: string;
  ru: string;
  en: string;
}
interface PortalType {
  id: string;
  ru: string;
  bodyKind?: string;
  stage?: string;
  windowRule?: string;
}

const read = <T>(file: string): T[] => JSON.parse(readFileSync(new URL(file, import.meta.url), 'utf8')) as T[];

const categories = read<{ code: string; name: Name; portalId: string }>('./categories.json');
const actTypes = read<{ code: string; name: Name; portalTypes: PortalType[] }>('./act-types.json');
const channels = read<{ code: string; name: Name; portalIds: string[] }>('./channels.json');
const portalTypes = actTypes.flatMap((type) => type.portalTypes);

describe('the closed lists of a consultation', () => {
  it('are 25 categories of the national portal under our codes', () => {
    expect(new Set(categories.map(({ code }) => code)).size).toBe(25);
    expect(new Set(categories.map(({ portalId }) => portalId)).size).toBe(25);
    expect(categories.filter(({ code }) => !/^[a-z]+(-[a-z]+)*$/.test(code))).toEqual([]);
  });

  it('are seven types of act', () => {
    expect(actTypes.map(({ code }) => code)).toEqual([
      ...['law', 'presidential_decree', 'government_decree', 'ministerial_order'],
      ...['maslikhat_decision', 'akimat_decision', 'other'],
    ]);
  });

  it('place every type of the portal once, a resolution by the kind of body that drafts it', () => {
    expect(new Set(portalTypes.map(({ id }) => id)).size).toBe(18);
    expect(new Set(portalTypes.map(({ id, bodyKind }) => `${id} ${bodyKind ?? ''}`)).size).toBe(portalTypes.length);
    expect(portalTypes.filter(({ bodyKind }) => bodyKind).map(({ id, bodyKind }) => [id, bodyKind])).toEqual([
      ['3813', 'central'],
      ['3813', 'local_executive'],
    ]);
  });

  it('say which types are consultative documents and which stand under a special legal regime', () => {
    expect(portalTypes.filter(({ stage }) => stage === 'consultative_document').map(({ id }) => id)).toEqual([
      '7001',
      '7002',
    ]);
    expect(portalTypes.flatMap(({ id, windowRule }) => (windowRule ? [[id, windowRule]] : []))).toEqual([
      ['630', 'K9.special_5'],
      ['631', 'K9.special_2'],
    ]);
  });

  it('are seven channels, of which paper and e-mail are ours alone', () => {
    expect(channels.map(({ code }) => code)).toEqual([
      ...['public', 'public_council', 'business', 'npo', 'expertise', 'paper', 'email'],
    ]);
    expect(channels.flatMap(({ portalIds }) => portalIds).sort()).toEqual(['1', '10', '3', '4', '6', '7', '8', '9']);
    expect(channels.filter(({ portalIds }) => portalIds.length === 0).map(({ code }) => code)).toEqual([
      'paper',
      'email',
    ]);
  });

  it('are named in three languages', () => {
    for (const { name } of [...categories, ...actTypes, ...channels]) {
      expect(Object.keys(name)).toEqual(['kk', 'ru', 'en']);
      expect(name.kk).toMatch(/^[А-ЯӘҒҚҢӨҰҮҺІ]/);
      expect(name.ru).toMatch(/^[А-ЯЁ][^әғқңөұүһі]*$/);
      expect(name.en).toMatch(/^[A-Z][^а-яё]*$/);
    }
  });
});
